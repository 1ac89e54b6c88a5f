import PortalTestSupport
import Testing

/// The whole story line by line through a pipe, by the real program.
@Suite struct PlainTests {
  static let story = [
    "1", "t", "r", "back-end-api", "to show reports", "s4", "1", "jdoe", "3", "front-end-app", "4",
    "back-end-api", "Enter", "u", "bob", "", "s2", "1", "a", "s4", "Enter", "q",
  ]

  @Test func theStoryRunsThroughAPipe() throws {
    let home = try ScratchHome()
    let run = try runPortal(
      ["--plain"], home: home, stdin: Self.story.joined(separator: "\n") + "\n",
      environment: ["TERM": "dumb"], patience: .seconds(30))
    let text = run.stdout
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    #expect(text.contains("Done: Request sent to bob, owner of back-end-api"))
    #expect(text.contains("HTTP 403, access_denied"))
    #expect(text.contains("You act as bob"))
    #expect(text.contains("Waiting for you: 1"))
    #expect(text.contains("front-end-app may exchange toward back-end-api"))
    #expect(text.contains("+ backend_user"))
    #expect(text.contains("frontend_user, belongs to front-end-app"))
    // Nothing moves a cursor: every line is text.
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test func accessibleStartsItWithoutAnArgument() throws {
    let home = try ScratchHome()
    let run = try runPortal([], home: home, stdin: "q\n", environment: ["ACCESSIBLE": "1"])
    #expect(run.status == 0)
    #expect(run.stdout.contains("You act as alice"))
  }

  @Test func withoutATerminalItIsOffered() throws {
    let run = try runPortal([], home: ScratchHome())
    #expect(run.status == 3 && run.stderr.contains("portal --plain"))
  }
}
