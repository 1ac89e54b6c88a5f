import Foundation
import PortalModel
import Testing

@Suite struct JSONValueTests {
  @Test(
    arguments: [
      (.null, "null"), (.bool(true), "true"), (.bool(false), "false"),
      (.integer(0), "0"), (.integer(.min), "-9223372036854775808"),
      (.integer(.max), "9223372036854775807"), (.number(0.5), "0.5"), (.number(.infinity), "null"),
      (.number(.nan), "null"), (.array([]), "[]"), (.object([]), "{}"),
      (.array([.integer(1), .array([.null])]), "[1,[null]]"),
      (.object([.init("b", .integer(1)), .init("a", .string("x"))]), #"{"b":1,"a":"x"}"#),
      (.object([.init("a\"b", .null)]), #"{"a\"b":null}"#),
    ] as [(JSONValue, String)])
  func isEncoded(value: JSONValue, text: String) {
    #expect(value.encoded == text)
  }

  @Test(arguments: [
    ("", ""), ("plain text", "plain text"), ("\"", "\\\""), ("\\", "\\\\"), ("a/b", "a/b"),
    ("\n\r\t", "\\n\\r\\t"), ("\u{0}\u{1F}", "\\u0000\\u001f"), ("\u{7F}\u{9B}", "\\u007f\\u009b"),
    ("\u{1B}[31m", "\\u001b[31m"), ("\u{2028}\u{2029}", "\\u2028\\u2029"),
    ("\u{202E}\u{2066}", "\\u202e\\u2066"), ("é王🧪ليلى", "é王🧪ليلى"), ("e\u{301}", "e\u{301}"),
  ])
  func stringsAreEscaped(text: String, escaped: String) throws {
    let encoded = JSONValue.string(text).encoded
    #expect(encoded == "\"\(escaped)\"")
    let data = Data("[\(encoded)]".utf8)
    #expect(try JSONDecoder().decode(JSONValue.self, from: data) == .array([.string(text)]))
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("1", .integer(1)), ("-7", .integer(-7)),
      ("1.5", .number(1.5)), ("1e300", .number(1e300)), ("9223372036854775807", .integer(.max)),
      (#""a\u00e9\ud83e\uddea""#, .string("aé🧪")), ("[]", .array([])), ("{}", .object([])),
      (
        #"{"b":[1,{"c":null}],"a":false}"#,
        .object([
          .init("a", .bool(false)),
          .init("b", .array([.integer(1), .object([.init("c", .null)])])),
        ])
      ),
    ] as [(String, JSONValue)])
  func isDecoded(text: String, value: JSONValue) throws {
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value)
  }

  @Test func membersAreFound() {
    let value = JSONValue.object([
      .init("n", .integer(3)), .init("s", .string("x")),
      .init("l", .array([.string("a"), .null, .string("b")])),
    ])
    #expect(value["n"]?.integer == 3)
    #expect(value["s"]?.string == "x")
    #expect(value["s"]?.strings == ["x"])
    #expect(value["l"]?.strings == ["a", "b"])
    #expect(value["none"] == nil)
    #expect(value["n"]?.string == nil)
    #expect(JSONValue.null["n"] == nil)
  }

  @Test func repliesAreWorded() {
    let reply = Reply(status: 403, error: "access_denied", description: "Client not allowed")
    #expect(
      reply.body?.encoded
        == #"{"error":"access_denied","error_description":"Client not allowed"}"#)
    #expect(reply.error == "access_denied")
    #expect(reply.errorDescription == "Client not allowed")
  }
}
