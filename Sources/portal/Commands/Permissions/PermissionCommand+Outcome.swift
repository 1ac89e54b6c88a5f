import PortalModel
import PortalScreens
import PortalStore

extension PortalSession {
  /// What a permission command came to: the round as it now is.
  func outcome(
    of command: PortalCommand, _ performed: Performed, by person: IdentityIdentifier,
    at now: Instant
  ) throws -> Outcome {
    let round = performed.changes.lazy.compactMap(\.round).first
    let target = try round.flatMap {
      try database.application($0.direction.target).map { Managers(of: $0.application) }
    }
    let sentence = command.past(target: target, round: round) + "."
    return Outcome(
      schema: "portal.permission/1",
      [
        .init("at", .string(now.rfc3339)), .init("as", JSONValue(person)),
        .init("command", .string(command.verb)),
        .init("journal", .integer(performed.journalID)),
        .init("permission", round.map(\.json) ?? .null),
        .init("decides", target.map(\.json) ?? .null),
      ], lines: [sentence], sentences: [sentence])
  }
}

extension Change {
  /// The permission round that the change writes.
  fileprivate var round: ExchangePermission? {
    if case .insertPermission(let round) = self { return round }
    if case .updatePermission(let round) = self { return round }
    return nil
  }
}
