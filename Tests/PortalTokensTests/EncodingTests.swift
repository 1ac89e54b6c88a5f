import PortalModel
import Testing

@testable import PortalTokens

@Suite("Base64url and JSON")
struct EncodingTests {
  @Test(
    "The vectors of RFC 4648 §10, without padding",
    arguments: [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"), ("\u{3FF}", "z78"),
    ])
  func base64(plain: String, encoded: String) {
    #expect(Base64URL.encode(plain.utf8) == encoded)
    #expect(Base64URL.decode(encoded.utf8) == Array(plain.utf8))
  }

  @Test("Every byte comes back")
  func everyByte() {
    for length in 0..<8 {
      let bytes = (0..<UInt8.max).map { $0 } + [UInt8](repeating: 255, count: length)
      #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
    }
  }

  @Test("Others are refused", arguments: ["A", "Zg==", "Zh", "Zm9=", "Z g", "Zm+v", "Zm/v", "é"])
  func notBase64(text: String) {
    #expect(Base64URL.decode(text.utf8) == nil)
  }

  @Test(
    "Sound JSON comes back as it was",
    arguments: [
      "{}", "[]", "null", "true", "false", "0", "-1", "9223372036854775807", #""""#,
      #"{"b":1,"a":[1,"x",{"y":null}]}"#, #"{"é":"日本"}"#, #""a\"b\\c\nd""#, "1.5", "-0.25",
    ])
  func json(text: String) {
    #expect(JSONParser.parse(Array(text.utf8))?.encoded == text)
  }

  @Test("Escapes, blanks and numbers are read")
  func escapes() {
    func parse(_ text: String) -> JSONValue? { JSONParser.parse(Array(text.utf8)) }
    #expect(parse(#""\u00e9\/\b\f\r\t\uD83D\uDE00""#) == .string("é/\u{8}\u{C}\r\t😀"))
    #expect(parse(" \r\n\t{ \"a\" : [ 1 , 2 ] } ")?["a"] == .array([.integer(1), .integer(2)]))
    #expect(parse("1e3") == .number(1000))
    #expect(parse("92233720368547758080") == .number(92_233_720_368_547_758_080))
    #expect(parse("-") == nil)
    #expect(parse("-01") == nil)
    let deep = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
    #expect(parse(deep) != nil)
    #expect(parse("[\(deep)]") == nil)
  }

  @Test(
    "A name that stands twice is refused, among few and among very many",
    arguments: [1, 2, 31, 32, 33, 34, 200])
  func twice(count: Int) {
    let members = (0..<count).map { "\"n\($0)\":0" }
    func parse(_ members: [String]) -> JSONValue? {
      JSONParser.parse(Array("{\(members.joined(separator: ","))}".utf8))
    }
    #expect(parse(members) != nil)
    #expect(parse(members + ["\"new\":0"]) != nil)
    #expect(parse(members + ["\"n0\":0"]) == nil)
    #expect(parse(members + ["\"n\(count - 1)\":0"]) == nil)
  }

  @Test("Cut anywhere, a good token is malformed or badly signed, never more")
  func truncated() async throws {
    let world = try await World()
    let token = try await world.token()
    for length in stride(from: 0, to: token.count, by: 7) {
      guard let cut = CompactToken(String(token.prefix(length))) else { continue }
      #expect(world.keys.signatureProblem(of: cut) == .wrong)
    }
  }

  @Test("With any byte changed, it is malformed or badly signed")
  func flipped() async throws {
    let world = try await World()
    let bytes = Array(try await world.token().utf8)
    for position in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[position] = changed[position] == 65 ? 66 : 65
      guard let token = CompactToken(String(decoding: changed, as: UTF8.self)) else { continue }
      #expect(world.keys.signatureProblem(of: token) != nil)
    }
  }
}
