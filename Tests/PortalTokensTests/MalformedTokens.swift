@testable import PortalTokens

/// Texts that are no tokens, each for another reason.
enum MalformedTokens {
  static let all: [String] = shapes + headers + claims

  private static let shapes = [
    "", ".", "..", "...", "....", "opaque", "a.b", "a.b.c.d", " ", "\u{0}", "é.é.é",
    "eyJ.eyJ.eyJ", "e30=.e30=.", "e30.e30.a", "e30.e30.a+b/", "e30.e30.\n", "e31.e30.",
    String(repeating: "A", count: 70_000), String(repeating: "e30.", count: 20_000),
  ]

  private static let good = #"{"iat":1,"exp":2}"#

  private static let headers = [
    "", "[]", "1", "null", "true", "{", "{}}", "{} {}", "\u{FEFF}{}", #"{"alg":}"#, #"{"a":1,}"#,
    #"{"a":1 "b":2}"#, #"{"a":1,"a":2}"#, "{a:1}", #"{'a':1}"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#,
    #"{"a":"\uD800"}"#, #"{"a":"\uDC00"}"#, "{\"a\":\"\n\"}", #"{"a":01}"#, #"{"a":+1}"#,
    #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":1e999}"#, #"{"a":NaN}"#, #"{"a":tru}"#,
    #"{"a":"#, #"{"a":"b"#, #"{"a""#, #"{"#,
    String(repeating: #"{"a":"#, count: 40) + "1" + String(repeating: "}", count: 40),
    String(repeating: "[", count: 30_000),
  ].map { "\(Base64URL.encode($0.utf8)).\(Base64URL.encode(good.utf8))." }

  private static let claims =
    [
      "{}", #"{"iat":1}"#, #"{"exp":1}"#, #"{"iat":"1","exp":2}"#, #"{"iat":1,"exp":2.5}"#,
      #"{"iat":1,"exp":-1}"#, #"{"iat":1,"exp":9223372036854775807}"#,
      #"{"iat":1,"exp":92233720368547758080}"#, #"{"iat":1,"exp":2,"nbf":"x"}"#,
      #"{"iat":1,"exp":2,"sub":1}"#, #"{"iat":1,"exp":2,"typ":["Bearer"]}"#,
      #"{"iat":1,"exp":2,"azp":null}"#, #"{"iat":1,"exp":2,"scope":{}}"#,
    ].map { "\(Base64URL.encode(#"{"alg":"RS256"}"#.utf8)).\(Base64URL.encode($0.utf8))." }
    + [
      // Not UTF-8.
      "e30.\(Base64URL.encode([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]))."
    ]
}
