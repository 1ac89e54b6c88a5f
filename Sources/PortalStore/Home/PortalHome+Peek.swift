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
      "file:\(Self.escaped(databasePath))?immutable=1", &applicationID, &userVersion, &entries)
    guard result == 0 else {
      throw Self.failure(path: databasePath, code: ResultCode(rawValue: result))
    }
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

  /// The characters that mean something in a URI file name.
  private static func escaped(_ path: String) -> String {
    path.map { character in
      switch character {
      case "%": "%25"
      case "?": "%3f"
      case "#": "%23"
      default: String(character)
      }
    }.joined()
  }
}
