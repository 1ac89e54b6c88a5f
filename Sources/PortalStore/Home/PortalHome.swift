/// The folder that holds one portal.
public struct PortalHome: Hashable, Sendable {
  /// The folder's path.
  public var folder: String

  /// Names the folder itself.
  public init(folder: String) { self.folder = folder }

  /// Finds the folder: the option, else `$PORTAL_HOME`, else `$XDG_DATA_HOME/portal`, else
  /// `~/.local/share/portal`.
  ///
  /// Empty values count as not set, and so does a relative `$XDG_DATA_HOME` (XDG Base Directory
  /// Specification).
  ///
  /// - Throws: ``StoreError/homeUnknown`` where nothing names a folder.
  public static func locate(
    option: String? = nil, environment: [String: String]
  ) throws(StoreError) -> PortalHome {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let option, !option.isEmpty { return PortalHome(folder: option) }
    if let folder = value("PORTAL_HOME") { return PortalHome(folder: folder) }
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") {
      return PortalHome(folder: "\(data)/portal")
    }
    guard let user = value("HOME") else { throw .homeUnknown }
    return PortalHome(folder: "\(user)/.local/share/portal")
  }

  /// The database file.
  public var databasePath: String { "\(folder)/portal.sqlite" }

  /// The small file that writers touch after a commit, for other processes to see.
  public var changedPath: String { "\(folder)/changed" }

  /// The small file by which processes write one after the other.
  public var queuePath: String { "\(folder)/queue" }
}
