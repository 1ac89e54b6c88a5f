import CSQLiteSession
import GRDB
import Glibc

extension PortalHome {
  /// Looks at an existing database file before anything is written: whose is it, and how new.
  ///
  /// Goes through SQLite, in a mode that makes no files and takes no locks, so that a refused file
  /// is left as it was.
  func peek() throws(StoreError) {
    var applicationID: Int32 = 0
    var userVersion: Int32 = 0
    var entries: Int32 = 0
    let result = portal_database_peek(
      "\(databaseURI)?immutable=1", &applicationID, &userVersion, &entries)
    let code = ResultCode(rawValue: result)
    // While another process folds the log in, or after one died doing so, the file alone may look
    // damaged: only opening it together with its log can tell.
    if code.primaryResultCode == .SQLITE_CORRUPT { return }
    guard result == 0 else { throw Self.failure(path: databasePath, code: code) }
    if userVersion > Schema.version, applicationID == Schema.applicationID {
      throw .newerSchema(found: Int(userVersion), known: Schema.version)
    }
    let isNew = applicationID == 0 && userVersion == 0 && entries == 0
    guard isNew || applicationID == Schema.applicationID else {
      throw .notAPortal(path: databasePath)
    }
  }

  /// What an SQLite result means while the database is being opened.
  static func failure(path: String, code: ResultCode) -> StoreError {
    switch code.primaryResultCode {
    case .SQLITE_NOTADB: .notADatabase(path: path)
    case .SQLITE_CANTOPEN where access(path, R_OK) != 0 && errno == EACCES:
      .permissionDenied(path: path)
    case .SQLITE_CANTOPEN: .cannotOpen(path: path, code: Int(code.rawValue))
    case .SQLITE_PERM, .SQLITE_AUTH: .permissionDenied(path: path)
    default: StoreError(code)
    }
  }

  /// Whether all that was committed is in the database file itself.
  var logIsEmpty: Bool {
    var status = stat()
    return stat("\(databasePath)-wal", &status) != 0 || status.st_size == 0
  }

  /// The database file as a URI, without the characters that mean something in one.
  var databaseURI: String { DatabaseFile(path: databasePath).uri }
}
