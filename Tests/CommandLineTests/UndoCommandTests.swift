import PortalModel
import Testing

@testable import portal

@Suite("Command line: going back, and the log")
struct UndoCommandTests {
  private let home: CommandLineHome
  private let pair = "--from front-end-app --to back-end-api"

  init() async { home = await .filled() }

  @Test func whatIsBuiltUponIsTakenBackTogether() async throws {
    _ = await home.run("permission request \(pair) --as alice")
    _ = await home.run("permission approve \(pair) --as bob")
    let alone = await home.run("undo --as alice")
    #expect(alone.status == .refused)
    #expect(alone.output.contains("bob approves the request of front-end-app"))
    #expect(alone.output.contains("(row 3)"))
    let together = await home.run("undo --id 2 --with-dependents --as alice --json")
    #expect(together.object?["count"]?.integer == 2)
    #expect(together.object?["entry", "id"]?.integer == 2)
    #expect(together.object?["entry", "undone_by"]?.integer == 4)
    let list = await home.run("permission list --app back-end-api --json")
    #expect(list.object?["permissions"]?.elements.isEmpty == true)
    let again = await home.run("redo --as alice")
    #expect(again.output.hasPrefix("Brought again with 1 later change: Request sent"))
    let granted = await home.run("permission list --app back-end-api --json")
    #expect(granted.object?["permissions"]?.elements.first?["state"]?.string == "granted")
  }

  @Test func aReturnGoesBackAcrossAScenarioAndForwardAgain() async throws {
    _ = await home.run("permission request \(pair) --as alice")
    _ = await home.run("scenario load empty")
    let undo = await home.run("undo --as alice --json")
    #expect(undo.object?["rule"]?.string == "scenario_between")
    let back = await home.run("return --to 2 --as alice")
    #expect(back.output == "The portal stands as after row 2; 1 row rewound.\n")
    #expect(await home.run("app show front-end-app").status == .done)
    #expect(await home.run("return --to 3 --as alice").status == .done)
    #expect(await home.run("app show front-end-app").status == .refused)
  }

  @Test func theLogTellsWhoReallyActedAndWhatWasRefused() async throws {
    _ = await home.run("permission request \(pair) --as alice")
    _ = await home.run("permission approve \(pair) --as alice")
    let log = await home.run("log --json")
    let rows = try #require(log.object?["entries"]?.elements)
    #expect(rows.map { $0["kind"]?.string } == ["refusal", "change", "change"])
    let refused = rows[0]
    #expect(refused["as"]?.string == "alice")
    #expect(refused["do", "command"]?.string == "approve-exchange")
    #expect(refused["refusal", "rule"]?.string == "not_manager")
    #expect(refused["login"]?.string?.isEmpty == false)
    #expect(rows[1]["terminal"]?.string?.isEmpty == false)
    let text = await home.run("log")
    #expect(text.output.contains("approves the request of front-end-app toward back-end-api"))
    #expect(text.output.contains("refused"))
  }

  @Test(arguments: [
    ("", 4), ("--kind changes", 3), ("--kind refusals", 1), ("--kind requests", 0),
    ("--kind refusals --kind changes", 4), ("--app lab-book", 0), ("--app reports", 1),
    ("--app target-client", 3),
    ("--app front-end-app", 2), ("--person carol", 1), ("--person alice", 1),
    ("--since 2026-11-22T10:30:00Z", 3), ("--since 30m", 3), ("--since 1h", 4), ("--since 3d", 4),
    ("--limit 2", 2),
    ("--person carol --app front-end-app", 0),
  ])
  func theLogIsFiltered(options: String, count: Int) async {
    let later = "2026-11-22T11:00:00Z"
    let toward = "--from starting-client --to target-client"
    _ = await home.run("permission request \(pair) --as alice", now: later)
    _ = await home.run("permission revoke \(toward) --as carol", now: later)
    _ = await home.run("permission revoke \(toward) --as dave", now: later)
    let log = await home.run("log \(options) --json", now: later)
    #expect(log.object?["entries"]?.elements.count == count)
  }
}
