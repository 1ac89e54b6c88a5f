import PortalModel
import PortalStore
import Testing

@testable import portal

@Suite("Command line: following the log", .timeLimit(.minutes(2)))
struct FollowingTests {
  private let home: CommandLineHome
  private let pair = "--from front-end-app --to back-end-api"

  init() async { home = await .filled() }

  @Test func whatStoodBeforeIsPrintedOnceAndStoppingEndsIt() async throws {
    _ = await home.run("permission request \(pair) --as alice")
    let run = await home.run("log --follow --json")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"schema\":\"portal.log-row/1\",\"row\":{\"id\":") })
    #expect(run.status == .done)
  }

  @Test func rowsOfEveryKindComeAsTheyHappenOldestFirst() async throws {
    let following = home.follow("log --follow --json --limit 1")
    #expect(await following.nextRow()?["id"]?.integer == 1)
    _ = await home.run("permission request \(pair) --as alice")
    #expect(await following.nextRow()?["do", "command"]?.string == "request-exchange")
    _ = await home.run("permission approve \(pair) --as alice")
    let refused = await following.nextRow()
    #expect(refused?["kind"]?.string == "refusal")
    #expect(refused?["refusal", "rule"]?.string == "not_manager")
    _ = await home.run("permission approve \(pair) --as bob")
    #expect(await following.nextRow()?["as"]?.string == "bob")
    try answerRequest()
    #expect(await following.nextRow()?["kind"]?.string == "request")
    _ = await home.run("undo --as bob")
    #expect(await following.nextRow()?["name"]?.string == "undo")
    let run = await following.end()
    #expect(run.status == .done)
    #expect(run.output.split(separator: "\n").count == 6)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var options: String
    /// The kinds, or commands, that come.
    var expected: [String]
    var testDescription: String { options }
  }

  @Test(arguments: [
    Case(options: "--app reports", expected: ["block-application"]),
    Case(options: "--person bob", expected: ["approve-exchange", "undo"]),
    Case(options: "--person bob --app reports", expected: []),
    Case(options: "--kind refusals", expected: ["refusal"]),
    Case(options: "--kind requests", expected: ["request"]),
    Case(
      options: "--kind changes --app back-end-api",
      expected: ["request-exchange", "approve-exchange", "undo"]),
  ])
  func filtersHoldWhileFollowing(_ filtered: Case) async throws {
    let following = home.follow("log --follow --json --limit 1 \(filtered.options)")
    await following.untilFollowing()
    _ = await home.run("permission request \(pair) --as alice")
    _ = await home.run("permission approve \(pair) --as carol")
    _ = await home.run("permission approve \(pair) --as bob")
    _ = await home.run("app block reports --as alice")
    try answerRequest()
    _ = await home.run("undo --as bob")
    let run = await following.end()
    let rows = run.output.split(separator: "\n").compactMap { line in
      CommandLineRun(status: .done, output: line + "\n", errors: "").object?["row"]
    }
    let found = rows.compactMap { row in
      row["kind"]?.string == "change" ? row["name"]?.string : row["kind"]?.string
    }
    #expect(found.filter { $0 != "load-scenario" } == filtered.expected)
  }

  /// What a server on the same home keeps of a request that it answered.
  private func answerRequest() throws {
    let portal = try PortalDatabase.open(PortalHome(folder: home.path))
    defer { portal.close() }
    try portal.keep([
      ActivityEntry(
        at: Instant(seconds: 1_800_000_000), endpoint: .token, client: "front-end-app",
        subject: "jdoe", audience: "target-client", status: 200)
    ])
  }

  @Test func itEndsWhenNobodyReadsAnyMore() async throws {
    let following = home.follow("log --follow --limit 1")
    #expect(await following.nextLine()?.isEmpty == false)
    #expect(await following.closeOutput() == .done)
  }
}
