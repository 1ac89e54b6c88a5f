import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("A pasted token")
struct TokenInspectorTests {
  @Test("The story's token is good for its own application and for no other")
  func verdicts() async throws {
    let world = try await World()
    let inspector = TokenInspector(keys: world.keys)
    let view = try await world.view()
    let own = inspector.inspect(view.compact, for: Story.frontEnd, at: world.now)
    #expect(own.isAccepted)
    #expect(own.token?.claims == view.claims)
    #expect(own.token?.header == view.header)
    let other = inspector.inspect(view.compact, for: Story.backEnd, at: world.now)
    #expect(other.decoding == .fine)
    #expect(other.signature == .fine)
    #expect(other.acceptance == .audience(["front-end-app"], requester: Story.backEnd))
    let late = world.now.advanced(seconds: 1201)
    let expired = inspector.inspect(view.compact, for: Story.frontEnd, at: late)
    #expect(
      expired.acceptance == .tokenExpired(at: world.now.advanced(seconds: 1200), now: late))
    #expect(inspector.inspect(view.compact, at: late).acceptance == nil)
  }

  @Test("The signature is judged apart from the contents")
  func foreignKey() async throws {
    let world = try await World()
    let view = try await world.view()
    var stored = try World.foreign.get()
    stored.id = world.keys.id
    let inspector = TokenInspector(keys: try await RealmKeys(stored))
    let inspection = inspector.inspect(view.compact, for: Story.frontEnd, at: world.now)
    #expect(inspection.signature == .tokenSignature(.wrong))
    #expect(inspection.acceptance == .fine)
    #expect(!inspection.isAccepted)
  }

  @Test("An ID token and a refresh token decode and are not accepted")
  func otherKinds() async throws {
    let world = try await World()
    let inspector = TokenInspector(keys: world.keys)
    for token in try await world.signIn().tokens {
      let inspection = inspector.inspect(token.compact, for: Story.frontEnd, at: world.now)
      #expect(inspection.token == token)
      #expect(inspection.signature == .fine)
      #expect(inspection.isAccepted == (token.kind == .access))
    }
  }

  @Test("What came along with the paste does not matter")
  func paste() async throws {
    let world = try await World()
    let inspector = TokenInspector(keys: world.keys)
    let token = try await world.token()
    let half = token.index(token.startIndex, offsetBy: 100)
    for text in [
      "\"\(token)\"", " \(token)\n", "Bearer \(token)", "Authorization: Bearer \(token)",
      "'\(token)',", "\(token[..<half])\r\n  \(token[half...])",
    ] {
      #expect(inspector.inspect(text, for: Story.frontEnd, at: world.now).isAccepted, "\(text)")
    }
  }

  @Test("Malformed ones do not decode, or are not accepted", arguments: MalformedTokens.all)
  func malformed(token: String) async throws {
    let inspector = TokenInspector(keys: try await RealmKeys(try World.stored.get()))
    let inspection = inspector.inspect(token, for: Story.frontEnd, at: Story.start)
    #expect(!inspection.isAccepted)
    if inspection.decoding != .fine {
      #expect(inspection.token == nil)
      #expect(inspection.signature == nil)
    }
  }
}
