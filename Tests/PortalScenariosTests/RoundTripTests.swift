import Foundation
import PortalModel
import PortalTrials
import Testing

/// Whatever people do in a portal, its export loads into the same portal.
@Suite struct RoundTripTests {
  /// Histories of which nobody knows beforehand: a fault names its seed, and with `EXPORT_SEED` that
  /// one is tried alone. `PortalBenchmarks exports` tries thousands.
  ///
  /// A way there and back of nothing would show nothing: so it goes on drawing until everything that a
  /// portal can hold has been held by one, however rare.
  @Test func everyHistoryComesBack() throws {
    let chosen = ProcessInfo.processInfo.environment["EXPORT_SEED"].flatMap(UInt64.init)
    let first = chosen ?? UInt64.random(in: 0..<1 << 32)
    var seen = Seen()
    var commands = 0
    var count = 0
    while count < Self.enough || !seen.missing.isEmpty, count < Self.limit {
      let seed = first &+ UInt64(count)
      let result = try ExportTrial().run(seed: seed, steps: 20 + Int(seed % 4) * 40)
      count += 1
      commands += result.history.count
      seen.take(result.contents)
      if let fault = result.fault {
        Issue.record("EXPORT_SEED=\(result.seed): \(fault) after \(result.history)")
        return
      }
      if chosen != nil { return }
    }
    print("round trip: \(count) exports from seed \(first), \(commands) accepted commands")
    #expect(seen.missing == [])
  }

  /// How many histories are drawn whatever they hold.
  private static let enough = 200
  /// After how many it is no chance any more that something is still missing: the rarest is held by one
  /// of about a hundred.
  private static let limit = 4000

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
