/// Base64 with the URL alphabet and no padding (RFC 4648 §5, RFC 7515 §2), over bytes.
enum Base64URL {
  /// Encodes bytes, appending to a text's bytes.
  static func encode(_ bytes: some Collection<UInt8>, into text: inout [UInt8]) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { encode($0, into: &text) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { encode($0, into: &text) } }
  }

  private static func encode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) {
    text.reserveCapacity(text.count + (bytes.count * 4 + 2) / 3)
    alphabet.withUnsafeBufferPointer { alphabet in
      var index = 0
      while index < bytes.count {
        let left = bytes.count - index
        let second = left > 1 ? UInt32(bytes[index + 1]) : 0
        let third = left > 2 ? UInt32(bytes[index + 2]) : 0
        let group = UInt32(bytes[index]) << 16 | second << 8 | third
        text.append(alphabet[Int(group >> 18)])
        text.append(alphabet[Int(group >> 12 & 63)])
        if left > 1 { text.append(alphabet[Int(group >> 6 & 63)]) }
        if left > 2 { text.append(alphabet[Int(group & 63)]) }
        index += 3
      }
    }
  }

  /// Encodes bytes.
  static func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    encode(bytes, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Decodes; `nil` for padding, another alphabet, an impossible length or stray last bits.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var buffer: UInt32 = 0
    var bits = 0
    let values = values
    for character in text {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return buffer & (1 << UInt32(bits) - 1) == 0 ? bytes : nil
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()
}
