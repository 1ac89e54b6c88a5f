import Foundation
import GRDB
import PortalModel

extension PortalDatabase {
  /// A stretch of everything that happened, newest first.
  ///
  /// Entries stand in the order in which they counted, refusals after the entry that was the newest
  /// then, requests by their time. Each kind is read along an index of its own, so the cost is that of
  /// the rows that come back.
  ///
  /// - Parameters:
  ///   - filter: Which rows.
  ///   - place: Only rows older than this place, such as a row's own.
  ///   - limit: How many at most.
  public func activity(
    _ filter: ActivityFilter = ActivityFilter(), from place: ActivityPlace = .newest, limit: Int
  ) throws(StoreError) -> ActivityPage {
    try reading { database in
      try ActivityReading(database: database, filter: filter, place: place, limit: limit).page()
    }
  }

  /// One row of the journal.
  public func activityRow(entry id: Int64) throws(StoreError) -> ActivityRow? {
    try reading { database in
      let place = ActivityPlace(entry: id + 1, refusal: 0, refusalAfter: 0, request: 0)
      let filter = ActivityFilter(kinds: [.changes])
      return try ActivityReading(database: database, filter: filter, place: place, limit: 1)
        .page().rows.first { $0.entry == id }
    }
  }
}

/// Reads the kinds side by side and merges them.
private struct ActivityReading {
  let database: Database
  let filter: ActivityFilter
  let place: ActivityPlace
  let limit: Int

  func page() throws -> ActivityPage {
    var entries = try filter.kinds.contains(.changes) ? entries()[...] : []
    var refusals = try filter.kinds.contains(.refusals) ? refusals()[...] : []
    var requests = try filter.kinds.contains(.requests) ? requests()[...] : []
    var place = place
    var rows: [ActivityRow] = []
    while rows.count <= limit {
      let entry = entries.first
      let refusal = refusals.first
      let refusalIsNewer = refusal.map { one in entry.map { one.after >= $0.id } ?? true } ?? false
      let newerAt = refusalIsNewer ? refusal?.at : entry?.at
      if let request = requests.first, newerAt.map({ request.at >= $0 }) ?? true {
        requests.removeFirst()
        place.request = request.id ?? 0
        rows.append(
          ActivityRow(at: request.at, actor: nil, what: .request(request), place: place))
      } else if refusalIsNewer, let refusal = refusals.popFirst() {
        place.refusal = refusal.id
        place.refusalAfter = refusal.after
        rows.append(refusal.row(place))
      } else if let entry = entries.popFirst() {
        place.entry = entry.id
        rows.append(
          ActivityRow(
            at: entry.at, actor: entry.actor,
            what: .entry(
              entry.id, entry.act, changed: entry.changedSomething, undoneBy: entry.undoneBy),
            place: place))
      } else {
        break
      }
    }
    return ActivityPage(rows: Array(rows.prefix(limit)), hasMore: rows.count > limit)
  }

  private func entries() throws -> [JournalEntry] {
    try JournalReading(
      filter: JournalFilter(
        application: filter.application, identity: filter.identity, since: filter.since),
      before: place.entry, limit: limit + 1
    ).entries(in: database)
  }

  private func refusals() throws -> [RefusalRow] {
    var conditions = ["(after, id) < (:after, :id)"]
    var arguments: StatementArguments = [
      "after": place.refusalAfter, "id": place.refusal, "limit": limit + 1,
    ]
    if let application = filter.application {
      conditions.append("instr(applications, :application) > 0")
      arguments += ["application": " \(application.text) "]
    }
    if let identity = filter.identity {
      conditions.append("identity = :identity")
      arguments += ["identity": identity.text]
    }
    if let since = filter.since {
      conditions.append("at >= :since")
      arguments += ["since": since.milliseconds]
    }
    return try database.all(
      """
      SELECT \(RefusalRow.columns) FROM refusals
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY after DESC, id DESC LIMIT :limit
      """, arguments, RefusalRow.init)
  }

  private func requests() throws -> [ActivityEntry] {
    var conditions = ["id < :before"]
    var arguments: StatementArguments = ["before": place.request, "limit": limit + 1]
    if let application = filter.application {
      conditions.append("(client = :application OR audience = :application)")
      arguments += ["application": application.text]
    }
    if let identity = filter.identity {
      conditions.append("subject = :identity")
      arguments += ["identity": identity.text]
    }
    if let since = filter.since {
      conditions.append("at >= :since")
      arguments += ["since": since.milliseconds]
    }
    return try database.all(
      """
      SELECT \(PortalDatabase.requestColumns) FROM token_requests
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT :limit
      """, arguments, PortalDatabase.request)
  }
}

/// A kept refusal.
private struct RefusalRow {
  static let columns =
    "id, after, at, login, terminal, identity, attempt, refusal, missed"

  let id: Int64
  let after: Int64
  let at: Instant
  private let actor: Actor
  private let attempt: Attempt?
  private let refusal: Refusal?
  private let missed: Int

  init(_ row: StatementRow) {
    func decoded<Value: Decodable>(_ text: String) -> Value? {
      try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
    id = row[0]
    after = row[1]
    at = Instant(milliseconds: row[2])
    actor = Actor(identity: IdentityIdentifier(trusted: row[5]), login: row[3], terminal: row[4])
    attempt = decoded(row[6])
    refusal = decoded(row[7])
    missed = row[8]
  }

  func row(_ place: ActivityPlace) -> ActivityRow {
    ActivityRow(
      at: at, actor: actor, what: .refusal(id, attempt, refusal, missed: missed), place: place)
  }
}
