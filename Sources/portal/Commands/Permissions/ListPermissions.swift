import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal permission list`.
struct ListPermissions: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the newest round of each permission.",
    discussion: """
      "portal request show" shows one with all its rounds.

      Example:
        portal permission list --app back-end-api
      """)

  @Option(help: "Only those from or toward this application.", transform: Parsing.application)
  var app: ApplicationIdentifier?

  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let rounds = try app.map { try Self.rounds(of: $0, in: session) } ?? Self.all(in: session)
      return Self.outcome(rounds, now: session.now)
    }
  }

  private static func rounds(
    of id: ApplicationIdentifier, in session: PortalSession
  ) throws -> [ExchangePermission] {
    guard try session.database.application(id) != nil else {
      throw Refusal.unknownApplication(id)
    }
    return try pages(of: id, .allowed, in: session) + pages(of: id, .granted, in: session)
  }

  private static func pages(
    of id: ApplicationIdentifier, _ side: PortalStore.PermissionSide, in session: PortalSession
  ) throws -> [ExchangePermission] {
    var rounds: [ExchangePermission] = []
    var last: ApplicationIdentifier?
    while true {
      let page = try session.database.permissions(of: id, side: side, after: last, limit: pageSize)
        .map(\.permission)
      rounds += page
      guard page.count == pageSize, let direction = page.last?.direction else { return rounds }
      last = side == .allowed ? direction.target : direction.source
    }
  }

  private static func all(in session: PortalSession) throws -> [ExchangePermission] {
    var rounds: [ExchangePermission] = []
    while true {
      let page = try session.database.permissions(after: rounds.last?.direction, limit: pageSize)
      rounds += page
      if page.count < pageSize { return rounds }
    }
  }

  private static let pageSize = 200

  private static func outcome(_ rounds: [ExchangePermission], now: Instant) -> Outcome {
    let table = TextTable(
      titles: ["FROM", "TO", "STATE", "HISTORY"],
      rows: rounds.map {
        [
          $0.direction.source.text, $0.direction.target.text, $0.state.label,
          $0.history(now: now),
        ]
      })
    return Outcome(
      schema: "portal.permissions/1", [.init("permissions", .array(rounds.map(\.json)))],
      lines: table.lines(empty: "No permission was ever asked for or granted."))
  }
}
