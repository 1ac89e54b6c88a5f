import Foundation
import GRDB
import Glibc

extension PortalHome {
  /// Looks at the home from outside and inside; makes nothing and changes nothing.
  ///
  /// SQLite may put its `-wal` and `-shm` files beside a database that it can open.
  public func examine() -> HomeExamination {
    var examination = HomeExamination(folder: place())
    examination.others = otherProcesses()
    guard case .folder(let isWritable) = examination.folder else { return examination }
    examination.wrongModes = wrongModes()
    var space = statvfs()
    if statvfs(folder, &space) == 0 {
      examination.freeBytes = UInt64(space.f_bavail) * UInt64(space.f_frsize)
    }
    examination.isRemote = Self.remoteSystems.contains(fileSystem())
    if DatabaseFile(path: databasePath).exists {
      examination.database = contents(isWritable: isWritable)
    }
    return examination
  }

  private static let remoteSystems: Set = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs"]

  /// The type of the file system that holds the folder, from the kernel's table of mounts.
  private func fileSystem() -> String {
    guard let resolved = realpath(folder, nil),
      let table = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)
    else { return "" }
    defer { free(resolved) }
    let path = String(cString: resolved) + "/"
    var nearest = (length: 0, type: "")
    for mount in table.split(separator: "\n").map({ $0.split(separator: " ") }) {
      guard mount.count > 2 else { continue }
      let prefix = mount[1].hasSuffix("/") ? String(mount[1]) : mount[1] + "/"
      // Of two on the same place the later one counts.
      if path.hasPrefix(prefix), prefix.utf8.count >= nearest.length {
        nearest = (prefix.utf8.count, String(mount[2]))
      }
    }
    return nearest.type
  }

  private func place() -> HomeExamination.Place {
    var status = stat()
    guard stat(folder, &status) == 0 else {
      switch errno {
      case ENOTDIR: return .notAFolder
      case EACCES: return .closed
      default: return .missing(canBeMade: Self.canBeMade(folder))
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .notAFolder }
    guard access(folder, R_OK | X_OK) == 0 else { return .closed }
    return .folder(isWritable: access(folder, W_OK) == 0)
  }

  /// Whether the nearest folder above that is there lets this user write.
  private static func canBeMade(_ path: String) -> Bool {
    var path = path[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      let above = path.isEmpty ? "/" : String(path)
      var status = stat()
      guard stat(above, &status) == 0 else { continue }
      return status.st_mode & S_IFMT == S_IFDIR && access(above, W_OK | X_OK) == 0
    }
    return access(".", W_OK) == 0
  }

  private func wrongModes() -> [HomeExamination.Mode] {
    let files = ["", "-wal", "-shm"].map { (databasePath + $0, UInt32(0o600)) }
    let others = [changedPath, queuePath, replacedPath].map { ($0, UInt32(0o600)) }
    let wanted = [(folder, UInt32(0o700))] + files + others
    return wanted.compactMap { path, wanted in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      let found = UInt32(status.st_mode) & 0o777
      // What the owner may do less is found by trying; what others may do more is found here.
      guard found & 0o077 != 0 || found & wanted != wanted else { return nil }
      return HomeExamination.Mode(path: path, found: found, wanted: wanted)
    }
  }

  private func contents(isWritable: Bool) -> HomeExamination.Contents {
    do {
      try peek()
      let connections = Connections(home: self)
      defer { connections.close() }
      let (layout, hasKey) = try connections.screens().inDatabase { database in
        let layout = try Schema.userVersion(database)
        let hasKey =
          layout > 0
          ? try database.first("SELECT count(*) > 0 FROM signing_keys") { $0[0] } ?? false : false
        return (layout, hasKey)
      }
      guard layout <= Schema.version else {
        throw StoreError.newerSchema(found: layout, known: Schema.version)
      }
      let queue = try isWritable ? connections.writer() : connections.screens()
      let soundness = try queue.inDatabase {
        try Soundness($0, looksAtIndexes: isWritable && layout > 0)
      }
      return .portal(layout: layout, known: Schema.version, soundness, hasKey: hasKey)
    } catch let error as DatabaseError {
      return .unusable(Self.failure(path: databasePath, code: error.extendedResultCode))
    } catch {
      return .unusable(StoreError(error))
    }
  }
}
