import PortalModel

/// What each command did, and what is taken back.
struct ReferenceHistory {
  struct Entry {
    var number: Int
    var person: IdentityIdentifier
    var delta: ReferenceRows.Delta
    var isLoad = false
    /// Which earlier commands stood when it was given.
    var stoodOn: Set<Int> = []
    /// By the how manieth step it is taken back; `nil` where it stands.
    var undoneBy: Int?
    /// Whether its person may still bring it again.
    var canRedo = false
  }

  var entries: [Entry] = []

  /// Takes a command; a change ends what its person could have brought again.
  mutating func add(_ entry: Entry) {
    if !entry.delta.keys.isEmpty {
      for index in entries.indices where entries[index].person == entry.person {
        entries[index].canRedo = false
      }
    }
    entries.append(entry)
    entries[entries.endIndex - 1].stoodOn = Set(
      entries.indices.dropLast().filter { entries[$0].undoneBy == nil })
  }

  func newestUndoable(by person: IdentityIdentifier) -> Int? {
    entries.lastIndex { $0.person == person && $0.undoneBy == nil && !$0.delta.keys.isEmpty }
  }

  func newestRedoable(by person: IdentityIdentifier) -> Int? {
    entries.indices.filter { entries[$0].canRedo && entries[$0].person == person }.max {
      entries[$0].undoneBy ?? 0 < entries[$1].undoneBy ?? 0
    }
  }

  func isInFrontOfLoads(_ entry: Int) -> Bool {
    entries.lastIndex(where: \.isLoad).map { $0 < entry } ?? true
  }

  /// Later commands that are not taken back, oldest first.
  func standing(after entry: Int) -> [Int] {
    entries.indices.filter { $0 > entry && entries[$0].undoneBy == nil }
  }

  /// Whether another change wrote what the entry wrote, leans on what it made or took away, needed a
  /// round that it ended, or made or took away what it leaned on before.
  private func isBuiltUpon(_ entry: Int, by other: Int) throws -> Bool {
    let delta = entries[entry].delta
    let later = entries[other].delta
    return try later.overlaps(delta)
      || later.leaned(on: \.after).contains(where: delta.madeOrTookAway)
      || !later.endedRounds.isDisjoint(with: delta.keys)
      || delta.leaned(on: \.before).contains(where: later.madeOrTookAway)
  }

  /// The entry and every later change that builds on it, directly or not, oldest first.
  func closure(of entry: Int) throws -> [Int] {
    var found = [entry]
    for later in standing(after: entry) {
      let isBuilding = try found.contains { try isBuiltUpon($0, by: later) }
      if isBuilding { found.append(later) }
    }
    return found
  }

  /// What stands now and did not when the entry was made, oldest first.
  func come(since entry: Int) -> [Int] {
    entries.indices.filter {
      $0 != entry && entries[$0].undoneBy == nil && !entries[entry].stoodOn.contains($0)
    }
  }

  /// Whether an earlier change that the entry built on does not stand any more.
  func lacksWhatItStoodOn(_ entry: Int) throws -> Bool {
    try entries[entry].stoodOn.contains {
      try entries[$0].undoneBy != nil && isBuiltUpon($0, by: entry)
    }
  }

  /// Whether a change that came since wrote what the entry would write again, leans on what it would make
  /// or take away, or made or took away what it leans on.
  func isBarred(_ entry: Int) throws -> Bool {
    let delta = entries[entry].delta
    let needed = try delta.leaned(on: \.after)
    return try come(since: entry).contains { other in
      let later = entries[other].delta
      return try isBuiltUpon(entry, by: other)
        || !delta.endedRounds.isDisjoint(with: later.keys)
        || needed.contains(where: later.madeOrTookAway)
    }
  }

  /// Applications that a change would give to somebody who has been kept from signing in since.
  func departedOwners(
    taking delta: ReferenceRows.Delta, of entry: Int, in contents: PortalContents
  ) -> [ApplicationIdentifier] {
    delta.after.values.compactMap { row in
      guard case .application(let application) = row else { return nil }
      if case .application(let old)? = delta.before[row.key], old.owner == application.owner {
        return nil
      }
      let owner = ["identity", application.owner.text]
      let isDisabled = contents.identities.contains { $0.id == application.owner && !$0.enabled }
      let since = come(since: entry).contains { entries[$0].delta.changesSigningIn(of: owner) }
      return isDisabled && since ? application.id : nil
    }
  }
}

extension ReferenceRows.Delta {
  fileprivate func changesSigningIn(of key: [String]) -> Bool {
    guard keys.contains(key) else { return false }
    guard case .identity(let old)? = before[key], case .identity(let new)? = after[key] else {
      return true
    }
    return old.enabled != new.enabled
  }
}
