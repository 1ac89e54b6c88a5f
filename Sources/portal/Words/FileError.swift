/// What can go wrong with a file that a command reads or writes.
enum FileError: Error, Hashable {
  case missing(path: String)
  /// Neither a file nor a scenario that comes with the program; names that are near.
  case noScenario(name: String, nearest: [String])
  case unreadable(path: String, code: Int32)
  case unwritable(path: String, code: Int32)
  case notText(path: String)
  case tooLarge(path: String, maximum: Int)

  /// The word by which machines know the error.
  var code: String {
    switch self {
    case .missing, .noScenario: "file_missing"
    case .unreadable: "file_unreadable"
    case .unwritable: "file_unwritable"
    case .notText: "file_not_text"
    case .tooLarge: "file_too_large"
    }
  }

  /// What happened and what to do.
  var sentence: String {
    switch self {
    case .missing(let path):
      "There is no file \(path)."
    case .noScenario(let name, let nearest):
      "There is no file and no scenario \(name). "
        + (nearest.isEmpty
          ? "\"portal scenario list\" names those there are."
          : "Did you mean \(nearest.joined(separator: " or "))?")
    case .unreadable(let path, let code):
      "\(path) cannot be read (code \(code)). Check its name and permissions."
    case .unwritable(let path, let code):
      "\(path) cannot be written (code \(code)). Check the folder and its permissions."
    case .notText(let path): "\(path) is not a UTF-8 text. Save it as UTF-8."
    case .tooLarge(let path, let maximum):
      "\(path) is longer than the \(maximum) bytes that are read. Give less."
    }
  }
}
