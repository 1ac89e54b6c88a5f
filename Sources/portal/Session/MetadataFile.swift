import Glibc
import PortalMetadata
import PortalModel
import PortalScreens

/// A service provider's metadata in a file.
enum MetadataFile {
  /// Reads the form out of a file; `~/` at the beginning is the home directory.
  ///
  /// - Throws: `MetadataProblem` where it is no metadata, `FileError` where it cannot be read.
  static func read(_ path: String) throws -> SAMLForm {
    try read { try TextFile.bytes(expanded(path), maximum: $0) }
  }

  /// Reads the form out of a file; - is standard input.
  ///
  /// - Throws: `MetadataProblem` where it is no metadata, `FileError` where it cannot be read.
  static func read(_ path: String, in surroundings: Surroundings) throws -> SAMLForm {
    path == "-" ? try read(surroundings.readInput) : try read(path)
  }

  private static func read(_ bytes: (Int) throws -> [UInt8]) throws -> SAMLForm {
    do {
      return try ServiceMetadata.read(bytes: bytes(ServiceMetadata.maximumBytes))
    } catch FileError.tooLarge(_, let maximum) {
      throw MetadataProblem(line: nil, reason: .tooLarge(maximum: maximum))
    }
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}

extension PortalClient {
  /// Reads metadata that was pasted or lies in a file; files that cannot be read are said in words.
  static func metadata(_ source: MetadataSource) throws -> SAMLForm {
    switch source {
    case .text(let text): return try ServiceMetadata.read(text)
    case .file(let path):
      do { return try MetadataFile.read(path) } catch let error as FileError {
        throw PortalFailure(
          Explanation(
            what: error.cause, why: "The path is taken from where the program was started.",
            next: "Type another path, or paste the text."))
      }
    }
  }
}

extension FileError {
  /// What happened, without what to do.
  fileprivate var cause: String {
    switch self {
    case .missing(let path): "There is no file \(path)."
    case .unreadable(let path, let code):
      "\(path) cannot be read (\(String(cString: strerror(code))))."
    case .noScenario, .unwritable, .notText, .tooLarge: sentence
    }
  }
}
