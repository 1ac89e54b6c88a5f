/// Writes YAML in the one way that exports use: two blanks of indentation, a key on each line.
struct YAMLWriter {
  private(set) var text = ""
  private var depth = 0

  /// A comment on a line of its own.
  mutating func comment(_ words: String) { line("# \(words)") }

  /// A key with a text.
  mutating func write(_ key: String, _ value: String) {
    line("\(Self.scalar(key)): \(Self.scalar(value))")
  }

  /// A key with a number or truth value, which is written as it is.
  mutating func write(_ key: String, literal value: String) { line("\(key): \(value)") }

  /// A key with a list of texts.
  mutating func write(_ key: String, list: [String]) {
    line("\(key): [\(list.map(Self.scalar).joined(separator: ", "))]")
  }

  /// A key with keys of its own; `{}` where the body writes none.
  mutating func map(_ key: String, _ body: (inout YAMLWriter) -> Void) {
    let inner = nested(body)
    line("\(Self.scalar(key)):\(inner.isEmpty ? " {}" : "")")
    text += inner
  }

  /// A key with a list whose entries the body writes.
  mutating func list(_ key: String, _ body: (inout YAMLWriter) -> Void) { map(key, body) }

  /// An entry of a list, with keys of its own.
  mutating func entry(_ body: (inout YAMLWriter) -> Void) {
    let inner = nested(body)
    line("- " + inner.drop { $0 == " " }.dropLast())
  }

  private func nested(_ body: (inout YAMLWriter) -> Void) -> String {
    var inner = YAMLWriter()
    inner.depth = depth + 1
    body(&inner)
    return inner.text
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }

  /// A text as YAML: as it is where nobody could take it for something else, quoted otherwise.
  static func scalar(_ text: String) -> String {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    let isPlain =
      text.utf8.first.map(isLetter) == true && text.utf8.allSatisfy(isPlain)
      && text.utf8.last != UInt8(ascii: " ") && !words.contains(text.lowercased())
    if isPlain { return text }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || " -_.@/".utf8.contains(byte)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    // The reader takes `&name` for the beginning of a reference wherever it stands.
    case "&": return hexadecimal(scalar)
    case " "..."~": return String(scalar)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .connectorPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return String(scalar)
    default: return hexadecimal(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let (letter, width) =
      scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }
}
