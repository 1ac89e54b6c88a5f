import PortalModel

/// Form-encoded text (`application/x-www-form-urlencoded`), in bodies and queries.
enum FormText {
  /// The pairs in their order; `nil` where a percent sign is not followed by two hexadecimal digits,
  /// or a name or value is no UTF-8. A name without `=` has an empty value; empty pieces are skipped.
  static func parameters(_ bytes: UnsafeRawBufferPointer) -> [Repair.Parameter]? {
    var found: [Repair.Parameter] = []
    found.reserveCapacity(8)
    var start = 0
    while start < bytes.count {
      var (end, mark) = (start, -1)
      while end < bytes.count, bytes[end] != UInt8(ascii: "&") {
        if mark < 0, bytes[end] == UInt8(ascii: "=") { mark = end }
        end += 1
      }
      if end > start {
        let nameEnd = mark < 0 ? end : mark
        guard let name = decoded(bytes[start..<nameEnd]),
          let value = decoded(bytes[min(nameEnd + 1, end)..<end])
        else { return nil }
        found.append(Repair.Parameter(name: name, value: value))
      }
      start = end + 1
    }
    return found
  }

  /// The pairs of a query.
  static func parameters(_ text: Substring.UTF8View) -> [Repair.Parameter]? {
    Array(text).withUnsafeBytes { parameters($0) }
  }

  /// One name or value. Most need no decoding: tokens, and the words of the protocol.
  static func decoded(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
    var (isPlain, all) = (true, UInt8(0))
    for byte in bytes {
      isPlain = isPlain && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "+")
      all |= byte
    }
    if isPlain, all < 128 {
      return String(unsafeUninitializedCapacity: bytes.count) { text in
        text.initialize(from: bytes).index
      }
    }
    if isPlain { return String(validating: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard index + 1 < bytes.endIndex, let high = hexadecimal(bytes[index]),
          let low = hexadecimal(bytes[index + 1])
        else { return nil }
        plain.append(high << 4 | low)
        index += 2
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
