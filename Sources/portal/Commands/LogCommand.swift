import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal log`: everything that happened.
struct LogCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show what was done, refused and asked of the token service, newest first.",
    discussion: """
      NO is the row's number: plain for changes, which undo and return take, with r for refusals and \
      t for token requests.

      Example:
        portal log --app back-end-api --since 2h
      """)

  @Option(help: "At most so many rows.", transform: Parsing.limit)
  var limit = 50

  @Option(
    help: "Only what concerns this application.", transform: Parsing.application)
  var app: ApplicationIdentifier?

  @Option(help: "Only what this person did.", transform: Parsing.identity)
  var person: IdentityIdentifier?

  @Option(
    help: ArgumentHelp(
      "Only what happened since: an instant, or 30m, 2h, 3d ago.", valueName: "instant"),
    transform: Parsing.since)
  var since: Since?

  @Option(
    help: ArgumentHelp(
      "Only these kinds: changes, refusals, requests; may be given again.", valueName: "kind"),
    transform: Parsing.kind)
  var kind: [ActivityKind] = []

  @Flag(help: "Go on and print what happens, oldest first, until stopped.")
  var follow = false

  @OptionGroup var options: GlobalOptions

  var showsWork: Bool { false }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let filter = ActivityFilter(
        application: app, identity: person, since: since?.instant(now: session.now),
        kinds: kind.isEmpty ? Set(ActivityKind.allCases) : Set(kind))
      if follow {
        try await LogFollowing(
          session: session, filter: filter, isJSON: options.json, surroundings: surroundings
        ).run(last: limit)
        return Outcome(said: [])
      }
      let page = try session.database.activity(filter, limit: limit)
      let unknown = page.rows.isEmpty ? try unknown(in: session) : []
      return Outcome(
        schema: "portal.log/1", [.init("entries", .array(page.rows.map(\.json)))],
        lines: Self.table(page.rows) + unknown)
    }
  }

  /// What is said where nothing is found and a name of the filter is nobody's: what is gone may have
  /// rows, so it is no error.
  private func unknown(in session: PortalSession) throws -> [String] {
    var refusals: [Refusal] = []
    if let app, try session.database.application(app) == nil {
      refusals.append(.unknownApplication(app))
    }
    if let person, try session.database.identity(person) == nil {
      refusals.append(.unknownIdentity(person))
    }
    return try refusals.flatMap { refusal in
      let near = try session.nearest(to: refusal)
      return [refusal.explanation.what]
        + (near.isEmpty ? [] : ["Did you mean \(near.joined(separator: " or "))?"])
    }
  }

  static func table(_ rows: [ActivityRow]) -> [String] {
    let remarks = rows.enumerated().compactMap { index, row in row.remark.map { (index, $0) } }
    return TextTable(
      titles: ["NO", "WHEN (UTC)", "AS", "BY", "WHAT", "RESULT"],
      rows: rows.map { row in
        [
          row.number, row.at.dateAndTime, row.who, row.actor?.login ?? "", row.sentence,
          row.result,
        ]
      }, remarks: Dictionary(uniqueKeysWithValues: remarks)
    ).lines(empty: "Nothing of that kind happened yet.")
  }
}

/// How far back somebody asked to look.
enum Since: Hashable, Sendable {
  case instant(Instant)
  /// Seconds ago.
  case ago(Int64)

  func instant(now: Instant) -> Instant {
    switch self {
    case .instant(let instant): instant
    case .ago(let seconds): now.advanced(seconds: -seconds)
    }
  }
}

extension Parsing {
  @Sendable static func since(_ text: String) throws -> Since {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    if let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
      (1...100_000).contains(count)
    {
      return .ago(count * unit)
    }
    guard let instant = Instant(rfc3339: text) else {
      throw ValidationError(
        "\"\(text)\" is no time to look back to: write 2026-11-22T10:15:00Z (RFC 3339), or 30m, "
          + "2h, 3d.")
    }
    return .instant(instant)
  }

  @Sendable static func kind(_ text: String) throws -> ActivityKind {
    guard let kind = ActivityKind(rawValue: text) else {
      let words = ActivityKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\"\(text)\" is no kind of row: write one of \(words).")
    }
    return kind
  }

  @Sendable static func row(_ text: String) throws -> Int64 {
    guard let number = Int64(text), number > 0 else {
      throw ValidationError(
        "\"\(text)\" is no row of a change: write the number that \"portal log\" shows.")
    }
    return number
  }
}
