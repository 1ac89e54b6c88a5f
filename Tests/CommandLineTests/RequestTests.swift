import PortalModel
import Testing

@testable import portal

@Suite("Command line: requests")
struct RequestTests {
  private func asked() async -> CommandLineHome {
    let home = await CommandLineHome.filled()
    _ = await home.run(
      "permission request --from front-end-app --to back-end-api --as alice --reason -",
      typed: "To show reports.\nEvery day.\n")
    return home
  }

  @Test func whatWaitsIsListedForWhoeverDecides() async throws {
    let home = await asked()
    let bob = try #require(await home.run("request list --as bob --json").object)
    #expect(bob["waiting"]?.elements.contains { $0["from"]?.string == "front-end-app" } == true)
    let alice = try #require(await home.run("request list --sent --as alice --json").object)
    #expect(alice["sent"]?.elements.count == 1)
    #expect(alice["waiting"] == .null && alice["decided"] == .null)
    let text = await home.run("request list --waiting --as bob").output
    #expect(text.hasPrefix("Waiting for bob\n") && text.contains("front-end-app"))
  }

  @Test func approvingIsTheSameCommandAsUnderPermission() async throws {
    let home = await asked()
    let run = await home.run(
      "request approve --from front-end-app --to back-end-api --as bob --json")
    #expect(run.status == .done)
    #expect(run.object?["schema"]?.string == "portal.permission/1")
    #expect(run.object?["permission", "state"]?.string == "granted")
    let decided = await home.run("request list --decided --as alice --json")
    #expect(
      decided.object?["decided"]?.elements.contains { $0["state"]?.string == "granted" } == true)
  }

  @Test func aRejectionNeedsAReasonAndKeepsIt() async throws {
    let home = await asked()
    let line = "request reject --from front-end-app --to back-end-api --as bob --json"
    let before = await home.changes()
    #expect(await home.run(line).object?["rule"]?.string == "reason_missing")
    #expect(await home.changes() == before)
    let run = await home.run(line + " --reason -", typed: "What for?\n")
    #expect(run.object?["permission", "reason"]?.string == "What for?")
    let mail = await home.run("request show --from front-end-app --to back-end-api --mail").output
    #expect(mail.contains("Reason: What for?"))
  }

  @Test func aRequestIsShownWithItsWordsItsHistoryAndItsMail() async throws {
    let home = await asked()
    _ = await home.run("request withdraw --from front-end-app --to back-end-api --as alice")
    _ = await home.run("permission request --from front-end-app --to back-end-api --as alice")
    let line = "request show --from front-end-app --to back-end-api"
    let object = try #require(await home.run(line + " --json").object)
    #expect(
      object["rounds"]?.elements.compactMap { $0["state"]?.string } == ["pending", "withdrawn"])
    #expect(object["mail"]?.string?.contains("Dear ") == true)
    let text = await home.run(line).output
    #expect(text.contains("    To show reports.\n    Every day.\n"), "each line on a line")
    let mail = await home.run(line + " --mail").output
    #expect(mail.hasPrefix("From:") && mail.contains("No justification was given."))
  }

  @Test func whatWasNeverAskedIsRefusedWithWhatIsNear() async {
    let home = await asked()
    let run = await home.run("request approve --from reports --to front-end-app --as alice --json")
    #expect(run.object?["rule"]?.string == "not_pending")
    #expect(
      run.object?["nearest"]?.elements.contains(.string("front-end-app to back-end-api")) == true)
    let shown = await home.run("request show --from back-end-api --to front-end-app --json")
    #expect(shown.status == .refused)
  }

  @Test func anOfferWaitsAndIsAcceptedHere() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("app transfer front-end-app --to bob --as alice")
    let bob = try #require(await home.run("request list --as bob --json").object)
    #expect(bob["offers_waiting"]?.elements.first?["application"]?.string == "front-end-app")
    let alice = try #require(await home.run("request list --as alice --json").object)
    #expect(alice["offers_sent"]?.elements.count == 1)
    let run = await home.run("request accept front-end-app --as bob --json")
    #expect(run.object?["do", "command"]?.string == "accept-ownership")
    let again = await home.run("request decline front-end-app --as bob --json")
    #expect(again.object?["rule"]?.string == "not_offered")
  }

  @Test func aPastedMegabyteIsASentence() async {
    let home = await CommandLineHome.filled()
    let before = await home.changes()
    let run = await home.run(
      "permission request --from front-end-app --to back-end-api --as alice --reason - --json",
      typed: String(repeating: "x", count: 1 << 20))
    #expect(run.object?["rule"]?.string == "field_too_long")
    #expect(await home.changes() == before)
  }

  @Test func theListOfNobodyIsRefused() async {
    let run = await CommandLineHome.filled().run("request list --as bbo --json")
    #expect(run.object?["rule"]?.string == "unknown_identity")
    #expect(run.object?["nearest"]?.elements.contains(.string("bob")) == true)
  }
}
