/// What a home is found to be, without anything being changed: facts for `portal doctor`.
public struct HomeExamination: Hashable, Sendable {
  /// The folder.
  public var folder: Place
  /// The files in it that are open to others than their owner, or not open to this user.
  public var wrongModes: [Mode] = []
  /// The database; `nil` where there is none.
  public var database: Contents?
  /// Bytes that may still be written on the disk; `nil` where the system does not say.
  public var freeBytes: UInt64?
  /// Whether the folder lies on a network file system, whose locks SQLite's log cannot rely on.
  public var isRemote = false
  /// Other processes that have the database open.
  public var others: [HomeProcess] = []

  /// Where the home is to be.
  public enum Place: Hashable, Sendable {
    /// There is none yet, and it can or cannot be made.
    case missing(canBeMade: Bool)
    /// Something else stands there.
    case notAFolder
    /// This user may not look into it.
    case closed
    /// It is there; whether this user may write in it.
    case folder(isWritable: Bool)
  }

  /// A file, or the folder itself, whose permissions are not as they should be.
  public struct Mode: Hashable, Sendable {
    /// The path.
    public var path: String
    /// The permission bits found.
    public var found: UInt32
    /// The permission bits that it should have.
    public var wanted: UInt32
  }

  /// What the database was found to be.
  public enum Contents: Hashable, Sendable {
    /// It cannot be used, for this reason.
    case unusable(StoreError)
    /// It can be read: its layout, the newest known here, what a thorough look found, and whether
    /// a signing key is there.
    case portal(layout: Int, known: Int, Soundness, hasKey: Bool)
  }
}
