import Foundation
import GRDB
import PortalModel
import PortalTokens

extension PortalDatabase: ActivityStore {
  /// The most entries that are kept.
  static let longestActivity = 20_000

  /// Adds entries, oldest first, and lets the oldest of all go. Wakes the screens.
  public func keep(_ entries: [ActivityEntry]) throws {
    let encoder = JSONEncoder()
    let verdicts = try entries.map { entry in
      try entry.verdict.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    }
    try writing { database in
      for (entry, verdict) in zip(entries, verdicts) {
        try database.run(
          """
          INSERT INTO token_requests (at, endpoint, grant_type, client, subject, audience, status,
            error, failed_check, reason, standard, verdict)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            entry.at.milliseconds, entry.endpoint.rawValue, entry.grant, entry.client,
            entry.subject, entry.audience, entry.status, entry.error, entry.check?.rawValue,
            entry.reason,
            entry.standard.isEmpty
              ? nil : entry.standard.map(\.rawValue).joined(separator: " "),
            verdict,
          ])
      }
      try database.run(
        "DELETE FROM token_requests WHERE id <= (SELECT max(id) FROM token_requests) - ?",
        [Self.longestActivity])
    }
    connections.touchChangedFile()
  }

  /// Entries of answered requests, newest first.
  ///
  /// - Parameters:
  ///   - id: Only those older than this one; `nil` for the newest.
  ///   - client: Only this client's; `nil` for all.
  ///   - limit: How many at most.
  public func activity(
    before id: Int64? = nil, of client: ApplicationIdentifier? = nil, limit: Int
  ) throws(StoreError) -> [ActivityEntry] {
    let chosen = client.map { _ in "AND client = :client" } ?? ""
    return try reading { database in
      var arguments: StatementArguments = ["before": id ?? Int64.max, "limit": limit]
      if let client { arguments += ["client": client.text] }
      return try database.all(
        """
        SELECT \(Self.requestColumns)
        FROM token_requests WHERE id < :before \(chosen) ORDER BY id DESC LIMIT :limit
        """, arguments, Self.request)
    }
  }

  static let requestColumns = """
    id, at, endpoint, grant_type, client, subject, audience, status, error, failed_check, reason,
    verdict, standard
    """

  static func request(_ row: StatementRow) throws -> ActivityEntry {
    guard let endpoint = ActivityEntry.Endpoint(rawValue: row[2]) else {
      throw StoreError.unreadable(table: "token_requests", column: "endpoint")
    }
    let check: String? = row.optional(9)
    let verdict: String? = row.optional(11)
    let standard: String? = row.optional(12)
    return ActivityEntry(
      id: row[0], at: Instant(milliseconds: row[1]), endpoint: endpoint, grant: row.optional(3),
      client: row.optional(4), subject: row.optional(5), audience: row.optional(6), status: row[7],
      error: row.optional(8), check: check.flatMap(CheckIdentifier.init(rawValue:)),
      reason: row.optional(10),
      standard: (standard ?? "").split(separator: " ")
        .compactMap { CheckIdentifier(rawValue: String($0)) },
      // A verdict that an older version wrote in another form is left out, not a fault.
      verdict: verdict.flatMap {
        try? JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
      })
  }
}
