import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Every form, prompt, picker and filter with texts that mean harm, in every field: the frame stays
/// sound, and what cannot be taken is said in a sentence.
@Suite struct HostileFormTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  private static let megabyte = 1 << 20

  static let texts = [
    Hostile("a megabyte of letters", String(repeating: "a", count: megabyte)),
    Hostile("a megabyte of lines", String(repeating: "<a>\n", count: megabyte / 4)),
    Hostile("a megabyte of blanks", String(repeating: " ", count: megabyte)),
    Hostile("marks on one letter", "e" + String(repeating: "\u{301}", count: megabyte / 2)),
    Hostile("joined emoji", String(repeating: "👩‍👩‍👧‍👦", count: 20_000)),
    Hostile("halves of flags", String(repeating: "🇨🇭🇫", count: 20_000)),
    Hostile("right to left", String(repeating: "שלום \u{202E}مرحبا ", count: 20_000)),
    Hostile("wide", String(repeating: "粒子物理学", count: 20_000)),
    Hostile(
      "controls",
      String(
        String.UnicodeScalarView((0..<32).compactMap(Unicode.Scalar.init)))
        + "\u{7F}\u{9B}31m\u{1B}[2J\u{1B}]0;title\u{7}\u{1B}Pq\u{90}"),
    Hostile(
      "invalid bytes", String(decoding: [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self)),
    Hostile("every block", everyBlock),
    Hostile("nothing seen", "\u{200B}\u{FEFF}\u{2060}\u{00AD}\u{E0041}\u{180E}"),
  ]

  /// Scalars of every block of Unicode: each 61st, unassigned and private ones too.
  static let everyBlock = String(
    String.UnicodeScalarView(
      stride(from: 0, through: 0x10FFFF, by: 61).compactMap { Unicode.Scalar(UInt32($0)) }))

  /// What opens a form, prompt, picker or filter.
  struct Place: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var keys: [String]
    var person = Story.alice

    init(_ name: String, _ keys: String..., as person: IdentityIdentifier = Story.alice) {
      testDescription = name
      self.keys = keys
      self.person = person
    }
  }

  static let forms = [
    Place("Add an Application", "n"), Place("Application details", "⏎ e"),
    Place("Add SSO, SAML", "⏎ ] n"), Place("SSO Registration", "⏎ ] e"),
    Place("Advanced", "⏎ ] A"), Place("Add a Role", "⏎ ] ] n"), Place("Edit a role", "⏎ ] ] e"),
    Place("Add an identity", "3 n"), Place("Edit an account", "3 End ⏎ e"),
    Place("Add a group", "3 Tab n"), Place("Edit a group", "3 Tab ⏎ [ e"),
  ]

  static let lines = [
    Place("a justification", "⏎ t r", "'back-end-api'", "⏎"), Place("a file", "⏎ ] n Tab ⏎"),
    Place("a filter of applications", "/"), Place("a filter of people", "3 /"),
    Place("act as", "u"), Place("commands", ":"), Place("help", "?"),
    Place("a source of the map", "5 /"), Place("a new owner", "⏎ T"),
    Place("a linked group", "⏎ ] ] g n"), Place("an exchange's user", "4 Space"),
  ]

  @Test(arguments: forms, texts)
  func everyFieldOfAForm(form: Place, hostile: Hostile) async throws {
    let stage = try await Stage.story(as: form.person)
    try await stage.take(form.keys)
    guard case .form(let opened) = stage.state.dialogs.last else {
      Issue.record("\(form.testDescription) is not open")
      return
    }
    for _ in opened.fields {
      try await stage.paste(hostile.text)
      try await stage.press("Tab")
    }
    let before = stage.portal.facts.contents
    try await stage.press("Ctrl-S")
    // It was taken, or the form is there and says what is wrong.
    guard case .form(let form) = stage.state.dialogs.last else { return }
    #expect(stage.portal.facts.contents == before)
    let problem = try #require(
      form.fields.lazy.compactMap(form.problem(of:)).first, "nothing is said")
    #expect(!problem.isEmpty && problem.count < 400)
    #expect(!stage.message.isEmpty)
  }

  @Test(arguments: lines, texts)
  func everyLineThatIsAsked(line: Place, hostile: Hostile) async throws {
    let stage = try await Stage.story(as: line.person)
    try await stage.take(line.keys)
    try await stage.paste(hostile.text)
    try await stage.press("Left Backspace End ⏎")
    #expect(!stage.text.isEmpty)
  }

  @Test(arguments: texts)
  func aScreenWithoutFieldsTakesNothing(hostile: Hostile) async throws {
    let stage = try await Stage.story()
    let before = stage.portal.facts.contents
    for keys in ["⏎", "]", "t", "1 Esc Esc 4", "7", "⏎"] {
      try await stage.press(keys)
      try await stage.paste(hostile.text)
    }
    #expect(stage.portal.facts.contents == before)
  }

  @Test(arguments: [
    (FormField.ID.identifier, 64), (.name, FieldLimit.name), (.description, FieldLimit.text),
    (.homePage, 2_000),
  ])
  func atAndBeyondTheLimit(id: FormField.ID, limit: Int) async throws {
    for (count, isFull) in [(limit - 1, false), (limit, false), (limit + 1, true)] {
      var form = FormDialog.application()
      form.focus(on: id)
      _ = form.paste(String(repeating: "a", count: count))
      guard case .text(let editor, _) = form[id]?.kind else {
        Issue.record("no such field")
        return
      }
      #expect(editor.text.count == min(count, limit))
      #expect(editor.refusedInput == isFull)
      if isFull { #expect(form[id].map(form.problem(of:)) != .some(nil)) }
    }
  }
}
