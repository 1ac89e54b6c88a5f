import Foundation
import PortalModel
import Testing

@testable import portal

@Suite("Command line: doctor, backup, restore, compact")
struct KeepingTests {
  private let home: CommandLineHome

  init() async { home = await .filled() }

  @Test func aHomeInOrderIsFoundInOrder() async {
    let run = await home.run("doctor --json")
    #expect(run.status == .done)
    #expect(run.object?["healthy"] == .bool(true))
    let checks = run.object?["checks"]?.elements ?? []
    #expect(checks.compactMap { $0["id"]?.string } == HealthCheck.ID.allCases.map(\.rawValue))
    let plain = await home.run("doctor")
    #expect(plain.output.hasSuffix("Everything is in order.\n"))
  }

  @Test func aHomeThatIsNotThereYetIsNoProblemAndIsNotMade() async {
    let nowhere = home.file("nowhere")
    let run = await home.run("doctor --json", home: nowhere)
    #expect(run.status == .done)
    #expect(state(of: "home", in: run) == "note")
    #expect(!FileManager.default.fileExists(atPath: nowhere))
  }

  @Test func eachProblemIsNamedWithItsMend() async throws {
    let database = home.path + "/portal.sqlite"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: database)
    let open = await home.run("doctor --json")
    #expect(open.status == .environment)
    #expect(state(of: "permissions", in: open) == "problem")
    #expect(mend(of: "permissions", in: open) == "chmod 600 \(database)")

    let text = String(repeating: "this is no database. ", count: 400)
    try text.write(toFile: database, atomically: false, encoding: .utf8)
    let garbage = await home.run("doctor --json")
    #expect(garbage.status == .environment)
    #expect(state(of: "database", in: garbage) == "problem")
    #expect(mend(of: "database", in: garbage)?.contains("portal restore") == true)
    #expect(try String(contentsOfFile: database, encoding: .utf8) == text)

    let file = home.file("file", "text")
    let notFolder = await home.run("doctor --json", home: file)
    #expect(state(of: "home", in: notFolder) == "problem")
    #expect(await home.run("doctor", home: file).output.contains("✕ home"))
  }

  @Test func aCopyPutsThePortalBack() async {
    let pair = "--from front-end-app --to back-end-api"
    let copy = home.file("copy.sqlite")
    #expect(await home.run("backup \(copy)").status == .done)
    let before = await home.run("permission list --json")
    _ = await home.run("permission request \(pair) --as alice")
    #expect(await home.run("permission list --json").output != before.output)
    #expect(await home.run("restore \(copy)").status == .usage)
    #expect(await home.run("restore \(copy)", typed: "no").status == .usage)
    let restored = await home.run("restore \(copy)", typed: "restore")
    #expect(restored.status == .done)
    #expect(restored.output.contains("replaced.sqlite"))
    #expect(await home.run("permission list --json").output == before.output)
  }

  @Test func aFileThatIsNoCopyIsRefusedInWords() async {
    let letter = home.file("letter.txt", String(repeating: "Dear Sirs, ", count: 100))
    let run = await home.run("restore \(letter) --yes --json")
    #expect(run.status == .environment)
    #expect(run.object?["code"]?.string == "copy_not_a_database")
    let missing = await home.run("restore \(home.file("none")) --yes")
    #expect(missing.errors.contains("There is no file"))
    let over = await home.run("backup \(letter) --json")
    #expect(over.object?["code"]?.string == "copy_holds_something_else")
  }

  @Test func compactSaysWhatIsGivenUp() async {
    _ = await home.run("permission request --from front-end-app --to back-end-api --as alice")
    #expect(await home.run("compact").status == .usage)
    let run = await home.run("compact --keep 1", typed: "compact")
    #expect(run.output.contains("can no longer be shown, undone or returned to"))
    let log = await home.run("log --json")
    #expect(log.object?["entries"]?.elements.count ?? 0 >= 2)
    #expect(await home.run("compact --keep -1 --yes").status == .usage)
    #expect(await home.run("doctor").status == .done)
  }

  private func check(_ id: String, in run: CommandLineRun) -> JSONValue? {
    run.object?["checks"]?.elements.first { $0["id"]?.string == id }
  }

  private func state(of id: String, in run: CommandLineRun) -> String? {
    check(id, in: run)?["state"]?.string
  }

  private func mend(of id: String, in run: CommandLineRun) -> String? {
    check(id, in: run)?["mend"]?.string
  }
}
