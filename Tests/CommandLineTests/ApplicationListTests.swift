import PortalModel
import Testing

@testable import portal

@Suite("Command line: lists of applications")
struct ApplicationListTests {
  private func ids(_ line: String, in home: CommandLineHome) async -> [String] {
    await home.run(line + " --json").object?["applications"]?.elements
      .compactMap { $0["id"]?.string } ?? []
  }

  @Test(arguments: ["identifier", "name", "owner"])
  func everyOrderIsPagedThroughToTheEnd(sort: String) async throws {
    let home = await CommandLineHome.filled()
    let all = await ids("app list --sort \(sort)", in: home)
    #expect(all.count > 2)
    var seen: [String] = []
    var after = ""
    while true {
      let run = await home.run("app list --sort \(sort) --limit 2 --json\(after)")
      let page = try #require(run.object)
      seen += page["applications"]?.elements.compactMap { $0["id"]?.string } ?? []
      guard let next = page["next"]?.string else { break }
      after = " --after \(next)"
    }
    #expect(seen == all)
  }

  @Test func aCategoryAloneIsListedAndCounted() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("app add my-app --name Mine --category test --as carol")
    #expect(await ids("app list --category test --filter ^my", in: home) == ["my-app"])
    #expect(await ids("app list --category test --filter my-app", in: home) == ["my-app"])
    #expect(await ids("app list --category test --mine --as carol", in: home) == ["my-app"])
    #expect(await ids("app list --category personal --filter =my-app", in: home) == [])
    let all = await ids("app list", in: home)
    var parts: [String] = []
    for category in ["official", "personal", "test"] {
      let run = await home.run("app list --category \(category) --json")
      let page = try #require(run.object)
      let rows = page["applications"]?.elements ?? []
      #expect(page["total", "count"] == .integer(Int64(rows.count)))
      #expect(rows.allSatisfy { $0["category"]?.string == category })
      parts += rows.compactMap { $0["id"]?.string }
    }
    #expect(parts.sorted() == all.sorted())
  }

  @Test func theRowToGoOnFromMustExist() async {
    let run = await CommandLineHome.filled().run("app list --after back-end-ap --json")
    #expect(run.object?["rule"]?.string == "unknown_application")
    #expect(run.object?["nearest"]?.elements.first == .string("back-end-api"))
  }

  @Test func anApplicationIsShownWithOfferAndOwnIdentity() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("app transfer back-end-api --to alice --as bob")
    _ = await home.run("group join web-team --user service-account-back-end-api --as bob")
    let app = try #require(await home.run("app show back-end-api --json").object)
    #expect(app["offer", "to"]?.string == "alice")
    #expect(app["identity", "id"]?.string == "service-account-back-end-api")
    #expect(app["identity", "groups"]?.elements == [.string("web-team")])
    let text = await home.run("app show back-end-api").output
    #expect(text.contains("Offered to    alice"))
    #expect(text.contains("service-account-back-end-api, in web-team"))
  }

  @Test func theLogOfNothingSaysWhatIsNear() async {
    let home = await CommandLineHome.filled()
    let text = await home.run("log --app back-end-ap").output
    #expect(text.contains("There is no application \"back-end-ap\"."))
    #expect(text.contains("Did you mean back-end-api?"))
    _ = await home.run("app add my-app --name Mine --as carol")
    _ = await home.run("app delete my-app --as carol")
    let gone = await home.run("log --app my-app").output
    #expect(gone.contains("my-app deleted") && !gone.contains("There is no"))
  }

  @Test func aScenarioIsReadFromStandardInput() async throws {
    let home = await CommandLineHome.filled()
    let text = await home.run("scenario export").output
    let checked = await home.run("scenario check - --json", typed: text)
    #expect(checked.status == .done, "\(checked.output)")
    _ = await home.run("app delete front-end-app --as alice")
    #expect(await home.run("scenario load -", typed: text).status == .done)
    #expect(await home.run("scenario export").output == text)
    let before = await home.changes()
    #expect(await home.run("scenario load - --json", typed: "nothing: here\n").status == .refused)
    #expect(await home.changes() == before)
    let typo = await home.run("scenario load chian --json")
    #expect(typo.object?["message"]?.string?.contains("Did you mean chain?") == true)
  }
}
