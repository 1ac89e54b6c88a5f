import PortalModel
import Testing

@testable import portal

@Suite("Command line: people and groups")
struct PeopleTests {
  @Test func peopleArePagedThroughToTheEnd() async throws {
    let home = await CommandLineHome.filled()
    let whole = try #require(await home.run("person list --json").object)
    let all = whole["people"]?.elements.compactMap { $0["id"]?.string } ?? []
    #expect(all.count == whole["total", "count"]?.integer.map(Int.init))
    #expect(all == all.sorted() && all.contains("jdoe"))
    #expect(!all.contains("service-account-back-end-api"))
    var seen: [String] = []
    var next: String?
    repeat {
      let after = next.map { " --after \($0)" } ?? ""
      let page = try #require(await home.run("person list --limit 2 --json\(after)").object)
      seen += page["people"]?.elements.compactMap { $0["id"]?.string } ?? []
      next = page["next"]?.string
    } while next != nil
    #expect(seen == all)
  }

  @Test(arguments: [("jdoe", 1), ("^jd", 1), ("=jdoe", 1), ("=jdo", 0), ("zzzz", 0)])
  func theFilterIsThatOfTheScreens(filter: String, count: Int) async {
    let run = await CommandLineHome.filled().run(["person", "list", "--filter", filter, "--json"])
    #expect(run.object?["people"]?.elements.count == count)
  }

  @Test func aPersonIsShownWithGroupsAndTheWayThere() async throws {
    let home = await CommandLineHome.filled()
    let jdoe = try #require(await home.run("person show jdoe --json").object)
    let groups = jdoe["groups"]?.elements ?? []
    let admins = groups.first { $0["id"]?.string == "frontend-admins" }
    #expect(admins?["path"]?.elements == [.string("web-team"), .string("frontend-admins")])
    let text = await home.run("person show jdoe").output
    #expect(text.contains("Account: jdoe") && text.contains("frontend-admins"))
    let alice = try #require(await home.run("person show alice --json").object)
    #expect(
      alice["owned"]?.elements.contains { $0["id"]?.string == "front-end-app" } == true)
    let typo = await home.run("person show jdeo --json")
    #expect(typo.object?["nearest"]?.elements.first == .string("jdoe"))
  }

  @Test func onlyTheNamedFieldsOfAnAccountAreChanged() async throws {
    let home = await CommandLineHome.filled()
    let before = try #require(await home.run("person show jdoe --json").object)
    _ = await home.run("person edit jdoe --supervisor bob --mfa --as alice")
    let after = try #require(await home.run("person show jdoe --json").object)
    #expect(after["supervisor"]?.string == "bob")
    #expect(after["second_factor"] == .bool(true))
    for member in ["given_name", "family_name", "email", "person_id", "kind", "enabled"] {
      #expect(after[member] == before[member], "\(member)")
    }
    _ = await home.run("person edit jdoe --no-supervisor --no-person-id --no-mfa --as alice")
    let bare = try #require(await home.run("person show jdoe --json").object)
    #expect(bare["supervisor"] == .null && bare["person_id"] == .null)
  }

  @Test func aGroupIsShownWithMembersAndWhatItGives() async throws {
    let home = await CommandLineHome.filled()
    let group = try #require(await home.run("group show frontend-admins --json").object)
    #expect(group["members"]?.elements.contains { $0["group"]?.string == "web-team" } == true)
    #expect(group["roles"]?.elements.contains { $0["role"]?.string == "administrator" } == true)
    _ = await home.run("group edit frontend-admins --description Keepers --as alice")
    let edited = try #require(await home.run("group show frontend-admins --json").object)
    #expect(edited["description"]?.string == "Keepers")
    #expect(edited["name"] == group["name"])
    let list = await home.run("group list --filter ^front")
    #expect(list.output.contains("frontend-admins"))
  }

  @Test func membersArePagedThrough() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("group join web-team --users - --as alice", typed: "alice\nbob\n")
    _ = await home.run("group add inner --name Inner --as alice")
    _ = await home.run("group join web-team --group inner --as alice")
    let all = try #require(await home.run("group show web-team --json").object)["members"]?.elements
    var seen: [JSONValue] = []
    var after = ""
    while true {
      let page = try #require(await home.run("group show web-team --limit 1 --json\(after)").object)
      seen += page["members"]?.elements ?? []
      guard let next = page["next"], next != .null else { break }
      after =
        next["group"]?.string.map { " --after-group \($0)" }
        ?? " --after \(next["identity"]?.string ?? "")"
    }
    #expect(seen == all && seen.count >= 3)
  }

  @Test func aListOfPeopleIsPutInWhole() async throws {
    let home = await CommandLineHome.filled()
    let run = await home.run(
      "group join web-team --users - --as bob --json", typed: "# new\n alice \n\nbob\n")
    #expect(run.status == .done, "\(run.output)")
    #expect(run.object?["do", "command"]?.string == "add-members")
    #expect(run.object?["do", "members"]?.elements.count == 2)
    #expect(try DocumentedSchemas().problems(in: #require(run.object)) == [])
    let before = await home.run("group show web-team --json").object?["members"]?.elements.count
    #expect(await home.run("undo --as bob").status == .done, "one undo takes all of it back")
    let after = await home.run("group show web-team --json").object?["members"]?.elements.count
    #expect(after == before.map { $0 - 2 })
  }

  @Test(arguments: [
    ("alice\nnobody\n", "unknown_identity", "Line 2: "),
    ("alice\njdoe\n", "already_member", "Line 2: "),
  ])
  func aListWithOneBadLineChangesNothing(list: String, rule: String, place: String) async throws {
    let home = await CommandLineHome.filled()
    let before = await home.changes()
    let run = await home.run("group join web-team --users - --as bob --json", typed: list)
    #expect(run.status == .refused)
    #expect(run.object?["rule"]?.string == rule)
    #expect(run.object?["what"]?.string?.hasPrefix(place) == true)
    #expect(await home.changes() == before)
  }

  @Test func aListIsTakenOutWholeOrTheOneInTheWayIsNamed() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("group join web-team --users - --as bob", typed: "alice\nbob\ncarol\n")
    let refused = await home.run(
      "group leave web-team --users - --as bob --json", typed: "alice\n\ndave\n")
    #expect(refused.object?["rule"]?.string == "not_member", "\(refused.output)")
    #expect(refused.object?["what"]?.string?.hasPrefix("Line 3: dave ") == true)
    let run = await home.run(
      "group leave web-team --users - --as bob", typed: "alice\nbob\ncarol\n")
    #expect(run.output == "alice, bob and carol taken out of group web-team.\n")
  }

  @Test(arguments: ["", "# nobody\n", "alice\nalice\n", "alice\nA B\n"])
  func aListThatCannotBeMeantIsUsage(list: String) async {
    let home = await CommandLineHome.filled()
    let before = await home.changes()
    let run = await home.run("group join web-team --users - --as bob --json", typed: list)
    #expect(run.status == .usage)
    #expect(await home.changes() == before)
  }
}
