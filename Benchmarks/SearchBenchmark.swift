import Foundation
import PortalModel
import PortalStore

/// What each key typed into a search costs on a large portal: lists, pickers, and the question of
/// who has a role.
struct SearchBenchmark {
  var applications: Int
  /// A portal made before, kept for the next time; `nil` makes one and removes it.
  var kept: String?

  func run() throws {
    let folder =
      kept
      ?? FileManager.default.temporaryDirectory.appending(path: "portal-bench-\(UUID().uuidString)")
      .path
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: folder) } }
    let portal = try PortalDatabase.open(PortalHome(folder: folder))
    defer { portal.close() }
    if try portal.isFresh() { try portal.generate(applications: applications) }
    let totals = try portal.totals()
    print(
      "\n\(totals.applications) applications, \(totals.people) identities, \(totals.groups) groups")
    try lists(portal)
    try pickers(portal)
    try holders(portal)
  }

  /// Every beginning of what people type: words of identifiers, names and owners, as contained,
  /// as beginning and as the whole.
  private func searches(_ texts: [String]) -> [String] {
    var generator = TypedWords(seed: 7)
    return (0..<60).flatMap { _ in
      let text = texts[generator.below(texts.count)]
      let words = text.split { " -".contains($0) }.map(String.init)
      let word = generator.below(2) == 0 ? text : words[generator.below(words.count)]
      let sign = ["", "", "", "^", "="][generator.below(5)]
      return word.indices.map { sign + word[...$0] }
    }
  }

  private func lists(_ portal: PortalDatabase) throws {
    let rows = try sample(portal)
    let texts = rows.flatMap { [$0.id.text, $0.name, $0.owner.text] }
    for sort in ApplicationQuery.Sort.allCases {
      try measure("  1 Applications, a key, sorted by \(sort)", searches(texts)) {
        try portal.applications(
          ApplicationQuery(scope: .all, sort: sort, filter: $0), limit: 40
        ).rows.count
      }
    }
    let people = try portal.identities(filter: "tanaka", limit: 200).rows
      .flatMap { [$0.id.text, $0.familyName, $0.givenName] }
    try measure("  3 People, a key", searches(people)) {
      try portal.identities(filter: $0, limit: 40).rows.count
    }
    let groups = try portal.groups(filter: "", limit: 200).rows
      .flatMap { [$0.id.text, $0.displayName] }
    try measure("  3 Groups, a key", searches(groups)) {
      try portal.groups(filter: $0, limit: 40).rows.count
    }
  }

  private func pickers(_ portal: PortalDatabase) throws {
    let texts = try sample(portal).flatMap { [$0.id.text, $0.name] }
    try measure(
      "  picker of applications, a key", searches(texts).filter { !"^=".contains($0.first ?? " ") }
    ) {
      try portal.applications(ApplicationQuery(scope: .all, filter: $0), limit: 50).rows.count
    }
    let people = try portal.identities(filter: "tanaka", limit: 200).rows
      .flatMap { [$0.id.text, "\($0.givenName) \($0.familyName)"] }
    try measure("  picker of people, a key", searches(people)) {
      try portal.identities(matching: $0, limit: 50).count
    }
    let groups = try portal.groups(filter: "", limit: 200).rows.map(\.displayName)
    try measure("  picker of groups, a key", searches(groups)) {
      try portal.groups(matching: $0, limit: 50).count
    }
  }

  private func holders(_ portal: PortalDatabase) throws {
    guard let application = try sample(portal).first(where: { $0.roles > 1 })?.id,
      let role = try portal.application(application)?.roles.last?.id
    else { return }
    var query = RoleHolderQuery(application: application, role: role)
    query.standings = [.has]
    var parts: [Double] = []
    var examined = 0
    var next: IdentityIdentifier?
    repeat {
      let start = ContinuousClock.now
      let part = try portal.roleHolders(query, after: next)
      parts.append(milliseconds(ContinuousClock.now - start))
      examined += part.examined
      next = part.next
    } while next != nil
    report(
      "  who has a role, all \(examined) accounts",
      "\(rounded(parts.reduce(0, +))) ms in all; a part \(Samples(parts).line("ms"))")
  }

  private func sample(_ portal: PortalDatabase) throws -> [ApplicationListing] {
    try ["monitor", "planner", "viewer", "workshop", "access", "^cryo", "9"].flatMap {
      try portal.applications(ApplicationQuery(scope: .all, filter: $0), limit: 30).rows
    }
  }

  private func measure(
    _ name: String, _ searches: [String], _ search: (String) throws -> Int
  ) throws {
    var times: [(time: Double, text: String)] = []
    for text in searches {
      let start = ContinuousClock.now
      _ = try search(text)
      times.append((milliseconds(ContinuousClock.now - start), text))
    }
    report(name, Samples(times.map(\.time)).line("ms"))
    let worst = times.sorted { $0.time > $1.time }.prefix(4)
    report("    slowest", worst.map { "\($0.text) \(rounded($0.time))" }.joined(separator: ", "))
  }
}

/// The same choices each time (a linear congruential generator).
private struct TypedWords {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }
}
