import PortalModel
import PortalTestSupport
import PortalTokens
import Testing

@testable import PortalStore

@Suite("What no token can lead to any more is taken out")
struct PruningTests {
  let scratch = Scratch()
  private let start = Story.start
  private static let day: Int64 = 86_400

  private func session(_ id: String, at instant: Instant) -> [TokenRecord] {
    [
      .userSession(
        UserSession(
          id: id, identity: Story.jdoe, signIn: SignIn(level: .cern, multifactor: false),
          startedAt: instant, lastUsedAt: instant)),
      .clientSession(ClientSession(session: id, client: Story.frontEnd, startedAt: instant)),
      .clientSession(ClientSession(session: id, client: Story.starting, startedAt: instant)),
    ]
  }

  private func counts(_ portal: PortalDatabase) throws -> [String: Int] {
    try portal.reading { database in
      try Dictionary(
        uniqueKeysWithValues: [
          "sessions", "client_sessions", "offline_sessions", "codes", "devices", "revocations",
          "refresh_uses",
        ].map { table in
          (table, try database.first("SELECT count(*) FROM \(table)") { $0[0] } ?? -1)
        })
    }
  }

  @Test func `a login goes a day after its maximum time, with the clients in it`() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let realm = Realm()
    let later = start.advanced(seconds: 3600)
    try portal.record(session("old", at: start) + session("young", at: later))
    let use = RefreshUse(
      session: "old", client: Story.frontEnd, token: "j", count: 1, lastUsedAt: later)
    try portal.record([.sessionEnded("young", at: later), .refreshUsed(use)])
    let kept = try portal.read { try $0.refreshUse(of: Story.frontEnd, in: "old") }
    #expect(kept == use)
    let end = start.advanced(seconds: realm.sessionMaximum + Self.day)
    #expect(try !portal.prune(at: end, realm))
    #expect(try counts(portal)["sessions"] == 2)
    #expect(try !portal.prune(at: end.advanced(seconds: 1), realm))
    #expect(
      try counts(portal) == [
        "sessions": 1, "client_sessions": 2, "offline_sessions": 0, "codes": 0, "devices": 0,
        "revocations": 0, "refresh_uses": 0,
      ])
    let young = try portal.read { try $0.userSession("young") }
    #expect(young != nil)
    #expect(try !portal.prune(at: end.advanced(seconds: 3601), realm))
    #expect(try counts(portal).values.allSatisfy { $0 == 0 })
  }

  @Test func `a login stays while a client may go on in it`() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let realm = Realm()
    let used = start.advanced(seconds: 20 * Self.day)
    try portal.record(
      session("s", at: start) + [
        .offlineSession(
          OfflineSession(
            session: "s", client: Story.frontEnd, startedAt: start, lastUsedAt: used))
      ])
    let end = used.advanced(seconds: realm.offlineIdle + Self.day)
    #expect(try !portal.prune(at: end, realm))
    #expect(try counts(portal)["client_sessions"] == 2)
    #expect(try !portal.prune(at: end.advanced(seconds: 1), realm))
    #expect(try counts(portal).values.allSatisfy { $0 == 0 })
  }

  @Test func `codes, devices and revocations go a day after their end`() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let end = start.advanced(seconds: 60)
    try portal.record([
      .code(
        AuthorizationCode(
          digest: "c", client: Story.starting, session: "s", redirectURI: "", scope: [],
          expiresAt: end, usedAt: start)),
      .device(
        Device(
          digest: "d", userDigest: "u", client: Story.starting, scope: [], expiresAt: end)),
      .revoked(jti: "j", expires: end),
    ])
    #expect(try !portal.prune(at: end.advanced(seconds: Self.day), Realm()))
    let here = try counts(portal)
    #expect([here["codes"], here["devices"], here["revocations"]] == [1, 1, 1])
    #expect(try !portal.prune(at: end.advanced(seconds: Self.day + 1), Realm()))
    #expect(try counts(portal).values.allSatisfy { $0 == 0 })
  }

  @Test func `a step takes no more than its share`() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    try portal.record((0..<25).flatMap { session("s\($0)", at: start) })
    try portal.record((0..<7).map { .revoked(jti: "j\($0)", expires: start) })
    let now = start.advanced(seconds: 10 * Self.day)
    #expect(try portal.prune(at: now, Realm(), limit: 10))
    let first = try counts(portal)
    #expect([first["sessions"], first["client_sessions"], first["revocations"]] == [15, 30, 0])
    #expect(try portal.prune(at: now, Realm(), limit: 10))
    #expect(try !portal.prune(at: now, Realm(), limit: 10))
    #expect(try counts(portal).values.allSatisfy { $0 == 0 })
  }

  @Test func `each kind is found along an index`() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let plans: [String] = try portal.reading { database in
      try [
        "SELECT id FROM sessions WHERE started_at < ?", "SELECT 1 FROM codes WHERE expires_at < ?",
        "SELECT 1 FROM devices WHERE expires_at < ?",
        "SELECT 1 FROM revocations WHERE expires_at < ?",
        "SELECT 1 FROM offline_sessions WHERE last_used_at < ?",
      ].flatMap { sql in
        try database.all("EXPLAIN QUERY PLAN " + sql, [0]) { $0[3] as String }
      }
    }
    #expect(plans.count == 5)
    #expect(plans.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plans)")
  }
}
