import PortalModel
import Testing

@testable import PortalTokens

@Suite("Scopes (§10, 24 to 26.x)")
struct ScopeTests {
  /// A row: `scope` parameter, subject token's scopes, granted, dropped.
  struct Row: Sendable {
    var requested: String?
    var held: String
    var granted: String
    var dropped = ""
  }

  @Test(
    "Requested and held, as the target offers them",
    arguments: [
      Row(requested: nil, held: "openid profile email", granted: "openid profile email"),
      Row(requested: nil, held: "profile", granted: "profile email"),
      Row(requested: nil, held: "phone profile", granted: "profile email phone"),
      Row(requested: "phone", held: "profile", granted: "profile email", dropped: "phone"),
      Row(requested: "phone", held: "phone openid", granted: "profile email phone"),
      Row(requested: "openid", held: "profile", granted: "profile email", dropped: "openid"),
      Row(requested: "openid", held: "openid", granted: "openid profile email"),
      Row(requested: "", held: "openid phone", granted: "profile email"),
      Row(requested: nil, held: "magic", granted: "profile email", dropped: "magic"),
    ])
  func granted(row: Row) {
    func cut(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let scope = GrantedScope(
      requested: row.requested.map(cut), held: cut(row.held), target: ClientSettings())
    #expect(scope.text == row.granted)
    #expect(scope.dropped == cut(row.dropped))
  }

  @Test("What became of each scope is what was granted", arguments: [nil, "phone openid x"])
  func fates(requested: String?) {
    let asked = requested.map { $0.split(separator: " ").map(String.init) }
    let held = ["openid", "phone", "magic"]
    let scope = GrantedScope(requested: asked, held: held, target: ClientSettings())
    let fates = scope.fates(requested: asked, held: held, target: ClientSettings())
    #expect(fates.filter(\.isGranted).map(\.name) == scope.names)
    #expect(fates.filter(\.isHeld).map(\.name) == held)
    #expect(Set(fates.map(\.name)).count == fates.count)
    #expect(fates.first { $0.name == "magic" }?.offer == ScopeFate.Offer.none)
    #expect(fates.first { $0.name == "profile" }?.offer == .always)
    #expect(fates.first { $0.name == "phone" }?.offer == .optional)
    #expect(fates.allSatisfy { ($0.isAsked == nil) == (requested == nil) })
    #expect(fates.contains { $0.name == "x" } == (requested != nil))
  }

  @Test("A target without e-mail leaves the claim out")
  func withoutEmail() async throws {
    let world = try await World()
    try world.configure(.init(trusted: "back-end-api")) { $0.defaultScopes = ["profile"] }
    let answer = try await world.exchanged()
    #expect(answer.reply.body?["scope"]?.string == "openid profile")
    #expect(answer.tokens.first?["email"] == nil)
    #expect(answer.notes.contains(.scopesDropped(["email"])))
  }
}
