import PortalModel

extension State {
  /// Permissions were read anew: what is different is marked, and a dialog about one says so.
  mutating func takeRounds(
    _ before: [Marks.Thing: PermissionRow], _ after: [Marks.Thing: PermissionRow], now: Instant
  ) {
    mark(before, after, now: now)
    for (thing, row) in before where after[thing] != row {
      if case .direction(let direction) = thing { noteMeanwhile(direction, after[thing]) }
    }
  }

  /// A stretch of 7 Activity was read.
  mutating func takeActivity(
    _ page: ActivityPage, _ query: ActivityQuery, generation: Int, now: Instant
  ) {
    let context = self.context
    var (before, after): ([Marks.Thing: ActivityRow], [Marks.Thing: ActivityRow]) = ([:], [:])
    update { screen in
      guard case .activity(var activity) = screen else { return }
      before = activity.things
      activity.loaded(page, query, generation: generation, context)
      after = activity.things
      screen = .activity(activity)
    }
    mark(before, after, now: now)
  }
}

extension ApplicationsScreen {
  /// The rows by what they stand for.
  var things: [Marks.Thing: ApplicationRow] {
    Dictionary(window.rows.map { (.application($0.id), $0) }, uniquingKeysWith: { $1 })
  }
}

extension ActivityScreen {
  /// The rows by what they stand for; where older ones begin is nothing that changes.
  var things: [Marks.Thing: ActivityRow] {
    Dictionary(
      window.rows.map { row in
        var row = row
        row.place = .newest
        return (.row(row.number), row)
      }, uniquingKeysWith: { $1 })
  }
}

extension RequestsScreen {
  /// The rows by what they stand for.
  var things: [Marks.Thing: PermissionRow] {
    Dictionary(all.compactMap { row in row.row.round.map { (row.row.thing, $0) } }) { first, _ in
      first
    }
  }
}

extension PermissionsScreen {
  /// The rows by what they stand for.
  var things: [Marks.Thing: PermissionRow] {
    let rows = (lists?.allowed ?? []) + (lists?.granted ?? [])
    return Dictionary(rows.map { (.direction($0.permission.direction), $0) }) { first, _ in first }
  }
}
