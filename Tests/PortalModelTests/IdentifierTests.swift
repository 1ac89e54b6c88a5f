import PortalModel
import Testing

@Suite struct IdentifierTests {
  static let long32 = "a" + String(repeating: "0", count: 31)
  static let long64 = "a" + String(repeating: "-", count: 63)

  @Test(arguments: ["abc", "a-b", "a_9", "front-end-app", long32])
  func applicationsAndRolesTake(text: String) {
    #expect(ApplicationIdentifier.problem(in: text) == nil)
    #expect(RoleIdentifier.problem(in: text) == nil)
  }

  @Test(
    arguments: [
      ("", .empty), ("a", .tooShort(minimum: 3)), ("ab", .tooShort(minimum: 3)),
      (long32 + "x", .tooLong(maximum: 32)), ("1ab", .firstCharacter("1")),
      ("-ab", .firstCharacter("-")), ("Abc", .firstCharacter("A")), ("éab", .firstCharacter("é")),
      ("aBc", .character("B")), ("a.b", .character(".")), ("a b", .character(" ")),
      ("abé", .character("é")), ("ab\u{301}c", .character("b\u{301}")), ("ab\n", .character("\n")),
      ("ab1\u{20E3}", .character("1\u{20E3}")), ("abc\u{200D}", .character("c\u{200D}")),
      ("a\u{FE0F}bc", .firstCharacter("a\u{FE0F}")),
      ("ab王", .character("王")), ("ab\u{202E}", .character("\u{202E}")), ("ab٣", .character("٣")),
    ] as [(String, IdentifierProblem)])
  func applicationsAndRolesRefuse(text: String, problem: IdentifierProblem) {
    #expect(ApplicationIdentifier.problem(in: text) == problem)
    #expect(throws: problem) { try ApplicationIdentifier(text) }
    #expect(throws: problem) { try RoleIdentifier(text) }
  }

  @Test(
    arguments: [
      ("it", nil), ("cern.accounts-primary_1", nil), (long64, nil), ("", .empty),
      ("g", .tooShort(minimum: 2)), (long64 + "x", .tooLong(maximum: 64)),
      (".gr", .firstCharacter(".")), ("Gr", .firstCharacter("G")), ("g@r", .character("@")),
    ] as [(String, IdentifierProblem?)])
  func groups(text: String, problem: IdentifierProblem?) {
    #expect(GroupIdentifier.problem(in: text) == problem)
  }

  @Test(
    arguments: [
      ("jd", nil), ("1234@google", nil), ("J.Doe_x@Uni-a.example", nil), (long64, nil),
      ("", .empty),
      ("j", .tooShort(minimum: 2)), (long64 + "x", .tooLong(maximum: 64)), ("a b", .character(" ")),
      ("a/b", .character("/")), ("ü@x", .character("ü")),
    ] as [(String, IdentifierProblem?)])
  func logins(text: String, problem: IdentifierProblem?) {
    #expect(IdentityIdentifier.problem(in: text) == problem)
  }

  /// The longest application identifier still gives an own identity that is well-formed.
  @Test func ownIdentitiesAreWellFormed() throws {
    let identity = IdentityIdentifier(
      applicationIdentity: try ApplicationIdentifier(Self.long32))
    #expect(IdentityIdentifier.problem(in: identity.text) == nil)
    #expect(identity.text == "service-account-" + Self.long32)
  }

  @Test(arguments: [
    ("", []), (" ", []), ("openid", ["openid"]), (" a  b ", ["a", "b"]), ("é 日本", ["é", "日本"]),
    ("a \u{301}b", ["a", "\u{301}b"]), ("a\tb", ["a\tb"]),
  ])
  func textsAreCutAtBytes(text: String, parts: [String]) {
    #expect(text.parts(between: " ").map { Array($0.utf8) } == parts.map { Array($0.utf8) })
  }

  @Test func orderIsTheBytes() {
    let texts = ["a_b", "a-b", "ab", "a0b"].map(ApplicationIdentifier.init(trusted:))
    #expect(texts.sorted().map(\.text) == ["a-b", "a0b", "a_b", "ab"])
  }
}
