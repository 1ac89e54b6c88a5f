import PortalModel
import PortalTestSupport
import Testing

@testable import PortalScreens

/// What the second row of newcomers stumbled over.
@Suite struct StumblingTests {
  private static let asked = ["⏎ t r", "'back-end-api'", "⏎ ⏎"]

  private func footer(_ stage: Stage) -> String { stage.frame.rowText(stage.frame.size.rows - 1) }

  @Test func theBlankBetweenWordsChangesNoChoice() async throws {
    let stage = try await Stage.story()
    try await stage.take(["n Tab Tab Tab Tab", "'to be'"])
    #expect(stage.text.contains("← Official →"))
    #expect(stage.message.contains("Category takes no text"))
    try await stage.press("← Space")
    #expect(!stage.text.contains("← Official →"))
  }

  @Test func theLastStepIsNotRedBeforeItIsSeen() async throws {
    let stage = try await Stage.story()
    try await stage.take(["n", "'my-app'", "Tab", "'My App'", "Ctrl-S"])
    #expect(stage.message.contains("One more step"))
    #expect(!stage.text.contains("At least 1 URI is required"))
    try await stage.press("Ctrl-S")
    #expect(stage.text.contains("At least 1 URI is required"))
  }

  @Test func hintsLeaveOutWhatTheRulesWouldRefuse() async throws {
    let stage = try await Stage.story()
    try await stage.take(Self.asked + ["2"])
    #expect(!footer(stage).contains("approve") && footer(stage).contains("w withdraw"))
    // It can be tried all the same, and says who may.
    try await stage.press("a")
    #expect(stage.message.contains("bob"))
    try await stage.take(["1 Esc Esc Tab", "/", "'back-end'", "⏎ ⏎"])
    #expect(!footer(stage).contains("delete") && !footer(stage).contains("e edit"))
  }

  @Test func whoIsAmongTheAdministratorsIsLookedUp() async throws {
    // The page has an administrators group: carol is not in it.
    let stage = try await Stage.story(as: Story.carol)
    try await stage.take(["Tab /", "'front-end'", "⏎ ⏎"])
    #expect(!footer(stage).contains("e edit") && !footer(stage).contains("delete"))
    try await stage.press("t")
    #expect(!footer(stage).contains("r request"))
  }

  @Test func whoIsInViewIsWhoOneWouldBe() async throws {
    let stage = try await Stage.story()
    try await stage.take(Self.asked + ["2 u"])
    #expect(stage.frame.focusedText.isEmpty == false)
    try await stage.press("⏎ ⏎")
    #expect(stage.state.acting.id == Story.bob)
    try await stage.take(["3 /", "'carol'", "⏎ ⏎ u ⏎ ⏎"])
    #expect(stage.state.acting.id == Story.carol)
  }

