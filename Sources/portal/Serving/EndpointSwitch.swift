import Dispatch
import PortalEndpoint
import PortalModel
import PortalScreens

/// The token endpoint that the screens start and stop.
actor EndpointSwitch {
  private let session: PortalSession
  private var running: RunningEndpoint?

  init(_ session: PortalSession) { self.session = session }

  /// Starts the endpoint on this machine only; or stops it.
  ///
  /// - Parameter port: Where to listen where the issuer's port is taken.
  /// - Throws: `StoreError` or `TokenError`.
  func turn(_ isOn: Bool, elsewhere port: Int? = nil) async throws -> EndpointReport {
    guard isOn else {
      await stop()
      return EndpointReport(state: .stopped)
    }
    let issuer = try IssuerAddress(session.issuer())
    do {
      return try await start(at: issuer.port, issuer)
    } catch EndpointError.addressInUse {
      if let port, let report = try? await start(at: port, issuer) { return report }
      return taken(issuer)
    } catch let error as EndpointError {
      return EndpointReport(
        state: .failed(port: issuer.port), problem: Explanation(sentence: error.sentence))
    }
  }

  private func start(at port: Int, _ issuer: IssuerAddress) async throws -> EndpointReport {
    let running = try await started(at: port)
    let place = ServeAddress(address: running.server.address, issuer: issuer, isSecure: false)
    let warning = place.warnings.first
    return EndpointReport(
      state: .running(port: place.address.port, isIssuers: warning == nil),
      address: place.realm + "/protocol/openid-connect/token", warning: warning)
  }

  /// Who has the port, and what can be done about it.
  private func taken(_ issuer: IssuerAddress) -> EndpointReport {
    let holder = PortHolder(ofPort: issuer.port)
    let isOurs = holder.map { holder in
      session.database.home.otherProcesses().contains { $0.id == holder.process }
    }
    let problem = TakenPort(port: issuer.port, holder: holder, isOurs: isOurs ?? false).explanation
    let other = FreePort.above(issuer.port).flatMap { port -> EndpointReport.OtherPort? in
      let address = EndpointAddress(host: EndpointSettings().address.host, port: port)
      let place = ServeAddress(address: address, issuer: issuer, isSecure: false)
      return place.warnings.first.map { EndpointReport.OtherPort(port: port, warning: $0) }
    }
    return EndpointReport(state: .failed(port: issuer.port), problem: problem, other: other)
  }

  private func started(at port: Int) async throws -> RunningEndpoint {
    if let running { return running }
    var settings = EndpointSettings()
    settings.address.port = port
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
