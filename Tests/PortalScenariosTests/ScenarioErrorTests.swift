import PortalModel
import PortalScenarios
import Testing

/// Each mistake in a small sound scenario is found, on its line and in its field.
@Suite struct ScenarioErrorTests {
  static let sound = """
    format: portal.scenario/1
    identities:
      ann: {}
      ben: {}
      cleo: {}
    groups:
      makers:
        members: [ben]
      users: {}
    applications:
      shop:
        name: Shop
        owner: ann
        administrators: makers
        home-page: https://shop.example
        registration:
          kind: public
          redirect-uris: ["https://shop.example/*"]
        roles:
          buyer: {name: Buyer, groups: [users]}
      store:
        name: Store
        owner: cleo
        registration:
          kind: confidential
          base-url: https://store.example
          redirect-uris: ["https://store.example/*"]
    exchange-permissions:
      - from: shop
        to: store
        state: rejected
        requested: {by: ben, at: 3 days ago}
        decided: {by: cleo, reason: No.}
    """

  struct Mistake: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var line: Int
    var field: String
    var words: String
    var testDescription: String { new }
  }

  private static func mistake(
    _ old: String, _ new: String, _ line: Int, _ field: String, _ words: String
  ) -> Mistake {
    Mistake(old: old, new: new, line: line, field: field, words: words)
  }

  static let shapes = [
    mistake("format: portal.scenario/1", "title: x", 1, "", "'format' is missing"),
    mistake("scenario/1", "scenario/9", 1, "format", "'portal.scenario/9' is not known"),
    mistake("identities:", "identites:", 2, "identites", "did you mean 'identities'?"),
    mistake("  ann: {}", "  ann: {kind: primry}", 3, "identities.ann.kind", "'primary'"),
    mistake("  ann: {}", "  ann: {kind: application}", 3, "identities.ann.kind", "service, guest"),
    mistake("  ann: {}", "  ann: {enabled: maybe}", 3, "identities.ann.enabled", "true or false"),
    mistake("  ann: {}", "  ann: {person-id: x1}", 3, "identities.ann.person-id", "whole number"),
    mistake("  ann: {}", "  ann: {email: }", 3, "identities.ann.email", "nothing is found"),
    mistake("  ann: {}", "  ann: [a]", 3, "identities.ann", "a list is found"),
    mistake("  ann: {}", "  ann: {email: {a: b}}", 3, "identities.ann.email", "a text is expected"),
    mistake("  ann: {}", "  ann: {}\n  ann: {}", 3, "", "'ann' stands here more than once"),
    mistake("  ann: {}", "  'a b': {}", 3, "identities.a b", "has the character ' '"),
    mistake("members: [ben]", "members: ben", 8, "groups.makers.members", "a list is expected"),
    mistake("[ben]", "[ben, ben]", 8, "groups.makers.members[2]", "'ben' stands"),
    mistake("name: Shop", "name: ''", 12, "applications.shop.name", "the text is empty"),
    mistake("    name: Shop\n", "", 11, "applications.shop", "'name' is missing"),
    mistake(
      "https://shop.example\n", "http://localhost\n", 15, "applications.shop.home-page",
      "on this machine"),
    mistake(
      "kind: public", "kind: pubic", 17, "applications.shop.registration.kind", "'public'"),
    mistake(
      "https://shop.example/*", "https://shop.*/x", 18,
      "applications.shop.registration.redirect-uris[1]", "not the last character"),
    mistake(
      "[\"https://shop.example/*\"]", "[]", 18, "applications.shop.registration.redirect-uris",
      "the list is empty"),
    mistake(
      "kind: public", "kind: public\n      secret: x", 18, "applications.shop.registration.secret",
      "a public client has no secret"),
    mistake(
      "kind: public", "kind: public\n      settings: {access-token-lifetime: 0}", 18,
      "applications.shop.registration.settings.access-token-lifetime", "1 to 43200"),
    mistake(
      "    home-page: https://shop.example\n", "", 15, "applications.shop.registration",
      "'base-url' is missing"),
    mistake(
      "{name: Buyer, ", "{name: Buyer, minimum-level: cen, ", 20,
      "applications.shop.roles.buyer.minimum-level", "(did you mean 'cern'?)"),
    mistake(
      "buyer: {name: Buyer, groups: [users]}", "default-role: removed", 20,
      "applications.shop.roles.default-role", "or 'deleted' for the default role"),
    mistake(
      "at: 3 days ago", "at: tomorrow", 32, "exchange-permissions[1].requested.at",
      "write 2026-11-22T10:15:00Z"),
    mistake(
      "at: 3 days ago", "at: 3 months ago", 32, "exchange-permissions[1].requested.at",
      "second, minute, hour, day, week"),
    mistake(
      ", reason: No.", "", 33, "exchange-permissions[1].decided", "'reason' is missing"),
    mistake("name: Shop", "name: [Shop", 13, "", "this is not YAML"),
  ]

  static let references = [
    mistake("[ben]", "[bne]", 8, "groups.makers.members[1]", "(did you mean 'ben'?)"),
    mistake(
      "members: [ben]", "member-groups: [uzers]", 8, "groups.makers.member-groups[1]",
      "there is no group 'uzers' in this scenario (did you mean 'users'?)"),
    mistake("owner: ann", "owner: nobody", 13, "applications.shop.owner", "no identity 'nobody'"),
    mistake(
      "administrators: makers", "administrators: maker", 14, "applications.shop.administrators",
      "(did you mean 'makers'?)"),
    mistake(
      "[users]", "[usrs]", 20, "applications.shop.roles.buyer.groups[1]",
      "(did you mean 'users'?)"),
    mistake("name: Store", "name: Shop", 22, "applications.store.name", "that of 'shop' already"),
    mistake("  ann: {}", "  ann: {}\n  store: {}", 22, "applications.store", "a login as well"),
    mistake(
      "  ann: {}", "  ann: {}\n  service-account-shop: {kind: service}", 4,
      "identities.service-account-shop", "made for an application"),
    mistake(
      "members: [ben]", "member-groups: [outer]\n  outer: {member-groups: [makers]}", 7,
      "groups.makers", "makers in outer in makers"),
    mistake("from: shop", "from: shp", 29, "exchange-permissions[1].from", "'shp'"),
    mistake("to: store", "to: shop", 30, "exchange-permissions[1].to", "toward itself"),
    mistake(
      "by: ben", "by: cleo", 32, "exchange-permissions[1].requested.by", "write 'automatic'"),
    mistake(
      "{by: cleo,", "{by: ben,", 33, "exchange-permissions[1].decided.by",
      "'ben' neither owns 'store'"),
    mistake(
      "requested: {by: ben, at: 3 days ago}", "granted: {by: cleo}", 32,
      "exchange-permissions[1].granted", "cannot stand beside 'state: rejected'"),
    mistake(
      "state: rejected", "state: pending", 33, "exchange-permissions[1].decided",
      "cannot stand beside 'state: pending'"),
    mistake(
      "requested: {", "granted: {by: cleo}\n    requested: {", 32,
      "exchange-permissions[1].granted", "cannot stand beside 'requested'"),
    mistake("owner: cleo", "owner: service-account-store", 23, "applications.store.owner", "own"),
  ]

  @Test func theSoundOneIsSound() throws {
    _ = try Scenario.parse(Self.sound, name: "sound")
  }

  @Test(arguments: shapes + references) func isFound(mistake: Mistake) throws {
    let cut = try #require(Self.sound.range(of: mistake.old))
    let text = Self.sound.replacingCharacters(in: cut, with: mistake.new)
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "broken") }
    let found = try #require(error).problems
    #expect(
      found.contains {
        $0.line == mistake.line && $0.field == mistake.field && $0.sentence.contains(mistake.words)
      }, "\(found.map(\.sentence))")
  }

  @Test func allMistakesAreFoundAtOnce() throws {
    let text = Self.sound.replacing("owner: ann", with: "owner: an")
      .replacing("kind: public", with: "kind: open").replacing("{by: cleo,", with: "{by: cloe,")
      .replacing("  ben: {}", with: "  ben: {languages: EN}")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "broken") }
    #expect(try #require(error).problems.map(\.line) == [4, 13, 17, 33])
    #expect(try #require(error).description.split(separator: "\n").count == 4)
  }

  @Test func aRoundMayFollowOnlyOneThatIsOver() throws {
    let second = "\n  - {from: shop, to: store, state: pending, requested: {by: ann}}"
    _ = try Scenario.parse(Self.sound + second, name: "sound")
    let error = #expect(throws: ScenarioError.self) {
      try Scenario.parse(Self.sound + second + second, name: "broken")
    }
    #expect(try #require(error).problems.map(\.kind) == [.roundStillOpen(.pending)])
    #expect(try #require(error).problems.map(\.line) == [35])
  }

  @Test func applicationsMayNotOwnEachOther() throws {
    let text = Self.sound.replacing("owner: ann", with: "owner: service-account-store")
      .replacing("owner: cleo", with: "owner: service-account-shop")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "broken") }
    #expect(try #require(error).problems.contains { $0.sentence.contains("shop owned by store") })
  }
}
