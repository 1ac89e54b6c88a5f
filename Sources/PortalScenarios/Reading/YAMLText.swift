import Yams

/// The text of a scenario as YAML nodes, within bounds that a hostile text cannot leave.
enum YAMLText {
  /// The longest text that is read, in bytes.
  static let maximum = 16 << 20

  /// Reads the one document of a text.
  ///
  /// - Throws: ``ScenarioProblem``, the first thing that keeps the text from being read at all.
  static func root(of text: String) throws(ScenarioProblem) -> Node {
    if text.utf8.count > maximum {
      throw ScenarioProblem(line: 1, field: "", kind: .tooLarge(maximum: maximum))
    }
    if let alias = firstAlias(in: text) {
      throw ScenarioProblem(line: alias.line, field: "", kind: .alias(alias.name))
    }
    let root: Node?
    do {
      // Every value is read as its own text: telling YAML's types apart costs a third of the time.
      root = try Parser(yaml: text, resolver: .basic).singleRoot()
    } catch let error as YamlError {
      throw problem(error, in: text)
    } catch {
      throw ScenarioProblem(line: 1, field: "", kind: .notYAML("unreadable"))
    }
    guard let root else { throw ScenarioProblem(line: 1, field: "", kind: .nothing) }
    return root
  }

  private static func problem(_ error: YamlError, in text: String) -> ScenarioProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ScenarioProblem(line: mark.line, field: "", kind: .notYAML(problem))
    case .reader(let problem, let offset, _, _):
      ScenarioProblem(
        line: 1 + text.prefix(offset ?? 0).count(where: \.isNewline), field: "",
        kind: .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      ScenarioProblem(
        line: context.mark.line, field: "", kind: .twice(keys.joined(separator: ", ")))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      ScenarioProblem(line: 1, field: "", kind: .notYAML("unreadable"))
    }
  }

  /// The first `*name` for which there is an `&name`.
  ///
  /// A few lines of references to references stand for more values than any machine holds, and Yams
  /// writes them out; so they are found in the text before it is parsed. Texts that merely talk of
  /// both, in quotes say, are refused as well.
  private static func firstAlias(in text: String) -> (name: String, line: Int)? {
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: "&")) else { return nil }
    let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map(\.name))
    return names(after: UInt8(ascii: "*"), in: bytes).first { anchors.contains($0.name) }
  }

  private static func names(
    after mark: UInt8, in bytes: String.UTF8View
  ) -> [(name: String, line: Int)] {
    var found: [(String, Int)] = []
    var line = 1
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == mark else { continue }
      let name = bytes[index...].prefix(while: isNameByte)
      if !name.isEmpty { found.append((String(decoding: name, as: UTF8.self), line)) }
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 128...:
      true
    default: false
    }
  }
}
