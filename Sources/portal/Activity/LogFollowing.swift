import PortalModel
import PortalScreens
import PortalStore

/// `portal log --follow`: prints what happens while it happens, until the process is told to stop or
/// nobody reads any more.
struct LogFollowing {
  let session: PortalSession
  let filter: ActivityFilter
  let isJSON: Bool
  let surroundings: Surroundings

  /// The newest row of each kind that was printed.
  private struct Seen {
    var entry: Int64 = 0
    var refusal: Int64 = 0
    var request: Int64 = 0

    func has(_ row: ActivityRow) -> Bool {
      switch row.what {
      case .entry(let id, _, _, _): id <= entry
      case .refusal(let id, _, _, _): id <= refusal
      case .request(let answered): (answered.id ?? 0) <= request
      }
    }

    mutating func take(_ row: ActivityRow) {
      switch row.what {
      case .entry(let id, _, _, _): entry = max(entry, id)
      case .refusal(let id, _, _, _): refusal = max(refusal, id)
      case .request(let answered): request = max(request, answered.id ?? 0)
      }
    }
  }

  /// Prints the last rows, then every later one.
  func run(last: Int) async throws {
    // Before anything is printed: whoever sees the first row may stop it at once.
    await surroundings.heedStop()
    let (changes, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let watch = session.database.watch { continuation.yield() }
    defer { watch.cancel() }
    let stopping = Task {
      await surroundings.untilStopped()
      continuation.finish()
    }
    defer { stopping.cancel() }
    var seen = Seen()
    // What is older than the last rows counts as seen too, of every kind.
    for kind in ActivityKind.allCases {
      let newest = try session.database.activity(ActivityFilter(kinds: [kind]), limit: 1)
      for row in newest.rows { seen.take(row) }
    }
    let rows = try session.database.activity(filter, limit: last).rows
    for row in rows { seen.take(row) }
    say(rows.reversed())
    let leaving = Task {
      await surroundings.untilUnheard()
      continuation.finish()
    }
    defer { leaving.cancel() }
    for await _ in changes { try sayNew(&seen) }
    try sayNew(&seen)
  }

  private func sayNew(_ seen: inout Seen) throws {
    var new: [ActivityRow] = []
    var place = ActivityPlace.newest
    while true {
      let page = try session.database.activity(filter, from: place, limit: 200)
      let fresh = page.rows.filter { !seen.has($0) }
      new += fresh
      guard page.hasMore, !fresh.isEmpty, let last = page.rows.last else { break }
      place = last.place
    }
    for row in new { seen.take(row) }
    say(new.reversed())
  }

  private func say(_ rows: [ActivityRow]) {
    guard isJSON else {
      surroundings.say(rows.flatMap(Self.lines))
      return
    }
    for row in rows {
      let object = JSONValue.object(
        [.init("schema", .string("portal.log-row/1")), .init("row", row.json)])
      surroundings.output(object.encoded + "\n")
    }
  }

  private static func lines(_ row: ActivityRow) -> [String] {
    ["\(row.number)  \(row.at.dateAndTime)  \(row.who)  \(row.sentence)  \(row.result)"]
      + (row.remark.map { [TextTable.indent + $0] } ?? [])
  }
}
