/// What is wrong with a file that a portal is to be copied to or taken from.
public enum CopyFault: Hashable, Sendable {
  /// There is no such file.
  case missing
  /// A folder, a device, or something that this user may not use.
  case unusable
  /// The folder that it is to be written to is not there, or this user may not write there.
  case folderUnusable
  /// It is the database of the home itself.
  case isTheHome
  /// It stands in the way of a copy and holds something else than a portal.
  case holdsSomethingElse
  /// It is not an SQLite database.
  case notADatabase
  /// It is a database of some other program.
  case notAPortal
  /// A later version of this program made it.
  case newer(found: Int, known: Int)
  /// SQLite found it damaged.
  case damaged
}
