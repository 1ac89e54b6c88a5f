import Dispatch
import PortalEndpoint
import PortalModel
import PortalScreens

/// The token endpoint that the screens start and stop.
actor EndpointSwitch {
  private let session: PortalSession
  private var running: RunningEndpoint?

  init(_ session: PortalSession) { self.session = session }

  /// Starts the endpoint at the issuer's port, on this machine only; or stops it.
  ///
  /// - Throws: `StoreError` or `TokenError`.
  func turn(_ isOn: Bool) async throws -> EndpointReport {
    guard isOn else {
      await stop()
      return EndpointReport(state: .stopped)
    }
    let issuer = try IssuerAddress(session.issuer())
    do {
      let running = try await started(issuer)
      let place = ServeAddress(
        address: running.server.address, issuer: issuer, isSecure: false)
      let warning = place.warnings.first
      return EndpointReport(
        state: .running(port: place.address.port, isIssuers: warning == nil),
        address: place.realm + "/protocol/openid-connect/token", warning: warning)
    } catch let error as EndpointError {
      return EndpointReport(
        state: .failed(port: issuer.port), problem: Explanation(sentence: error.sentence))
    }
  }

  private func started(_ issuer: IssuerAddress) async throws -> RunningEndpoint {
    if let running { return running }
    var settings = EndpointSettings()
    settings.address.port = issuer.port
    let started = try await session.startEndpoint(settings)
    running = started
    return started
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