  @Test func whoAskedIsToldWhatWasDecided() async throws {
    let stage = try await Stage.story()
    try await stage.take(Self.asked + ["2 u ⏎ ⏎ 2 x", "'not yet'", "⏎ u", "'alice'", "⏎ ⏎"])
    #expect(
      stage.message.contains(
        "bob rejected front-end-app toward back-end-api (\u{201C}not yet\u{201D})"))
    try await stage.press("r")
    #expect(stage.text.contains("Last time bob rejected"))
    try await stage.press("⏎")
    #expect(stage.text.contains("Sent by you (1)"))
  }

  @Test func aDecisionThatWasTakenBackIsNoNews() async throws {
    let stage = try await Stage.story()
    try await stage.take(Self.asked + ["2 u ⏎ ⏎ 2 a"])
    #expect(stage.state.news[Story.alice] != nil)
    try await stage.press("z")
    #expect(stage.state.news.isEmpty)
  }

  @Test func onlyWhatWasDecidedIsAskedForAgain() async throws {
    let stage = try await Stage.story()
    try await stage.press("2 r")
    #expect(stage.message.contains("nothing here to ask for again"))
    try await stage.take(["1"] + Self.asked + ["2 r"])
    #expect(stage.message.contains("It is pending"))
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func aSearchComparesOtherwiseToo() async throws {
    let stage = try await Stage.story()
    try await stage.take(["u", "'bo'", "Ctrl-T"])
    #expect(stage.text.contains("^bo") && stage.message.contains("begins with the text"))
    try await stage.press("Ctrl-T Ctrl-T ⏎ ⏎")
    #expect(stage.state.acting.id == Story.bob)
  }

  @Test func aFixThatLeadsNowhereIsNotOffered() async throws {
    let stage = try await Stage.story()
    try await stage.take(Self.asked + ["2 a F4"])
    #expect(!footer(stage).contains("go there"))
  }

  @Test func theNextStepIsSaidWithWhatWasDone() async throws {
    let stage = try await Stage.story()
    try await stage.take(["first start"] + Self.asked)
    #expect(stage.text.contains("✓ Request sent to bob"))
    #expect(stage.text.contains("Next: bob decides."))
  }

  @Test func leavingAFormByForceIsAskedOnce() async throws {
    let stage = try await Stage.story()
    try await stage.take(["n", "'half'", "Ctrl-C"])
    #expect(!stage.state.isQuitting && stage.message.contains("Ctrl-C again leaves"))
    #expect(stage.text.contains("half"))
    try await stage.take(["'y'", "Ctrl-C"])
    #expect(!stage.state.isQuitting && stage.text.contains("halfy"))
    try await stage.press("Ctrl-C")
    #expect(stage.state.isQuitting)
  }

  @Test(arguments: ["", "3 "]) func aFilterThatWasKeptCanBeLeft(place: String) async throws {
    let stage = try await Stage.story()
    try await stage.take([place + "/", "'o'", "⏎ Esc"])
    #expect(stage.message.contains("The filter is cleared") && !stage.text.contains("filter: "))
    try await stage.press("Esc")
    #expect(stage.message.contains("Nothing to go back to"))
  }

  @Test func aSearchShowsRowsInTheSmallestTerminal() async throws {
    let stage = try await Stage.story(columns: 40, rows: 10)
    try await stage.press("u")
    #expect(stage.text.contains("▸ alice"))
    try await stage.press("↓")
    #expect(stage.text.contains("▸ bob"))
  }

  @Test func everyFieldOfTheExchangeIsSeenInTheSmallestTerminal() async throws {
    let stage = try await Stage.story(columns: 40, rows: 10)
    try await stage.take(GoldenTests.toExchange)
    for words in ["user jdoe", "signed in", "from front-end-app", "to back-end-api", "want"] {
      #expect(stage.text.contains(words), "\(words)")
    }
  }

  @Test func anOldResultSaysSo() async throws {
    let stage = try await Stage.story()
    try await stage.take(GoldenTests.toExchange)
    #expect(!stage.text.contains("OLD"))
    try await stage.take(["1 4 Space", "'bob'", "⏎"])
    #expect(stage.text.contains("OLD, of other fields: ⏎ runs it anew"))
    #expect(stage.text.contains("jdoe from front-end-app to back-end-api"))
  }

  @Test func oneComesToTheFirstFieldOfTheExchange() async throws {
    let stage = try await Stage.story()
    try await stage.press("4 Tab Tab 1 4 Space")
    #expect(stage.text.contains("Who signs in?"))
  }

  @Test func oneComesToTheNewestRowOfTheActivity() async throws {
    let stage = try await Stage.story()
    stage.activity.rows = MemoryActivity.story
    try await stage.press("7 ↓ ↓ 1 7")
    guard case .activity(let activity) = stage.state.screen else {
      Issue.record("no activity")
      return
    }
    #expect(activity.window.scroll.selection == 0)
  }

  @Test func whatOthersRepairedIsTheirsToUndo() async throws {
    let stage = try await Stage.story()
    try await stage.take(["⏎ t r", "'back-end-api'", "⏎ ⏎"] + GoldenTests.toExchange + ["f ⏎"])
    #expect(stage.message.contains("Done as bob"))
    #expect(stage.message.contains("taken back in 7 Activity"))
  }

  @Test(arguments: ["⏎", "Esc", "n"]) func aNoIsAnsweredToo(key: String) async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ d \(key)")
    #expect(stage.message.contains("Delete: not done, nothing was changed"))
  }

  @Test func joinedLinesAreSaid() async throws {
    let stage = try await Stage.story()
    try await stage.press("n Tab")
    try await stage.paste("one\ntwo")
    #expect(stage.text.contains("one two") && stage.message.contains("joined to one"))
  }

  @Test func aRepairGoesWithTheNextAction() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] Z")
    try await stage.take(Self.asked.map { $0.replacing("⏎ t", with: "t") } + ["2 a"])
    #expect(stage.state.refused != nil)
    try await stage.press("v Esc")
    #expect(stage.state.refused == nil)
  }
}
