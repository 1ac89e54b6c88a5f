import PortalModel

@testable import PortalTokens

/// A reply as it came over the wire.
struct Received: Sendable {
  var status: Int
  /// The header fields in their order, names in lower case.
  var fields: [(name: String, value: String)]
  var body: String
  /// What came after it.
  var rest: [UInt8]

  /// Reads a reply; `nil` while it is not whole.
  init?(_ bytes: [UInt8], hasBody: Bool = true) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    guard let number = head.first?.split(separator: " ").dropFirst().first, let status = Int(number)
    else { return nil }
    self.status = status
    fields = head.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (name: line[..<colon].lowercased(), value: String(value))
    }
    let length = fields.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
    let available = bytes[end.upperBound...]
    guard !hasBody || available.count >= length else { return nil }
    body = String(decoding: available.prefix(hasBody ? length : 0), as: UTF8.self)
    rest = Array(available.dropFirst(hasBody ? length : 0))
  }

  /// The value of a header field.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The body as JSON, its members in order.
  var json: JSONValue? { JSONParser.parse(Array(body.utf8)) }

  /// `error` and `error_description`.
  var refusal: [String?] { [json?["error"]?.string, json?["error_description"]?.string] }
}
