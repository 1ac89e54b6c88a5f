import GRDB
import PortalModel

extension ChangeWriter {
  func insert(_ round: ExchangePermission) throws {
    try database.run(
      """
      INSERT INTO exchange_permissions (\(PermissionRow.columns))
      VALUES (:source, :target, :round, :state, :origin, :openedBy, :openedAt, :justification,
        :decidedBy, :decidedAt, :reason)
      """, arguments(round))
  }

  func update(_ round: ExchangePermission) throws {
    try database.run(
      """
      UPDATE exchange_permissions SET state = :state, origin = :origin, opened_by = :openedBy,
        opened_at = :openedAt, justification = :justification, decided_by = :decidedBy,
        decided_at = :decidedAt, reason = :reason
      WHERE source = :source AND target = :target AND round = :round
      """, arguments(round))
  }

  func delete(_ direction: ExchangeDirection, _ round: Int) throws {
    try database.run(
      "DELETE FROM exchange_permissions WHERE source = ? AND target = ? AND round = ?",
      [direction.source.text, direction.target.text, round])
  }

  private func arguments(_ round: ExchangePermission) -> StatementArguments {
    [
      "source": round.direction.source.text, "target": round.direction.target.text,
      "round": round.round, "state": round.state.rawValue, "origin": round.origin.rawValue,
      "openedBy": round.openedBy.text, "openedAt": round.openedAt.milliseconds,
      "justification": round.justification, "decidedBy": round.decidedBy?.text,
      "decidedAt": round.decidedAt?.milliseconds, "reason": round.reason,
    ]
  }
}
