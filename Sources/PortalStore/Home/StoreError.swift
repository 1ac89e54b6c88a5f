/// What went wrong beneath the rules: the closed list of the store's own failures.
public enum StoreError: Error, Hashable, Sendable {
  /// No option and no variable of the environment names a home.
  case homeUnknown
  /// Something that is not a folder stands where the home should be.
  case homeIsNotAFolder(path: String)
  /// The system does not let this user in.
  case permissionDenied(path: String)
  /// The folder cannot be made or the file not opened; the system's or SQLite's code.
  case cannotOpen(path: String, code: Int)
  /// The file is not an SQLite database. It was not touched.
  case notADatabase(path: String)
  /// The file is a database of some other program. It was not touched.
  case notAPortal(path: String)
  /// A later version of this program made the database. It was not touched.
  case newerSchema(found: Int, known: Int)
  /// SQLite found the database damaged.
  case damaged
  /// The disk or the folder can only be read.
  case readOnly
  /// The disk is full. Nothing was written.
  case full
  /// Other processes kept the database for longer than a command waits.
  case busy
  /// It was cancelled before its end. Nothing was written.
  case cancelled
  /// A constraint of the schema stopped what the rules had let through: a fault of this program.
  case constraint(code: Int)
  /// The disk failed to read or write; SQLite's extended result code.
  case inputOutput(code: Int)
  /// The changeset of a journal row no longer fits the portal.
  case changesetConflict
  /// A stored value is not one that this version knows.
  case unreadable(table: String, column: String)
  /// A file cannot be written as a copy of the portal, or not taken as one. It was not touched.
  case copy(path: String, CopyFault)
  /// Other processes have the home open, whose file would have to be replaced.
  case inUse(processes: [Int])
  /// Any other result of SQLite, with its extended code: a fault of this program.
  case unexpected(code: Int)
}
