import Foundation
import PortalModel
import Testing

@testable import portal

@Suite("Command line: what goes wrong, and how it ends")
struct FailureTests {
  private let home: CommandLineHome

  init() async { home = await .filled() }

  static let usage = [
    "frobnicate", "exchange --user jdoe", "exchange --user jdoe --from A --to back-end-api",
    "exchange --user jdoe --from front-end-app --to back-end-api --loa best",
    "exchange --user jdoe --from front-end-app --to back-end-api --want saml2",
    "app list --mine", "app list --as alice", "app list --limit 0", "log --limit none",
    "permission approve --from front-end-app --to back-end-api", "reset",
    "app list --seed many",
  ]

  @Test(arguments: usage)
  func usageErrorsEndWithTwo(line: String) async {
    let plain = await home.run(line)
    #expect(plain.status == .usage)
    #expect(plain.output.isEmpty && !plain.errors.isEmpty)
    let json = await home.run(line + " --json")
    #expect(json.status == .usage)
    #expect(json.object?["kind"]?.string == "usage")
  }

  @Test func anInstantThatIsNoneIsAUsageError() async {
    let run = await home.run("log", now: "yesterday")
    #expect(run.status == .usage)
    #expect(run.errors.contains("2026-11-22T10:15:00Z"))
  }

  static let unknown = [
    ("app show back-end-ap", "back-end-api"),
    ("exchange --user jdo --from front-end-app --to back-end-api", "jdoe"),
    ("exchange --user jdoe --from fornt-end-app --to back-end-api", "front-end-app"),
    ("exchange --user jdoe --from front-end-app --to back-endapi", "back-end-api"),
    ("permission request --from front-end-app --to backend-api --as alice", "back-end-api"),
    ("permission list --app starting-clint", "starting-client"),
    ("app list --mine --as alise", "alice"),
  ]

  @Test(arguments: unknown)
  func theNearestIdentifierIsNamed(line: String, meant: String) async {
    let run = await home.run(line)
    #expect(run.status == .refused)
    #expect(run.output.contains("Did you mean \(meant)"), "\(run.output)")
  }

  @Test func aHomeThatIsAFileIsSaid() async {
    let file = home.file("file", "text")
    let run = await home.run("app list --json", home: file)
    #expect(run.status == .environment)
    #expect(run.object?["code"]?.string == "home_is_not_a_folder")
  }

  @Test func aDamagedDatabaseIsLeftAsItIs() async throws {
    let path = home.path + "/portal.sqlite"
    let text = String(repeating: "this is no database. ", count: 400)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let run = await home.run("app list")
    #expect(run.status == .environment)
    #expect(run.errors.contains("was left as it is"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func resetAsksForTheWord() async {
    _ = await home.run(
      "permission request --from front-end-app --to back-end-api --as alice")
    #expect(await home.run("reset", typed: "yes").status == .usage)
    #expect(await home.run("reset", typed: "reset").status == .done)
    #expect(await home.run("reset --yes").status == .done)
    let list = await home.run("permission list --app front-end-app --json")
    #expect(list.object?["permissions"]?.elements.isEmpty == true)
  }

  @Test func scenariosSayWhatIsWrongWithThem() async {
    let bad = home.file("bad.yaml", "format: portal.scenario/1\nidentites:\n  x: {}\n")
    let run = await home.run("scenario check \(bad) --json")
    #expect(run.status == .refused)
    #expect(run.object?["problems"]?.elements.first?["line"]?.integer == 2)
    #expect(await home.run("scenario load \(bad)").status == .refused)
    let missing = await home.run("scenario load nowhere --json")
    #expect(missing.status == .environment)
    #expect(missing.object?["code"]?.string == "file_missing")
  }

  @Test func anExportLoadsAgain() async {
    let file = home.file("copy.yaml")
    #expect(await home.run("scenario export \(file)").status == .done)
    #expect(await home.run("scenario check \(file)").status == .done)
    let before = await home.run("app show back-end-api --json")
    #expect(await home.run("scenario load \(file)").status == .done)
    #expect(await home.run("app show back-end-api --json").output == before.output)
  }

  @Test func whatIsPrintedCannotSteerTheTerminal() async throws {
    let pair = "--from front-end-app --to back-end-api"
    let evil = "a\u{1B}[31mb\u{202E}c\u{7}"
    _ = await home.run("permission request \(pair) --as alice")
    let reject = ["permission", "reject"] + pair.split(separator: " ").map(String.init)
    _ = await home.run(reject + ["--as", "bob", "--reason", evil])
    let plain = await home.run("exchange --user jdoe \(pair)")
    let json = await home.run("exchange --user jdoe \(pair) --json")
    for text in [plain.output, json.output, json.errors] {
      for scalar in ["\u{1B}", "\u{202E}", "\u{7}"] { #expect(!text.contains(scalar)) }
    }
    #expect(plain.output.contains("abc"))
  }

  @Test func theClockStandsWhereItIsTold() async {
    let run = await CommandLineHome().run("log --json", now: "2030-01-02T03:04:05+01:00")
    let entry = run.object?["entries"]?.elements.first
    #expect(entry?["at"]?.string == "2030-01-02T02:04:05Z")
  }

  @Test func aSeedGivesTheSameIdentifiers() async {
    let line = "exchange --user jdoe --from starting-client --to target-client --json --seed 7"
    let one = await home.run(line)
    let other = await CommandLineHome.filled().run(line)
    let session = one.object?["reply", "body", "session_state"]?.string
    #expect(session != nil)
    #expect(session == other.object?["reply", "body", "session_state"]?.string)
  }
}
