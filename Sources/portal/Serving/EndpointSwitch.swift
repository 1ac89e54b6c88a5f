import Dispatch
import PortalEndpoint
import PortalScreens

/// The token endpoint that the screens start and stop.
actor EndpointSwitch {
  private let session: PortalSession
  private var running: RunningEndpoint?

  init(_ session: PortalSession) { self.session = session }

  /// Starts the endpoint at the issuer's port, on this machine only; or stops it.
  ///
  /// - Throws: `StoreError`, `TokenError` or `EndpointError`.
  func turn(_ isOn: Bool) async throws -> EndpointReport {
    guard isOn else {
      await stop()
      return EndpointReport(state: .stopped)
    }
    if running == nil { running = try await start() }
    guard let running else { return EndpointReport(state: .stopped) }
    let place = ServeAddress(
      address: running.server.address, issuer: try IssuerAddress(running.issuer), isSecure: false)
    return EndpointReport(
      state: .running(port: place.address.port),
      address: place.realm + "/protocol/openid-connect/token", warning: place.warnings.first)
  }

  private func start() async throws -> RunningEndpoint {
    var settings = EndpointSettings()
    settings.address.port = try IssuerAddress(session.issuer()).port
    return try await session.startEndpoint(settings)
  }

  private func stop() async {
    let stopping = running
    running = nil
    await stopping?.stop()
  }

  /// Stops it before the program ends, and waits for that.
  nonisolated func stopNow() {
    let stopped = DispatchSemaphore(value: 0)
    Task.detached {
      await self.stop()
      stopped.signal()
    }
    stopped.wait()
  }
}
