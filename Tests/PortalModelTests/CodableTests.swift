import Foundation
import PortalModel
import PortalTestSupport
import Testing

/// What is stored and sent is refused where it is ill-formed, and never read as something else.
@Suite struct CodableTests {
  private struct Box<Value: Codable>: Codable { var value: Value }

  private func read<Value: Codable>(_: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(Box<Value>.self, from: Data("{\"value\":\(json)}".utf8)).value
  }

  @Test func illFormedTextsAreRefused() {
    #expect(throws: DecodingError.self) { try read(ApplicationIdentifier.self, "\"A\"") }
    #expect(throws: DecodingError.self) { try read(RedirectURI.self, "\"nowhere\"") }
    #expect(throws: DecodingError.self) { try read(Instant.self, "\"2026-02-30T00:00:00Z\"") }
    #expect(throws: DecodingError.self) { try read(LevelOfAssurance.self, "\"CERN\"") }
    #expect(throws: DecodingError.self) { try read(Instant.self, "0") }
  }

  @Test func wordsAreReadable() throws {
    #expect(try read(LevelOfAssurance.self, "\"edugain-sirtfi\"") == .edugainSirtfi)
    #expect(try read(Instant.self, "\"1970-01-01T00:00:01Z\"") == Instant(seconds: 1))
    #expect(try read(ApplicationIdentifier.self, "\"front-end-app\"") == Story.frontEnd)
  }

  /// As the journals of the first layout hold it.
  @Test func whatIsNewIsMissingInOldRows() throws {
    let old = """
      {"createIdentity":{"_0":{"email":"","enabled":true,"familyName":"Doe","givenName":"Jane",\
      "hasSecondFactor":false,"id":"jdoe","kind":"primary","language":"EN","personID":800005}}}
      """
    let identity = Identity(
      id: Story.jdoe, kind: .primary, givenName: "Jane", familyName: "Doe", personID: 800_005)
    #expect(try read(PortalCommand.self, old) == .createIdentity(identity))
  }

  @Test func settingsOfOlderRowsHaveTheTemplatesValues() throws {
    let old = """
      {"configureClient":{"_0":"shop","_1":{"consentRequired":true,"defaultScopes":["email"],\
      "enabled":true,"fullScopeAllowed":false,"optionalScopes":[],"ownAudience":true,\
      "useRefreshTokens":true}}}
      """
    var settings = ClientSettings()
    settings.consentRequired = true
    settings.defaultScopes = ["email"]
    settings.optionalScopes = []
    #expect(try read(PortalCommand.self, old) == .configureClient(Name.shop, settings))
  }

  @Test func aVerdictSurvivesJSON() throws {
    let managers = Managers(owner: Story.bob, administrators: Name.admins)
    let verdict = Verdict(
      checks: [
        Check(
          id: .audience, outcome: .passed, found: .target(Story.backEnd, isSelf: false, unused: [])),
        Check(
          id: .permission, outcome: .failed,
          found: .permission(
            Story.direction, .noPolicy, newest: AcceptedCommandTests.round, target: managers)),
        Check(id: .signInRoles, outcome: .notReached, found: nil),
      ],
      repairs: [
        Repair(steps: [
          .init(command: Name.granted.command, by: Story.bob, managers: managers)
        ]),
        Repair(steps: [], request: .set([.init(name: "audience", value: "back-end-api")])),
      ])
    let data = try JSONEncoder().encode(verdict)
    #expect(try JSONDecoder().decode(Verdict.self, from: data) == verdict)
    #expect(verdict.failure?.id == .permission)
  }
}
