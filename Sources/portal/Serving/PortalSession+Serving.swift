import PortalEndpoint
import PortalModel
import PortalScreens
import PortalStore
import PortalTokens

extension PortalSession {
  /// Starts the token endpoint on this portal; the first start of all makes the signing key.
  ///
  /// - Throws: `StoreError`, `TokenError` or `EndpointError`.
  func startEndpoint(_ settings: EndpointSettings) async throws -> RunningEndpoint {
    let service = try await tokenService(explainsRoles: false)
    let recorder = ActivityRecorder(store: database)
    let endpoint = try Endpoint(
      service: service, clock: { clock.now },
      watch: EndpointWatch(
        people: { limit in
          try database.identities(matching: "", limit: limit).filter { $0.kind != .application }
        },
        realm: { try database.realm() },
        explain: { "\($0.reason): \($0.line(now: clock.now))" },
        record: { recorder.record($0) },
        fault: { log.error("a request failed", metadata: ["error": "\($0)"]) }))
    let server = try await EndpointServer.start(endpoint, settings, log: log)
    // A home's first `certs` draws a key, which is better done before somebody waits for it.
    let pruning = TokenPruning(
      database: database, realm: service.realm, clock: clock, log: log,
      first: { _ = try service.certificates })
    return RunningEndpoint(
      server: server, recorder: recorder, pruning: pruning.start(), issuer: service.realm.issuer)
  }
}

/// A server on this portal, with what writes its requests down.
struct RunningEndpoint: Sendable {
  /// The server.
  let server: EndpointServer
  /// What writes its requests down.
  let recorder: ActivityRecorder
  /// What takes out old sessions beside it.
  let pruning: Task<Void, Never>
  /// The issuer that its tokens carry.
  let issuer: String

  /// Stops the server when what is in flight is answered, and writes the last requests down.
  func stop() async {
    pruning.cancel()
    await server.stop()
    await pruning.value
    recorder.flush()
  }
}
