import Foundation
import PortalScreens
import TerminalKit
import Testing

@testable import portal

@Suite("Command line: config")
struct ConfigTests {
  private func settings(_ text: String) -> (CommandLineHome, ScreenSettings) {
    let home = CommandLineHome()
    let folder = home.file("portal")
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    _ = home.file("portal/config.yaml", text)
    let parent = String(folder.dropLast("/portal".count))
    return (home, ScreenSettings.load(environment: ["XDG_CONFIG_HOME": parent]))
  }

  @Test func noFileChoosesNothing() async {
    let run = await CommandLineHome().run("config check")
    #expect(run.status == .done)
    #expect(run.output.contains("nothing is chosen"))
  }

  @Test func aMistakeIsNamedAndTheRestIsTaken() async {
    let (home, settings) = settings(
      "start: exchange\nkeys:\n  quit: [Q]\n  help: h\n  new-application: t\n  sort: a\n")
    let run = await home.run("config check")
    #expect(run.status == .refused)
    #expect(run.output.contains("line 4, help: this must have a key"))
    #expect(run.output.contains("line 6, sort: the key a is that of 'scope'"))
    #expect(!run.output.contains("new-application"))
    #expect(settings.start == .exchange)
    #expect(
      settings.keymap.actions == [.quit: [.character("Q")], .newApplication: [.character("t")]])
    #expect(settings.warning?.contains("config.yaml, line 4") == true)
    #expect(settings.warning?.contains("portal config check") == true)
  }

  @Test(arguments: [
    ("form-submit: x", "letters are text"), ("confirm-yes: n", "is that of 'confirm-no'"),
    ("text-close: []", "must have a key"),
  ])
  func keysOfDialogsAreCheckedToo(line: String, words: String) async {
    let (home, settings) = settings("dialog-keys:\n  \(line)\n")
    let run = await home.run("config check")
    #expect(run.output.contains(words))
    #expect(settings.keymap.dialogs.isEmpty)
  }

  @Test func theDocumentedExampleIsSound() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("Docs/configuration.md"), encoding: .utf8)
    let example = try #require(page.firstMatch(of: /```yaml\n((?s).*?)```/)).1
    let home = CommandLineHome()
    let run = await home.run(["config", "check", home.file("example.yaml", String(example))])
    #expect(run.status == .done, "\(run.output)")
  }

  @Test func whatIsAskedForNowBeatsWhatIsWritten() {
    let (_, settings) = settings("theme: light\nmouse: false\n")
    var look = ScreenLook(environment: ["NO_COLOR": "1"])
    #expect(look.theme(colours: 256) == .mono)
    look.fill(from: settings)
    #expect(look.theme(colours: 256) == .light && look.mouse == false)
    look.theme = .auto
    #expect(look.theme(colours: 256) == .mono)
    #expect(ScreenLook(environment: ["COLORFGBG": "0;15"]).theme(colours: 256) == .light)
    #expect(ScreenLook(environment: [:]).theme(colours: 256) == .dark)
  }
}
