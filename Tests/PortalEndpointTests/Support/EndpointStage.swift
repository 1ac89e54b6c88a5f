import Foundation
import Logging
import PortalModel
import PortalTestSupport
import Synchronization
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

/// The story's portal behind a server on a port of its own.
struct EndpointStage: Sendable {
  let portal: MemoryPortal
  let service: TokenService
  let server: EndpointServer
  let notes: StageNotes

  static let stored = Result { try StoredKey.generate(at: Story.start) }
  static let foreign = Result { try StoredKey.generate(at: Story.start) }

  /// Where everything of the realm stands.
  static let realm = "/auth/realms/cern"
  static let endpoints = realm + "/protocol/openid-connect"
  static let token = endpoints + "/token"

  /// Runs a test against a server, and stops it.
  @discardableResult
  static func run<Value: Sendable>(
    _ settings: EndpointSettings = .ofTests, realm: Realm = Realm(), at now: Instant = moment,
    _ body: (EndpointStage) async throws -> Value
  ) async throws -> Value {
    await StageGate.shared.enter()
    do {
      let value = try await runNow(settings, realm: realm, at: now, body)
      await StageGate.shared.leave()
      return value
    } catch {
      await StageGate.shared.leave()
      throw error
    }
  }

  private static func runNow<Value: Sendable>(
    _ settings: EndpointSettings, realm: Realm, at now: Instant,
    _ body: (EndpointStage) async throws -> Value
  ) async throws -> Value {
    let portal = try MemoryPortal.story()
    let keys = try await RealmKeys(portal.keep(try stored.get()))
    // Any key will do, and drawing one takes long.
    _ = try portal.keepEncryptionKey(foreign.get().privateKeyPEM)
    let service = TokenService(realm: realm, keys: keys, store: portal)
    let notes = StageNotes(now)
    let endpoint = try Endpoint(
      service: service, clock: { notes.now },
      watch: EndpointWatch(
        people: { limit in
          Array(portal.facts.allIdentities.filter { $0.kind != .application }.prefix(limit))
        }, realm: { try notes.realm.get() }, record: { notes.add($0) }, fault: { notes.add($0) }))
    let server = try await EndpointServer.start(
      endpoint, settings, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let value: Value
    do {
      value = try await body(
        EndpointStage(portal: portal, service: service, server: server, notes: notes))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
    #expect(notes.faults.isEmpty)
    return value
  }

  /// An hour after the story was set up.
  static let moment = Story.start.advanced(seconds: 3600)

  var now: Instant { notes.now }
}

/// Lets so many servers run at once: there are hundreds of rows, and all are begun together.
actor StageGate {
  static let shared = StageGate(16)
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ free: Int) { self.free = free }

  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// The clock of a stage, and what it was told.
final class StageNotes: Sendable {
  private struct Notes {
    var now: Instant
    var entries: [ActivityEntry] = []
    var faults: [String] = []
    var realm: Result<Realm?, any Error> = .success(nil)
  }
  private let notes: Mutex<Notes>

  init(_ now: Instant) { notes = Mutex(Notes(now: now)) }

  var now: Instant { notes.withLock(\.now) }
  var entries: [ActivityEntry] { notes.withLock(\.entries) }
  var faults: [String] { notes.withLock(\.faults) }
  /// The realm's settings as another process has made them; `nil` for those at the start.
  var realm: Result<Realm?, any Error> { notes.withLock(\.realm) }

  func add(_ entry: ActivityEntry) { notes.withLock { $0.entries.append(entry) } }
  func add(_ fault: any Error) { notes.withLock { $0.faults.append("\(fault)") } }
  func set(_ now: Instant) { notes.withLock { $0.now = now } }
  func change(_ realm: Realm) { notes.withLock { $0.realm = .success(realm) } }
  func breakRealm(_ error: any Error) { notes.withLock { $0.realm = .failure(error) } }

  /// The faults until now, each of which a test expected.
  func takeFaults() -> [String] {
    notes.withLock { notes in
      defer { notes.faults = [] }
      return notes.faults
    }
  }
}

extension Instant {
  /// Now, for programs whose clock cannot be stopped.
  static var real: Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}

extension EndpointSettings {
  /// A port that the system chooses, and patience for a machine that does much else.
  static var ofTests: EndpointSettings {
    var settings = EndpointSettings()
    settings.address.port = 0
    settings.limits.idle = 120_000
    settings.limits.transfer = 120_000
    settings.limits.stopping = 120_000
    return settings
  }
}
