import GRDB
import Glibc

extension PortalDatabase {
  /// Writes a copy of the portal as it is at one moment; others may go on using and changing it.
  ///
  /// The copy holds secrets and the signing key, and is for its owner only (mode 0600). An older copy
  /// of a portal is replaced: whole or not at all.
  ///
  /// - Parameter path: The file to write.
  /// - Throws: ``StoreError``; nothing is left behind then.
  public func backup(to path: String) throws(StoreError) {
    let target = DatabaseFile(path: path)
    if target.isSame(as: DatabaseFile(path: home.databasePath)) {
      throw .copy(path: path, .isTheHome)
    }
    switch target.fault() {
    case nil, .missing, .newer: break
    case .unusable: throw .copy(path: path, .unusable)
    default: throw .copy(path: path, .holdsSomethingElse)
    }
    let draft = DatabaseFile(path: "\(path).\(getpid()).new")
    do { try draft.make() } catch {
      if error == .full || error == .readOnly { throw error }
      throw .copy(path: path, .folderUnusable)
    }
    defer { draft.remove() }
    do {
      let queue = try DatabaseQueue(path: draft.path)
      try connections.screens().backup(to: queue)
      try queue.close()
    } catch {
      throw StoreError(error)
    }
    try draft.move(over: target)
  }
}
