import GRDB
import PortalModel

extension PortalDatabase {
  /// The requests that concern an identity: waiting for it, sent by it, and decided ones of both.
  ///
  /// - Parameters:
  ///   - identity: Whose.
  ///   - limit: How many of each of the three at most.
  public func requests(
    of identity: IdentityIdentifier, limit: Int = 100
  ) throws(StoreError) -> Requests {
    let arguments: StatementArguments = ["identity": identity.text, "limit": limit]
    return try reading { database in
      func list(_ sql: String) throws -> [RequestListing] {
        try database.all(sql, arguments, Self.request)
      }
      return Requests(
        waiting: try list(Self.waiting), sent: try list(Self.sent),
        decided: try list(Self.decided))
    }
  }

  /// How many requests and offers of ownership wait for an identity to decide; 1,000 of each stand
  /// for more as well.
  public func waitingCount(for identity: IdentityIdentifier) throws(StoreError) -> Int {
    let sql = """
      SELECT (SELECT count(*) FROM (SELECT 1 \(Self.waitingRounds) LIMIT 1000))
        + (SELECT count(*) FROM (
          SELECT 1 FROM ownership_offers WHERE offered_to = :identity LIMIT 1000))
      """
    return try reading { try $0.first(sql, ["identity": identity.text]) { $0[0] } ?? 0 }
  }

  private static let columns = """
    \(PermissionRow.columns(prefix: "round.")),
    (SELECT name FROM applications WHERE id = round.source),
    target.name, target.owner, target.administrators
    """

  /// From the applications that the identity manages to their pending requests: both by index.
  private static let waitingRounds = """
    FROM (
      SELECT id FROM applications WHERE owner = :identity
      UNION SELECT applications.id FROM (
        WITH RECURSIVE reached (id) AS (
          SELECT group_id FROM group_members WHERE identity = :identity
          UNION SELECT outer_id FROM reached CROSS JOIN group_nestings ON inner_id = reached.id)
        SELECT id AS administered FROM reached)
      CROSS JOIN applications ON administrators = administered) AS managed
    CROSS JOIN exchange_permissions AS round
      ON round.target = managed.id AND round.state = 'pending'
    """

  private static let waiting = """
    SELECT \(columns) \(waitingRounds) CROSS JOIN applications AS target
      ON target.id = round.target
    ORDER BY round.opened_at, round.source, round.target LIMIT :limit
    """

  private static let sent = """
    SELECT \(columns) FROM exchange_permissions AS round
    CROSS JOIN applications AS target ON target.id = round.target
    WHERE round.opened_by = :identity AND round.state = 'pending'
    ORDER BY round.opened_at DESC, round.source, round.target LIMIT :limit
    """

  private static let decided = """
    SELECT \(columns) FROM (
      SELECT source, target, round FROM exchange_permissions
      WHERE opened_by = :identity AND state <> 'pending'
      UNION SELECT source, target, round FROM exchange_permissions
      WHERE decided_by = :identity) AS chosen
    CROSS JOIN exchange_permissions AS round USING (source, target, round)
    CROSS JOIN applications AS target ON target.id = round.target
    ORDER BY round.decided_at DESC, round.source, round.target, round.round LIMIT :limit
    """

  private static func request(_ row: StatementRow) throws -> RequestListing {
    var reader = ColumnReader(row)
    return RequestListing(
      permission: try PermissionRow.value(&reader), sourceName: reader.text(),
      targetName: reader.text(),
      deciders: Managers(owner: reader.id(), administrators: reader.optionalID()))
  }
}
