import PortalModel
import PortalStore
import Testing

@testable import portal

@Suite("Command line: why a role is given")
struct WhyTests {
  @Test(arguments: [
    ("jdoe", "backend_user", "", "has", true), ("alice", "backend_user", "", "lacks", false),
    ("jdoe", "backend_user", "--loa guest", "just-misses", false),
  ])
  func aPersonIsAnsweredWithTheReason(
    user: String, role: String, login: String, standing: String, isGiven: Bool
  ) async throws {
    let home = await CommandLineHome.filled()
    let line = "why role --user \(user) --app back-end-api --role \(role) \(login)"
    let run = await home.run(line + " --json")
    #expect(run.status == .done)
    #expect(run.object?["standing"]?.string == standing)
    #expect(run.object?["given"] == .bool(isGiven))
    let reason = try #require(run.object?["reason"]?.string)
    let text = await home.run(line)
    #expect(text.output.hasPrefix("Role \(role) of back-end-api: \(user) "))
    #expect(text.output.contains(reason))
  }

  @Test func theWayThroughGroupsIsNamedAndWhatIsUnknown() async {
    let home = await CommandLineHome.filled()
    let way = await home.run("why role --user jdoe --app front-end-app --role administrator")
    #expect(way.output.contains("jdoe is in group frontend-admins, through web-team"))
    let role = await home.run("why role --user jdoe --app front-end-app --role adminstrator --json")
    #expect(role.status == .refused)
    #expect(role.object?["rule"]?.string == "unknown_role")
    #expect(role.object?["nearest"]?.elements == [.string("administrator")])
    let app = await home.run("why role --user jdoe --app front-end-ap --role administrator --json")
    #expect(app.object?["nearest"]?.elements.contains(.string("front-end-app")) == true)
    let group = await home.run(
      "why role --group web-taem --app front-end-app --role administrator --json")
    #expect(group.object?["nearest"]?.elements.contains(.string("web-team")) == true)
  }

  @Test func ofManyThoseWhoHaveItAndThoseWhoJustMissItAreListed() async throws {
    let home = await CommandLineHome.filled()
    let line = "why role --all --app front-end-app --role administrator"
    let usual = try #require(await home.run(line + " --json").object)
    #expect(usual["complete"] == .bool(true))
    let logins = usual["holders"]?.elements.compactMap { $0["user"]?.string } ?? []
    #expect(logins.contains("jdoe"))
    #expect(usual["count"] == .integer(Int64(logins.count)))
    #expect(
      usual["holders"]?.elements.allSatisfy { $0["standing"]?.string == "has" } == true)

    let guests = try #require(await home.run(line + " --loa any --json").object)
    #expect(
      guests["holders"]?.elements.allSatisfy { $0["standing"]?.string == "just-misses" } == true)
    #expect(guests["count"] == usual["count"])
  }

  @Test func aGroupIsLookedAtWithTheGroupsInside() async throws {
    let home = await CommandLineHome.filled()
    let line =
      "why role --group frontend-admins --app back-end-api --role backend_user "
      + "--standing has --standing lacks --standing just-misses --limit 1"
    let run = await home.run(line + " --json")
    let count = try #require(run.object?["count"]?.integer)
    #expect(count > 1)
    #expect(run.object?["holders"]?.elements.count == 1)
    let text = await home.run(line)
    #expect(text.output.contains("Only the first 1 are printed: --limit prints more."))
  }

  @Test func aLongSearchSaysHowFarItIsAndLeavesTheLineClean() async throws {
    let found = try await search { search, surroundings in
      try search.search(outOf: 7, surroundings)
    }
    #expect(found.found.isComplete)
    #expect(found.errors.contains("\rLooked at 2 of 7 (28 %) accounts; Ctrl-C stops."))
    #expect(found.errors.hasSuffix("\r\u{1B}[K"))
  }

  @Test func aStoppedSearchSaysThatItIsNotWhole() async throws {
    let found = try await search { search, surroundings in
      withUnsafeCurrentTask { $0?.cancel() }
      return try search.search(outOf: 7, surroundings)
    }
    #expect(!found.found.isComplete)
    #expect(found.found.examined == 0)
    let outcome = HolderReport(query: Self.query, found: found.found).outcome
    #expect(outcome.status == .stopped)
    #expect(outcome.object["complete"] == .bool(false))
    #expect(outcome.lines.last == "Stopped after 0 accounts: the others were not looked at.")
  }

  private static let query = RoleHolderQuery(
    application: ApplicationIdentifier(trusted: "back-end-api"),
    role: RoleIdentifier(trusted: "backend_user"),
    standings: Set(RoleHolder.Standing.allCases))

  /// Searches two accounts at a time, as on a terminal.
  private func search(
    _ body: @escaping @Sendable (HolderSearch, Surroundings) throws -> HolderSearch.Found
  ) async throws -> (found: HolderSearch.Found, errors: String) {
    let home = await CommandLineHome.filled()
    let session = try PortalSession.open(SessionOptions(home: home.path), environment: [:])
    defer { session.close() }
    let said = Said()
    var surroundings = Surroundings(
      environment: [:], output: { said.output($0) }, errors: { said.errors($0) }, canAsk: false,
      readLine: { nil })
    surroundings.showsProgress = true
    let search = HolderSearch(
      query: Self.query, limit: 100, database: session.database, part: 2)
    let ready = surroundings
    let found = try await Task { try body(search, ready) }.value
    return (found, said.run(.done).errors)
  }
}
