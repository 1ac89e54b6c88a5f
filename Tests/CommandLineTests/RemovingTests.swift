import PortalModel
import Testing

@testable import portal

/// What takes things away says beforehand what goes with it, as the screens do.
@Suite("Command line: taking things away")
struct RemovingTests {
  /// The story's world, where front-end-app has a permission in each direction.
  private static func home() async -> CommandLineHome {
    let home = await CommandLineHome.filled()
    _ = await home.run("permission grant --from front-end-app --to back-end-api --as bob")
    _ = await home.run(
      "permission request --from back-end-api --to front-end-app --as bob --reason calls")
    return home
  }

  static let verbs = [
    "app delete front-end-app --as alice", "registration delete front-end-app --as alice",
    "role delete administrator --app front-end-app --as alice",
    "group delete frontend-admins --as alice", "person depart jdoe --as bob",
    "person delete jdoe --as bob", "registration regenerate-secret back-end-api --as bob",
  ]

  @Test(arguments: verbs) func aDryRunSaysWhatGoesAndDoesNothing(line: String) async throws {
    let home = await Self.home()
    let before = await home.changes()
    let run = await home.run(line + " --dry-run --json")
    #expect(run.status == .done, "\(run.output)")
    let object = try #require(run.object)
    #expect(object["schema"]?.string == "portal.preview/1")
    #expect(try DocumentedSchemas().problems(in: object) == [])
    #expect(await home.run(line + " --dry-run").output.hasSuffix("Nothing was done.\n"))
    #expect(await home.changes() == before)
  }

  @Test func bothDirectionsAreNamedBeforeAnApplicationGoes() async throws {
    let home = await Self.home()
    let goes = try #require(
      await home.run("app delete front-end-app --as alice --dry-run --json").object?["goes"])
    let directions = goes["permissions"]?.elements.map { $0["from"]?.string }
    #expect(Set(directions ?? []) == ["front-end-app", "back-end-api"])
    #expect(goes["roles"]?.elements.contains(.string("administrator")) == true)
    #expect(goes["registrations"]?.elements == [.string("front-end-app")])
    #expect(goes["accounts"]?.elements == [.string("service-account-front-end-app")])
    let text = await home.run("app delete front-end-app --as alice --dry-run").output
    #expect(text.contains("Permissions that go, with their history: "))
    #expect(text.contains("back-end-api to front-end-app"))
  }

  @Test(arguments: verbs) func onATerminalTheWordIsAskedFor(line: String) async throws {
    let home = await Self.home()
    let before = await home.changes()
    let run = await home.run(line, typed: "no")
    #expect(run.status == .usage)
    #expect(run.errors.contains("Type \"") && run.errors.contains("Nothing was changed"))
    #expect(await home.changes() == before)
  }

  @Test func theWordTypedItIsDoneAndSaysWhatWent() async throws {
    let home = await Self.home()
    let run = await home.run("app delete front-end-app --as alice --json", typed: "delete")
    #expect(run.status == .done, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("back-end-api to front-end-app"))
    #expect(run.object?["went", "permissions"]?.elements.count == 2)
    #expect(try DocumentedSchemas().problems(in: #require(run.object)) == [])
  }

  @Test func whatWentIsSaidWhereNobodyCanBeAsked() async throws {
    let home = await Self.home()
    let run = await home.run("group delete frontend-admins --as alice")
    #expect(run.status == .done)
    #expect(run.output.contains("Groups taken off roles: frontend-admins off administrator."))
    #expect(run.output.contains("Memberships that go: group web-team in frontend-admins."))
    let bare = await home.run("role add empty --app front-end-app --name E --as alice --json")
    #expect(bare.object?["went"] == .null)
    let role = await home.run("role delete empty --app front-end-app --as alice")
    #expect(role.output == "Role empty of front-end-app deleted.\n")
  }

  @Test func whatIsForbiddenIsNotAskedAboutAndStandsInTheLog() async {
    let home = await Self.home()
    let run = await home.run("app delete front-end-app --as bob --json", typed: "delete")
    #expect(run.status == .refused && run.object?["rule"]?.string == "not_manager")
    #expect(!run.errors.contains("Type "))
    let log = await home.run("log --kind refusals --json")
    #expect(log.object?["entries"]?.elements.count == 1)
    let dry = await home.run("app delete front-end-app --as bob --dry-run --json")
    #expect(dry.object?["rule"]?.string == "not_manager")
  }

  @Test(arguments: ["app delete front-end-app --as alice --yes --dry-run"])
  func bothAtOnceIsUsage(line: String) async {
    #expect(await Self.home().run(line).status == .usage)
  }
}
