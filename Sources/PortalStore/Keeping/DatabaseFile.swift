import CSQLiteSession
import GRDB
import Glibc

/// One database file, wherever it lies.
struct DatabaseFile {
  var path: String

  /// Whether it is a file that there is.
  var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// The file as a URI, without the characters that mean something in one.
  var uri: String {
    "file:"
      + path.map { character in
        switch character {
        case "%": "%25"
        case "?": "%3f"
        case "#": "%23"
        default: String(character)
        }
      }.joined()
  }

  /// Whether two paths lead to one file.
  func isSame(as other: DatabaseFile) -> Bool {
    var mine = stat()
    var theirs = stat()
    guard stat(path, &mine) == 0, stat(other.path, &theirs) == 0 else { return false }
    return mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
  }

  /// What forbids taking the file for a portal's database, as far as its header tells; nothing is
  /// written, not even a file beside it.
  func fault() -> CopyFault? {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == ENOENT ? .missing : .unusable }
    guard status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { return .unusable }
    var applicationID: Int32 = 0
    var userVersion: Int32 = 0
    var entries: Int32 = 0
    let code = ResultCode(
      rawValue: portal_database_peek(
        "\(uri)?immutable=1", &applicationID, &userVersion, &entries))
    switch code.primaryResultCode {
    case .SQLITE_OK: break
    case .SQLITE_NOTADB: return .notADatabase
    case .SQLITE_CORRUPT: return .damaged
    default: return .unusable
    }
    guard applicationID == Schema.applicationID else { return .notAPortal }
    guard userVersion <= Schema.version else {
      return .newer(found: Int(userVersion), known: Schema.version)
    }
    return nil
  }

  /// Opens it for reading. A copy that nobody else uses is read without a file beside it.
  func openForReading() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let isAlone = !["-wal", "-shm"].contains { DatabaseFile(path: path + $0).exists }
    return try DatabaseQueue(
      path: isAlone ? "\(uri)?immutable=1" : path, configuration: configuration)
  }

  /// Makes it anew, empty, for the owner only.
  func make() throws(StoreError) {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreError(opening: path, errno) }
    fchmod(file, 0o600)
    close(file)
  }

  /// Makes sure that it is on the disk, and puts it in place of another: whole or not at all.
  func move(over other: DatabaseFile) throws(StoreError) {
    let folder = other.path.lastIndex(of: "/").map { String(other.path[...$0]) } ?? "."
    for (place, flags) in [(path, O_RDWR), (folder, O_RDONLY | O_DIRECTORY)] {
      let file = open(place, flags | O_CLOEXEC)
      guard file >= 0 else { throw StoreError(opening: place, errno) }
      defer { close(file) }
      guard fsync(file) == 0 else { throw .inputOutput(code: Int(errno)) }
      if place == path, rename(path, other.path) != 0 {
        throw StoreError(opening: other.path, errno)
      }
    }
  }

  /// Removes it and what SQLite keeps beside it.
  func remove() {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }
}

extension StoreError {
  /// What the system's error number means for a file that is to be opened or written.
  init(opening path: String, _ code: Int32) {
    self =
      switch code {
      case EACCES, EPERM: .permissionDenied(path: path)
      case ENOTDIR: .homeIsNotAFolder(path: path)
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .full
      default: .cannotOpen(path: path, code: Int(code))
      }
  }
}
