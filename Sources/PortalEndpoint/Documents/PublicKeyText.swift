import FoundationEssentials
import PortalModel

/// An RSA public key of a JWK as a `SubjectPublicKeyInfo` in DER and base64 (RFC 5280 §4.1.2.7,
/// RFC 8017 §A.1): what the realm document shows.
enum PublicKeyText {
  static func base64(ofKey jwk: JSONValue) -> String? {
    guard let modulus = number(jwk["n"]?.string), let exponent = number(jwk["e"]?.string) else {
      return nil
    }
    let key = der(0x30, der(0x02, unsigned(modulus)) + der(0x02, unsigned(exponent)))
    // rsaEncryption, 1.2.840.113549.1.1.1, with NULL parameters.
    let algorithm: [UInt8] = [
      0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]
    return Data(der(0x30, algorithm + der(0x03, [0] + key))).base64EncodedString()
  }

  private static func number(_ text: String?) -> [UInt8]? {
    guard let text else { return nil }
    let plain = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : String($0) }.joined()
    let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
    return Data(base64Encoded: padded).map(Array.init)
  }

  /// An integer is negative where its first bit is set, unless a zero stands before it.
  private static func unsigned(_ bytes: [UInt8]) -> [UInt8] {
    (bytes.first ?? 0) & 0x80 == 0 ? bytes : [0] + bytes
  }

  private static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 128 ? [UInt8(count)]
      : count < 256 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
    return [tag] + length + content
  }
}
