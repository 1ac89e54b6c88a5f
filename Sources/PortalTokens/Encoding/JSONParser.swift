import PortalModel

/// A strict parser of JSON (RFC 8259) for what strangers send inside tokens: bounded in depth,
/// UTF-8 only, and refusing a name that stands twice in an object.
///
/// Written here because it costs a tenth of what a general decoder does (architecture page, fact 8).
struct JSONParser {
  /// The deepest nesting of arrays and objects that is read.
  static let maximumDepth = 16

  private var bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The value that the bytes are; `nil` where they are not exactly one JSON value.
  static func parse(_ bytes: [UInt8]) -> JSONValue? {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      guard let value = parser.value(depth: 0) else { return nil }
      parser.skipBlanks()
      return parser.position == buffer.count ? value : nil
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where bytes[position + index] != word.utf8Start[index] {
      return false
    }
    position += word.utf8CodeUnitCount
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard let byte = next else { return nil }
    let canNest = depth < Self.maximumDepth
    switch byte {
    case UInt8(ascii: "{"): return canNest ? object(depth: depth + 1) : nil
    case UInt8(ascii: "["): return canNest ? array(depth: depth + 1) : nil
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    position += 1
    var members: [JSONValue.Member] = []
    members.reserveCapacity(16)
    var names: Set<String> = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipBlanks()
      guard let name = string(), isNew(name, among: members, &names) else { return nil }
      skipBlanks()
      guard take(UInt8(ascii: ":")), let value = value(depth: depth) else { return nil }
      members.append(JSONValue.Member(name, value))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  /// A few names are compared one by one; a set comes in where somebody sends very many.
  private func isNew(
    _ name: String, among members: [JSONValue.Member], _ names: inout Set<String>
  ) -> Bool {
    guard members.count >= 32 else { return !members.contains { $0.name == name } }
    if names.isEmpty { names = Set(members.map(\.name)) }
    return names.insert(name).inserted
  }

  private mutating func array(depth: Int) -> JSONValue? {
    position += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let value = value(depth: depth) else { return nil }
      values.append(value)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(values) : nil
  }
}

extension JSONParser {
  private mutating func digits() -> Bool {
    let start = position
    while let byte = next, (48...57).contains(byte) { position += 1 }
    return position > start
  }

  private mutating func number() -> JSONValue? {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let leadsWithZero = next == 48
    let first = position
    guard digits(), !leadsWithZero || position == first + 1 else { return nil }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard digits() else { return nil }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() else { return nil }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let whole = Int64(text) { return .integer(whole) }
    guard let number = Double(text), number.isFinite else { return nil }
    return .number(number)
  }

  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = position
    var all: UInt8 = 0
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 {
      all |= byte
      position += 1
    }
    if take(UInt8(ascii: "\"")) {
      let text = UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)])
      return all < 128 ? text.ascii : String(validating: text, as: UTF8.self)
    }
    return escapedString(Array(bytes[start..<position]))
  }

  private mutating func escapedString(_ beginning: [UInt8]) -> String? {
    var text = beginning
    while let byte = next, byte >= 32 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text += Array(String(scalar).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return codePoint()
    default: return nil
    }
  }

  private mutating func codePoint() -> Unicode.Scalar? {
    guard let high = fourDigits() else { return nil }
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
    guard take("\\u"), let low = fourDigits(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      number = number << 4 | UInt32(digit)
      position += 1
    }
    return number
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text of bytes that are known to be ASCII, without the general reader's detours.
  fileprivate var ascii: String {
    String(unsafeUninitializedCapacity: count) { $0.initialize(from: self).index }
  }
}
