import PortalModel
import PortalTestSupport
import PortalTokens
import Testing

@testable import PortalStore

@Suite struct TokenStoreTests {
  let scratch = Scratch()

  @Test func keepsWhatIsRecorded() throws {
    let portal = try scratch.story()
    let session = UserSession(
      id: "s1", identity: Story.jdoe, signIn: SignIn(level: .edugain, multifactor: true),
      startedAt: Story.start, lastUsedAt: Story.start)
    let client = ClientSession(session: "s1", client: Story.frontEnd, startedAt: Story.start)
    let later = Story.start.advanced(seconds: 9)
    try portal.record([
      .userSession(session), .clientSession(client), .clientSession(client),
      .sessionUsed("s1", at: later), .sessionUsed("s1", at: Story.start),
      .revoked(jti: "j1", expires: later), .revoked(jti: "j1", expires: later),
      .notBefore(.realm, Story.start), .notBefore(.client(Story.frontEnd), later),
      .notBefore(.client(Story.frontEnd), Story.start),
    ])
    portal.close()
    let again = try scratch.open()
    defer { again.close() }
    var expected = session
    expected.lastUsedAt = later
    try again.read { (facts) throws in
      #expect(try facts.userSession("s1") == expected)
      #expect(try facts.clientSession(of: Story.frontEnd, in: "s1") == client)
      #expect(try facts.clientSession(of: Story.backEnd, in: "s1") == nil)
      #expect(try facts.isRevoked(jti: "j1"))
      #expect(try !facts.isRevoked(jti: "j2"))
      #expect(try facts.notBefore(of: [.identity(Story.jdoe)]) == nil)
      #expect(try facts.notBefore(of: [.realm, .client(Story.frontEnd)]) == later)
      #expect(try facts.secret(of: Story.starting) == "SECRET")
      #expect(try facts.exchangeGrants(toward: Story.target) == (ever: true, now: true))
      #expect(try facts.exchangeGrants(toward: Story.backEnd) == (ever: false, now: false))
    }
  }

  @Test func keepsTheFirstKey() throws {
    let portal = try scratch.open()
    defer { portal.close() }
    func key(_ id: String) -> StoredKey {
      StoredKey(
        id: id, privateKeyPEM: "pem", refreshSecret: [0, 1, 255], createdAt: Story.start)
    }
    #expect(try portal.signingKey() == nil)
    #expect(try portal.keep(key("first")) == key("first"))
    #expect(try portal.keep(key("second")) == key("first"))
    #expect(try portal.signingKey() == key("first"))
  }

  @Test func aScenarioLeavesSessionsAlone() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    try portal.record([.revoked(jti: "j1", expires: Story.start)])
    _ = try portal.perform(
      .loadScenario(Story.script), as: .person(Story.alice), at: Story.start)
    let isRevoked = try portal.read { try $0.isRevoked(jti: "j1") }
    #expect(isRevoked)
  }

  @Test func errorsOfTheCallerPass() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    #expect(throws: Refusal.reasonMissing) {
      try portal.read { _ in throw Refusal.reasonMissing }
    }
    let application = try portal.read { try $0.application(Story.frontEnd) }
    #expect(application != nil)
  }
}
