import GRDB
import Glibc

extension PortalHome {
  /// What stands in for a portal after another one was put in its place.
  public var replacedPath: String { "\(folder)/replaced.sqlite" }

  /// Puts a copy in place of the portal, brought to this version's layout.
  ///
  /// The copy is looked at whole before anything is changed. It then replaces the contents of the
  /// database in one transaction, so that other processes, which may have it open, see either the
  /// one or the other; what was there before is kept in ``replacedPath``. Only a database that cannot
  /// be opened is replaced as a file, and only while no other process uses it.
  ///
  /// - Parameter path: The copy; it stays as it is.
  /// - Returns: Whether there was something before, which is kept.
  /// - Throws: ``StoreError``; the portal is as it was then.
  public func restore(from path: String) throws(StoreError) -> Bool {
    let isFirst = !DatabaseFile(path: databasePath).exists
    try prepare()
    let source = DatabaseFile(path: path)
    if source.isSame(as: DatabaseFile(path: databasePath)) {
      throw .copy(path: path, .isTheHome)
    }
    if let fault = source.fault() { throw .copy(path: path, fault) }
    let draft = DatabaseFile(path: "\(folder)/restore.\(getpid()).new")
    draft.remove()
    try draft.make()
    defer { draft.remove() }
    try Self.take(source, into: draft)
    do {
      let present = try PortalDatabase.open(self)
      defer { present.close() }
      try present.become(draft)
    } catch {
      switch error {
      case .notADatabase, .damaged, .newerSchema: try replaceFile(by: draft)
      default: throw error
      }
    }
    if isFirst { DatabaseFile(path: replacedPath).remove() }
    return !isFirst
  }

  /// Copies a file, brings the copy to the newest layout and looks at all of it.
  private static func take(
    _ source: DatabaseFile, into draft: DatabaseFile
  ) throws(StoreError) {
    do {
      let copy = try DatabaseQueue(path: draft.path)
      defer { try? copy.close() }
      let original = try source.openForReading()
      try original.backup(to: copy)
      try original.close()
      try copy.inDatabase { database in
        guard try Soundness(database, looksAtIndexes: false).isSound else {
          throw StoreError.damaged
        }
        // The log may hold a newer layout than the file's header.
        let found = try Schema.userVersion(database)
        guard found <= Schema.version else {
          throw StoreError.newerSchema(found: found, known: Schema.version)
        }
        try Schema.migrate(database)
        if try !Soundness(database, looksAtIndexes: true).isSound {
          try Schema.rebuildSearch(database)
        }
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      switch StoreError(error) {
      case .damaged: throw .copy(path: source.path, .damaged)
      case .newerSchema(let found, let known):
        throw .copy(path: source.path, .newer(found: found, known: known))
      case let error: throw error
      }
    }
  }

  private func replaceFile(by draft: DatabaseFile) throws(StoreError) {
    let others = otherProcesses()
    guard others.isEmpty else { throw .inUse(processes: others.map(\.id)) }
    // Its log belongs to it; kept with it, for whoever can still read something in it.
    for ending in ["-wal", "-shm", ""] {
      let old = databasePath + ending
      guard rename(old, replacedPath + ending) == 0 || errno == ENOENT else {
        throw StoreError(opening: old, errno)
      }
    }
    try draft.move(over: DatabaseFile(path: databasePath))
  }
}

extension PortalDatabase {
  /// Replaces all contents by those of another database, in one transaction.
  fileprivate func become(_ draft: DatabaseFile) throws(StoreError) {
    try backup(to: home.replacedPath)
    // A log of an older file of this name would be taken for the new one's.
    for ending in ["-wal", "-shm"] { unlink(home.replacedPath + ending) }
    do {
      let source = try draft.openForReading()
      defer { try? source.close() }
      try source.backup(to: connections.writer())
    } catch {
      throw StoreError(error)
    }
    connections.touchChangedFile()
  }
}
