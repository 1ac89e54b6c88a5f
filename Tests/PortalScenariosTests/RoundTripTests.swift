import PortalModel
import PortalTrials
import Testing

/// Whatever people do in a portal, its export loads into the same portal.
@Suite struct RoundTripTests {
  /// The same histories each time, so that what they hold in the end is known, and a few that are drawn:
  /// with the seed of a failure those are the same again. `PortalBenchmarks exports` tries thousands.
  @Test func everyHistoryComesBack() throws {
    let drawn = UInt64.random(in: 0..<1 << 32)
    var seen = Seen()
    var commands = 0
    let seeds = (1...400).map { UInt64($0) } + (0..<8).map { drawn &+ UInt64($0) }
    for (number, seed) in seeds.enumerated() {
      let result = try ExportTrial().run(seed: seed, steps: 20 + number % 4 * 40)
      commands += result.history.count
      if number < 400 { seen.take(result.contents) }
      if let fault = result.fault {
        Issue.record("seed \(result.seed): \(fault) after \(result.history)")
        return
      }
    }
    print(
      "round trip: \(seeds.count) exports, the last 8 from seed \(drawn), \(commands) accepted commands"
    )
    // A way there and back of nothing would show nothing.
    #expect(seen.missing == [])
  }

  @Test func aTextThatForgetsIsFoundOutAndTheShortestWayToItNamed() throws {
    var trial = ExportTrial()
    trial.tamper = { text in
      text.split(separator: "\n").filter { !$0.contains("multifactor:") }.joined(separator: "\n")
    }
    let result = try #require(
      try (0..<20).lazy.map { try trial.run(seed: $0, steps: 120) }.first { $0.fault != nil })
    #expect(result.fault?.hasPrefix("other roles") == true)
    // People and groups, an application, its registration, its role.
    #expect(result.history.count <= 4)
  }

  /// What portals held in the end, taken together.
  private struct Seen {
    private var things: Set<String> = []

    mutating func take(_ contents: PortalContents) {
      things.formUnion(contents.permissions.map { "by \($0.origin.rawValue)" })
      things.formUnion(contents.permissions.map(\.state.rawValue))
      things.formUnion(contents.identities.map { "\($0.kind.rawValue)" })
      things.formUnion(contents.roles.map { $0.minimumLevel.word })
      let parts: [(String, Bool)] = [
        ("offers", contents.ownershipOffers.isEmpty), ("SAML", contents.samlRegistrations.isEmpty),
        ("links", contents.roleLinks.isEmpty), ("memberships", contents.memberships.isEmpty),
        ("settings", contents.registrations.allSatisfy { $0.settings == ClientSettings() }),
        ("blocked", !contents.applications.contains(where: \.blocked)),
        ("supervisors", contents.identities.allSatisfy { $0.supervisor == nil }),
        ("further rounds", !contents.permissions.contains { $0.round > 1 }),
      ]
      things.formUnion(parts.filter { !$0.1 }.map(\.0))
    }

    var missing: [String] {
      // Each pair of origin and state has a history of its own in `ExportTests`.
      let expected =
        ExchangePermission.State.allCases.map(\.rawValue)
        + ExchangePermission.Origin.allCases.map { "by \($0.rawValue)" } + [
          "offers", "SAML", "links", "memberships", "settings", "blocked", "supervisors",
          "further rounds",
        ] + AccountKind.allCases.map(\.rawValue) + LevelOfAssurance.allCases.map(\.word)
      return expected.filter { !things.contains($0) }
    }
  }
}
