import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal request show`.
struct ShowRequest: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one permission: its words, its whole history, and who decides.",
    discussion: """
      With --mail, the e-mail that would have been sent about it last. None ever is.

      Examples:
        portal request show --from front-end-app --to back-end-api
        portal request show --from front-end-app --to back-end-api --mail
      """)
  @OptionGroup var ends: DirectionOptions
  @Flag(help: "Print the e-mail that would have been sent.") var mail = false
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let database = session.database
      for id in [ends.from, ends.to] where try database.application(id) == nil {
        throw Refusal.unknownApplication(id)
      }
      guard let detail = try database.request(ends.direction) else {
        throw Refusal.notPending(ends.direction, newest: nil)
      }
      let rounds = try database.history(of: ends.direction)
      let now = session.now
      return Outcome(
        schema: "portal.request/1",
        [
          .init("permission", detail.permission.json),
          .init("rounds", .array(rounds.map(\.json))),
          .init("decides", Managers(of: detail.target).json),
          .init("mail", .string(detail.mail(now: now).joined(separator: "\n"))),
        ], lines: mail ? detail.mail(now: now) : Self.lines(detail, rounds, now: now))
    }
  }

  private static func lines(
    _ detail: RequestDetail, _ rounds: [ExchangePermission], now: Instant
  ) -> [String] {
    let direction = detail.permission.direction
    var lines = [
      "Permission: \(direction.source) to \(direction.target)",
      "  State     \(detail.permission.state.label)",
      "  Source    \(detail.source.name), owned by \(detail.source.owner)",
      "  Target    \(detail.target.name), owned by \(detail.target.owner)",
      "  Decides   \(Managers(of: detail.target).label)",
    ]
    for round in rounds {
      lines += ["", "Round \(round.round): \(round.history(now: now))"]
      lines += words("Justification", round.justification) + words("Reason", round.reason)
    }
    return lines
  }

  /// Somebody's words, each of their lines on a line.
  private static func words(_ title: String, _ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return ["  \(title):"]
      + text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
  }
}
