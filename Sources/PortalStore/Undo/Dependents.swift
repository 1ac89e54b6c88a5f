import GRDB
import PortalModel

/// Finds by key which commands build on which. Only commands that stand are looked at: what is in the
/// portal is what they make together, in order.
struct Dependents {
  let database: Database

  /// So many are named at most where they are not to be taken back anyway.
  static let enough = 1000

  /// The entries and everything later that builds on them, directly or not.
  ///
  /// - Parameter limit: Stops looking when there are so many.
  func closure(of entries: Set<Int64>, limit: Int = .max) throws -> Set<Int64> {
    var found = entries
    var waiting = Array(entries)
    while let entry = waiting.popLast(), found.count < limit {
      for later in try later(than: entry) where found.insert(later).inserted {
        waiting.append(later)
      }
    }
    return found
  }

  /// Later commands that stand and touched something that the entry wrote.
  private func later(than entry: Int64) throws -> [Int64] {
    let touches = try Touches(of: changeset(of: entry))
    return try touches.rows.filter { $0.value.written != 0 }.flatMap { row, columns in
      try database.all(
        """
        SELECT journal_touches.entry FROM journal_touches
        CROSS JOIN journal_standings ON journal_standings.entry = journal_touches.entry
        WHERE row = ? AND journal_touches.entry > ? AND (written | read) & ? <> 0
          AND undone_by IS NULL
        """, [row, entry, columns.written]
      ) { $0[0] as Int64 }
    }
  }

  /// Earlier commands that an entry built on and that have been taken back since.
  ///
  /// - Parameter others: Entries that are brought again together with it.
  func missing(under entry: Int64, besides others: Set<Int64>) throws -> Set<Int64> {
    let touches = try Touches(of: changeset(of: entry))
    let found = try touches.rows.flatMap { row, columns in
      try database.all(
        """
        SELECT journal_touches.entry FROM journal_touches
        CROSS JOIN journal_standings ON journal_standings.entry = journal_touches.entry
        WHERE row = ? AND journal_touches.entry < ? AND written & ? <> 0 AND undone_by > ?
        """, [row, entry, columns.written | columns.read, entry]
      ) { $0[0] as Int64 }
    }
    return Set(found).subtracting(others)
  }

  /// Commands later than an entry, standing, that wrote one of these rows.
  func writers(of rows: [String], after entry: Int64) throws -> Set<Int64> {
    let found = try rows.flatMap { row in
      try database.all(
        """
        SELECT journal_touches.entry FROM journal_touches
        CROSS JOIN journal_standings ON journal_standings.entry = journal_touches.entry
        WHERE row = ? AND journal_touches.entry > ? AND written <> 0 AND undone_by IS NULL
        """, [row, entry]
      ) { $0[0] as Int64 }
    }
    return Set(found)
  }

  func changeset(of entry: Int64) throws -> Changeset {
    let bytes = try database.first("SELECT changeset FROM journal WHERE id = ?", [entry]) {
      Changeset(bytes: $0[0])
    }
    guard let bytes else { throw StoreError.changesetConflict }
    return bytes
  }
}

extension InvariantViolation {
  /// The rows of the model that, written by somebody, make the violation.
  var rows: [String] {
    switch self {
    case .groupCycle(let path):
      zip(path, path.dropFirst()).map { inner, outer in
        Touches.row("group_nestings", [outer.text, inner.text])
      }
    case .ownerMissing(let id, _), .administratorsMissing(let id, _), .nameTaken(_, let id):
      [Touches.row("applications", [id.text])]
    case .ownIdentityMissing(let id):
      [
        Touches.row("applications", [id.text]),
        Touches.row("identities", [IdentityIdentifier(applicationIdentity: id).text]),
      ]
    case .identifierIsLogin(let id):
      [Touches.row("applications", [id.text]), Touches.row("identities", [id.text])]
    case .applicationMissing(let id):
      [Touches.row("applications", [id.text]), Touches.row("registrations", [id.text])]
    case .registrationMissing(let round, _), .liveRoundNotNewest(let round):
      [
        Touches.row(
          "exchange_permissions",
          [round.direction.source.text, round.direction.target.text, String(round.round)])
      ]
    case .roleMissing(let link):
      [
        Touches.row("role_links", [link.application.text, link.role.text, link.group.text])
      ]
    case .groupMissing(let id): [Touches.row("groups", [id.text])]
    case .memberMissing(let id, let group):
      [Touches.row("group_members", [group.text, id.text])]
    }
  }
}
