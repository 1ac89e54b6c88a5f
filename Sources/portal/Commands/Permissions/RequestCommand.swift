import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal request …`: what waits for somebody to decide, and what became of what they sent.
///
/// Deciding is the same command as under `portal permission` and `portal app`, not another one.
struct RequestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "See what waits for you, what you sent and what was decided, and answer.",
    discussion: """
      approve, reject and withdraw are those of "portal permission"; accept and decline, for an \
      application that was offered to you, are those of "portal app". "portal permission request" \
      asks, "portal app withdraw" takes an offer back.
      """,
    subcommands: [
      ListRequests.self, ShowRequest.self, Performing<ApprovePermission>.self,
      Performing<RejectPermission>.self, Performing<WithdrawPermission>.self,
      Performing<AcceptApplication>.self, Performing<DeclineApplication>.self,
    ])
}

/// `portal request list`.
struct ListRequests: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List requests and offers: waiting for somebody, sent by them, decided.",
    discussion: """
      Without --waiting, --sent or --decided, all three.

      Example:
        portal request list --waiting --as bob
      """)
  @Flag(help: "What waits for the person to decide, offers of applications among it.")
  var waiting = false
  @Flag(help: "What the person sent and nobody has answered yet.") var sent = false
  @Flag(help: "What was decided of what the person sent, or by the person.") var decided = false
  @Option(
    help: ArgumentHelp("At most so many of each.", valueName: "rows"), transform: Parsing.limit)
  var limit = 100
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Whose: a login of the portal, such as bob.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      guard try session.database.identity(person) != nil else {
        throw Refusal.unknownIdentity(person)
      }
      let isAll = !waiting && !sent && !decided
      return RequestSheet(
        person: person, requests: try session.database.requests(of: person, limit: limit),
        offered: try session.database.ownershipOffers(to: person),
        offering: try session.database.ownershipOffers(by: person),
        isWaiting: waiting || isAll, isSent: sent || isAll, isDecided: decided || isAll,
        now: session.now
      ).outcome
    }
  }
}

/// The requests of one person as they are listed.
struct RequestSheet {
  var person: IdentityIdentifier
  var requests: Requests
  var offered: [OwnershipOffer]
  var offering: [OwnershipOffer]
  var isWaiting: Bool
  var isSent: Bool
  var isDecided: Bool
  var now: Instant

  var outcome: Outcome {
    Outcome(
      schema: "portal.requests/1",
      [
        .init("as", JSONValue(person)),
        .init("waiting", json(requests.waiting, isWaiting)),
        .init("sent", json(requests.sent, isSent)),
        .init("decided", json(requests.decided, isDecided)),
        .init("offers_waiting", isWaiting ? .array(offered.map(\.json)) : .null),
        .init("offers_sent", isSent ? .array(offering.map(\.json)) : .null),
      ], lines: lines)
  }

  private func json(_ rows: [RequestListing], _ isAsked: Bool) -> JSONValue {
    isAsked ? .array(rows.map(\.permission.json)) : .null
  }

  private var lines: [String] {
    var parts: [[String]] = []
    if isWaiting {
      parts.append(["Waiting for \(person)"] + table(requests.waiting) + offers(offered))
    }
    if isSent { parts.append(["Sent by \(person)"] + table(requests.sent) + offers(offering)) }
    if isDecided { parts.append(["Decided"] + table(requests.decided)) }
    return Array(parts.joined(separator: [""]))
  }

  private func table(_ rows: [RequestListing]) -> [String] {
    TextTable(
      titles: ["FROM", "TO", "STATE", "WHO DECIDES", "HISTORY"],
      rows: rows.map {
        let round = $0.permission
        return [
          round.direction.source.text, round.direction.target.text, round.state.label,
          $0.deciders.label, round.history(now: now),
        ]
      }
    ).lines(empty: "no request").map { "  \($0)" }
  }

  private func offers(_ offers: [OwnershipOffer]) -> [String] {
    offers.map {
      "  Application \($0.application), offered to \($0.to) by \($0.by) "
        + $0.at.relative(to: now)
    }
  }
}

extension OwnershipOffer {
  var json: JSONValue {
    .object([
      .init("application", JSONValue(application)), .init("to", JSONValue(to)),
      .init("by", JSONValue(by)), .init("at", .string(at.rfc3339)),
    ])
  }
}
