import PortalStore

extension CopyFault {
  /// The word by which machines know the fault.
  var code: String {
    switch self {
    case .missing: "copy_missing"
    case .unusable: "copy_unusable"
    case .folderUnusable: "copy_folder_unusable"
    case .isTheHome: "copy_is_the_home"
    case .holdsSomethingElse: "copy_holds_something_else"
    case .notADatabase: "copy_not_a_database"
    case .notAPortal: "copy_not_a_portal"
    case .newer: "copy_newer"
    case .damaged: "copy_damaged"
    }
  }

  /// What is wrong with the file and what to do.
  func sentence(_ path: String) -> String {
    switch self {
    case .missing: "There is no file \(path). Give the file that \"portal backup\" wrote."
    case .unusable:
      "\(path) cannot be used: it is no plain file, or you may not read it. Give another file."
    case .folderUnusable:
      "\(path) cannot be written: its folder is not there, or you may not write in it. Give another "
        + "file."
    case .isTheHome: "\(path) is the database of this very home. Give another file."
    case .holdsSomethingElse:
      "\(path) holds something else than a portal, so it was left as it is. Give another name."
    case .notADatabase:
      "\(path) is not a database, so nothing was changed. Give the file that \"portal backup\" wrote."
    case .notAPortal:
      "\(path) is the database of another program, so nothing was changed. Give the file that "
        + "\"portal backup\" wrote."
    case .newer(let found, let known):
      "\(path) was written by a newer version of this program (layout \(found), known here: "
        + "\(known)), so nothing was changed. Install the newer version."
    case .damaged:
      "\(path) is damaged, so nothing was changed. Give another copy."
    }
  }
}
