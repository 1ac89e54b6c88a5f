import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Where each audience comes from (§8.1)")
struct AudienceOriginTests {
  private static func audience(_ answer: TokenAnswer) throws -> TokenView.Claim {
    let token = try #require(answer.tokens.first)
    return try #require(token.claims.first { $0.name == "aud" })
  }

  @Test func `one alone has one origin`() async throws {
    let world = try await World()
    let target = try Self.audience(try await world.exchanged())
    #expect(target.origin == .target && target.elements.isEmpty)
    let own = try await world.view()
    #expect(own.claims.first { $0.name == "aud" }?.origin == .audienceMapper)
  }

  @Test func `several are told apart: roles by full scope, another mapper, the target`()
    async throws
  {
    let world = try await World()
    try world.configure(Story.backEnd) {
      ($0.fullScopeAllowed, $0.extraAudiences) = (true, ["authorization-service-api"])
    }
    let claim = try Self.audience(try await world.exchanged())
    let pairs = zip(claim.value.strings, claim.elements).map { "\($0) \($1.rawValue)" }
    #expect(pairs.count == claim.value.strings.count && pairs.count >= 3)
    #expect(pairs.first == "front-end-app roles")
    #expect(pairs.contains("authorization-service-api extra_mapper"))
    #expect(pairs.last == "back-end-api target")
  }

  @Test func `no audience makes the requester the target, and says so`() async throws {
    let world = try await World()
    let answer = try await world.exchanged(toward: nil)
    #expect(answer.notes.contains(.audienceDefaulted(Story.frontEnd)))
    let check = answer.verdict.checks.first { $0.id == .audience }
    #expect(check?.found == .targetDefaulted(Story.frontEnd))
    let named = try await world.exchanged(toward: Story.frontEnd)
    #expect(!named.notes.contains(.audienceDefaulted(Story.frontEnd)))
    #expect(
      named.verdict.checks.first { $0.id == .audience }?.found
        == .target(Story.frontEnd, isSelf: true, unused: []))
  }

  @Test func `a user without any role in the target is told`() async throws {
    let world = try await World()
    let some = try await world.exchanged()
    #expect(!some.notes.contains(.noRole(of: Story.backEnd, Story.jdoe)))
    for role in world.portal.facts.roles(of: Story.backEnd) {
      try world.perform(.deleteRole(Story.backEnd, role.id), as: Story.bob)
    }
    let none = try await world.exchanged()
    #expect(none.notes.contains(.noRole(of: Story.backEnd, Story.jdoe)))
  }
}
