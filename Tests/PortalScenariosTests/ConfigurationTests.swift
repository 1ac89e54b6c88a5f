import PortalModel
import PortalScenarios
import Testing

/// A person's settings: what is read, and what is said of the rest.
@Suite struct ConfigurationTests {
  static let vocabulary = Configuration.Vocabulary(
    themes: ["auto", "dark", "light"], sections: ["applications", "exchange"],
    actions: ["quit", "new-application"], dialogActions: ["form-submit"],
    isKey: { $0.count == 1 || $0.hasPrefix("Ctrl-") },
    objections: { configuration in
      configuration.keys.filter { $0.keys == ["x"] }
        .map { Configuration.Objection($0, .keyClash("x", with: "reject")) }
    })

  @Test func everythingWrittenIsRead() {
    let text = """
      theme: light
      mouse: false
      ascii: true
      start: exchange
      keys:
        quit: [Q, Ctrl-Q]
        new-application: []
      dialog-keys:
        form-submit: Ctrl-X
      """
    let (read, problems) = Configuration.read(text, Self.vocabulary)
    #expect(problems == [])
    #expect(read.theme == "light" && read.mouse == false && read.ascii == true)
    #expect(read.start == "exchange")
    #expect(read.keys.map(\.keys) == [["Q", "Ctrl-Q"], []])
    #expect(read.dialogKeys.map(\.action) == ["form-submit"])
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n"])
  func aFileWithNothingInItChoosesNothing(text: String) {
    let (read, problems) = Configuration.read(text, Self.vocabulary)
    #expect(read == Configuration() && problems == [])
  }

  @Test(arguments: [
    ("theme: dork", "theme: 'dork' is not known (did you mean 'dark'?); allowed: auto, dark"),
    ("\nmaus: true", "line 2, maus: the key 'maus' is not known"),
    ("mouse: perhaps", "line 1, mouse: true or false is expected"),
    ("keys:\n  quiet: Q", "line 2, keys.quiet: the key 'quiet' is not known"),
    ("keys:\n  quit: Hyper-Q", "line 2, keys.quit: 'Hyper-Q' is no key; allowed: "),
    ("keys:\n  quit: x", "line 2, quit: the key x is that of 'reject'"),
    ("keys: [", "this is not YAML"),
  ])
  func aMistakeIsNamedWithItsLine(text: String, words: String) {
    let problems = Configuration.read(text, Self.vocabulary).problems
    #expect(problems.count == 1)
    let sentence = problems.first?.sentence ?? ""
    #expect(sentence.contains(words), "\(sentence)")
  }

  @Test func oneMistakeDoesNotTakeTheRestAway() {
    let (read, problems) = Configuration.read(
      "theme: dork\nstart: exchange\nkeys: {quit: x, new-application: N}", Self.vocabulary)
    #expect(problems.count == 2)
    #expect(read.start == "exchange")
    #expect(read.keys.map(\.action) == ["new-application"])
  }
}
