/// What can go wrong with a file that a command reads or writes.
enum FileError: Error, Hashable {
  case missing(path: String)
  case unreadable(path: String, code: Int32)
  case unwritable(path: String, code: Int32)
  case notText(path: String)
  case tooLarge(path: String, maximum: Int)

  /// The word by which machines know the error.
  var code: String {
    switch self {
    case .missing: "file_missing"
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
      "There is no file and no scenario \(path). \"portal scenario list\" names those there are."
    case .unreadable(let path, let code):
      "\(path) cannot be read (code \(code)). Check its name and permissions."
    case .unwritable(let path, let code):
      "\(path) cannot be written (code \(code)). Check the folder and its permissions."
    case .notText(let path): "\(path) is not a UTF-8 text. Save it as UTF-8."
    case .tooLarge(let path, let maximum):
      "\(path) is larger than \(maximum) bytes, which no scenario is. Give another file."
    }
  }
}
