import Foundation

/// One file under `Sources/`, as the rules of the house see it.
struct SourceFile {
  /// The path from `Sources/` on: `PortalModel/Role.swift`.
  let path: String
  let lines: [String]
  private let text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines = parts.last == "" ? parts.dropLast() : parts
  }

  /// The target, which is the first folder.
  var target: String { String(path.prefix { $0 != "/" }) }

  /// The modules of all import lines, in their order.
  var imports: [String] { lines(with: "import").flatMap { Self.imports(in: $0.line) } }

  /// The lines in which a word stands, counted from 1.
  func lines(with word: String) -> [(number: Int, line: String)] {
    guard text.contains(word) else { return [] }
    return lines.enumerated().filter { $1.contains(word) }.map { ($0 + 1, $1) }
  }

  /// The modules that a line imports, whatever attributes, access and kind stand in it.
  static func imports(in line: String) -> [String] {
    let prefix =
      /\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?/
    let module =
      /import\s+(?:(?:struct|class|enum|actor|protocol|typealias|func|let|var)\s+)?`?(?<name>\w+)/
    return line.split(separator: ";").compactMap { statement in
      guard let start = statement.prefixMatch(of: prefix)?.range.upperBound else { return nil }
      return statement[start...].prefixMatch(of: module).map { String($0.name) }
    }
  }

  /// Every Swift and C file of the repository under `Sources/`.
  static func all(file: String = #filePath) throws -> [SourceFile] {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appendingPathComponent("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }
      .map { path in
        let text = try String(
          contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
        return SourceFile(path: path, text: text)
      }
  }
}
