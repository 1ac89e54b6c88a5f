import GRDB
import PortalModel

extension PortalDatabase {
  /// The newest round of each direction that an application is at one end of, by the application at
  /// the other end.
  ///
  /// - Parameters:
  ///   - id: The application.
  ///   - side: Which end it is.
  ///   - other: Only directions whose other end comes after this one: for the next page.
  ///   - limit: How many at most.
  public func permissions(
    of id: ApplicationIdentifier, side: PermissionSide, after other: ApplicationIdentifier? = nil,
    limit: Int = 200
  ) throws(StoreError) -> [PermissionListing] {
    let (mine, far) =
      switch side {
      case .allowed: ("source", "target")
      case .granted: ("target", "source")
      }
    let sql = """
      SELECT \(PermissionRow.columns(prefix: "round.")), other.name, other.owner,
        other.administrators
      FROM exchange_permissions AS round
      CROSS JOIN applications AS other ON other.id = round.\(far)
      WHERE round.\(mine) = ? AND round.\(far) > ? AND NOT EXISTS (
        SELECT 1 FROM exchange_permissions AS later
        WHERE later.source = round.source AND later.target = round.target
          AND later.round > round.round)
      ORDER BY round.\(far) LIMIT ?
      """
    return try reading { database in
      try database.all(sql, [id.text, other?.text ?? "", limit]) { row in
        var reader = ColumnReader(row)
        return PermissionListing(
          permission: try PermissionRow.value(&reader), otherName: reader.text(),
          otherManagers: Managers(owner: reader.id(), administrators: reader.optionalID()))
      }
    }
  }

  /// The newest round of each direction, by source and target.
  ///
  /// - Parameters:
  ///   - direction: Only directions that come after this one: for the next page.
  ///   - limit: How many at most.
  public func permissions(
    after direction: ExchangeDirection? = nil, limit: Int = 200
  ) throws(StoreError) -> [ExchangePermission] {
    let sql = """
      SELECT \(PermissionRow.columns) FROM exchange_permissions AS round
      WHERE (source, target) > (?, ?) AND NOT EXISTS (
        SELECT 1 FROM exchange_permissions AS later
        WHERE later.source = round.source AND later.target = round.target
          AND later.round > round.round)
      ORDER BY source, target LIMIT ?
      """
    return try reading { database in
      try database.all(
        sql, [direction?.source.text ?? "", direction?.target.text ?? "", limit],
        PermissionRow.value)
    }
  }

  /// All rounds of one direction, newest first.
  public func history(
    of direction: ExchangeDirection
  ) throws(StoreError) -> [ExchangePermission] {
    try reading { database in
      try database.all(
        """
        SELECT \(PermissionRow.columns) FROM exchange_permissions
        WHERE source = ? AND target = ? ORDER BY round DESC
        """, [direction.source.text, direction.target.text], PermissionRow.value)
    }
  }
}
