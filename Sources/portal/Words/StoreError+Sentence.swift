import PortalStore

extension StoreError {
  /// The word by which machines know the error.
  var code: String {
    switch self {
    case .homeUnknown: "home_unknown"
    case .homeIsNotAFolder: "home_is_not_a_folder"
    case .permissionDenied: "permission_denied"
    case .cannotOpen: "cannot_open"
    case .notADatabase: "not_a_database"
    case .notAPortal: "not_a_portal"
    case .newerSchema: "newer_schema"
    case .damaged: "damaged"
    case .readOnly: "read_only"
    case .full: "full"
    case .busy: "busy"
    case .cancelled: "cancelled"
    case .constraint: "constraint"
    case .inputOutput: "input_output"
    case .changesetConflict: "changeset_conflict"
    case .unreadable: "unreadable"
    case .copy(_, let fault): fault.code
    case .inUse: "in_use"
    case .unexpected: "unexpected"
    }
  }

  /// What happened and what to do.
  var sentence: String {
    switch self {
    case .homeUnknown: "No folder is named for the data. Set PORTAL_HOME, or give --home FOLDER."
    case .homeIsNotAFolder(let path):
      "\(path) is not a folder, so no data can be kept there. Give --home another folder."
    case .permissionDenied(let path):
      "You may not use \(path). Change its permissions, or give --home another folder."
    case .cannotOpen(let path, let code):
      "\(path) cannot be opened (code \(code)). Look at the folder, or give --home another one."
    case .notADatabase(let path):
      "\(path) is not a database. It was left as it is; move it away to begin anew."
    case .notAPortal(let path):
      "\(path) belongs to another program. It was left as it is; give --home another folder."
    case .newerSchema(let found, let known):
      "The data was written by a newer version of this program (layout \(found), known here: "
        + "\(known)). It was left as it is; install the newer version."
    case .damaged:
      "The database is damaged. It was left as it is; put a copy back, or move it away to begin "
        + "anew."
    case .readOnly: "The folder can only be read, so nothing was changed. Make it writable."
    case .full: "The disk is full, so nothing was changed. Make room and try again."
    case .cancelled: "It was cancelled. Nothing was changed."
    case .busy: "Another process kept the database for too long. Nothing was changed; try again."
    case .constraint(let code):
      "The database refused what the rules had allowed (code \(code)). Nothing was changed; this "
        + "is a fault of this program, please report it."
    case .inputOutput(let code):
      "The disk failed to read or write (code \(code)). Check the disk; what was acknowledged is "
        + "kept."
    case .changesetConflict: "The portal has changed since, so this cannot be put back."
    case .unreadable(let table, let column):
      "A value in \(table).\(column) is not one that this version knows. Install a newer version, "
        + "or move the database away to begin anew."
    case .copy(let path, let fault): fault.sentence(path)
    case .inUse(let processes):
      "The database cannot be opened, so its file has to be replaced, and other processes use it "
        + "(\(processes.map(String.init).joined(separator: ", "))). End them and try again."
    case .unexpected(let code):
      "The database failed (code \(code)). Nothing was changed; this is a fault of this program, "
        + "please report it."
    }
  }
}
