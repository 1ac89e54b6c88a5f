import PortalModel

/// Form-encoded text (`application/x-www-form-urlencoded`), in bodies and queries.
enum FormText {
  /// The pairs in their order; `nil` where a percent sign is not followed by two hexadecimal digits,
  /// or a name or value is no UTF-8. A name without `=` has an empty value; empty pieces are skipped.
  static func parameters(_ bytes: some Collection<UInt8>) -> [Repair.Parameter]? {
    var found: [Repair.Parameter] = []
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      let mark = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
      let rest = mark == piece.endIndex ? piece[mark...] : piece[piece.index(after: mark)...]
      guard let name = decoded(piece[..<mark]), let value = decoded(rest) else { return nil }
      found.append(Repair.Parameter(name: name, value: value))
    }
    return found
  }

  /// One name or value.
  static func decoded(_ bytes: some Collection<UInt8>) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      switch byte {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        var number: UInt8 = 0
        for _ in 0..<2 {
          guard index != bytes.endIndex, let digit = hexadecimal(bytes[index]) else { return nil }
          number = number << 4 | digit
          bytes.formIndex(after: &index)
        }
        plain.append(number)
      default: plain.append(byte)
      }
    }
    return String(validating: plain, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A text as it may stand in a query or a form: all but RFC 3986's unreserved signs in percents.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Pairs joined to a query.
  static func encoded(_ parameters: [Repair.Parameter]) -> String {
    parameters.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
