import PortalModel
import Testing

@testable import portal

@Suite("Command line: the story of the Token Exchange page")
struct StoryTests {
  private let home: CommandLineHome
  private let pair = "--from front-end-app --to back-end-api"

  init() async { home = await .filled() }

  @Test func theExchangeIsRefusedUntilTheTargetApproves() async throws {
    let request = await home.run("permission request \(pair) --as alice --reason calls")
    #expect(request.status == .done)
    #expect(request.output.hasPrefix("Request sent to bob, owner of back-end-api"))

    let refused = await home.run("exchange --user jdoe \(pair) --json")
    #expect(refused.status == .refused)
    let no = try #require(refused.object)
    #expect(no["reply", "status"]?.integer == 403)
    #expect(no["reply", "body", "error"]?.string == "access_denied")
    #expect(
      no["reply", "body", "error_description"]?.string == "Client not allowed to exchange")
    #expect(no["after"] == .null)
    let failed = no["checks"]?.elements.filter { $0["outcome"]?.string == "failed" } ?? []
    #expect(failed.map { $0["id"]?.string } == ["X14"])
    let step = no["repair"]?.elements.first?["steps"]?.elements.first
    #expect(step?["by"]?.string == "bob")
    #expect(step?["do", "command"]?.string == "approve-exchange")

    let own = await home.run("permission approve \(pair) --as alice")
    #expect(own.status == .refused)
    #expect(own.output.contains("Ask bob"))
    #expect(await home.run("permission approve \(pair) --as bob").status == .done)

    let granted = await home.run("exchange --user jdoe \(pair) --json")
    #expect(granted.status == .done)
    let yes = try #require(granted.object)
    #expect(yes["reply", "status"]?.integer == 200)
    #expect(Set(yes["before", "roles"]?.strings ?? []) == ["frontend_user", "administrator"])
    #expect(yes["after", "roles"]?.strings == ["backend_user"])
    #expect(yes["at"]?.string == "2026-11-22T10:00:00Z")
  }

  @Test func thePagesOwnCommandIsTrueFromTheStart() async throws {
    let run = await home.run("exchange --user jdoe --from starting-client --to target-client")
    #expect(run.status == .done)
    #expect(run.output.contains("permission granted by dave"))
    #expect(run.output.contains("\n200 access token, refresh token"))
  }

  @Test func rejectingNeedsAReasonAndWithdrawingEndsTheRound() async throws {
    _ = await home.run("permission request \(pair) --as alice")
    #expect(await home.run("permission reject \(pair) --as bob").status == .refused)
    let reject = await home.run("permission reject \(pair) --as bob --reason no --json")
    #expect(reject.object?["permission", "reason"]?.string == "no")
    _ = await home.run("permission request \(pair) --as alice")
    let withdraw = await home.run("permission withdraw \(pair) --as alice --json")
    #expect(withdraw.object?["permission", "state"]?.string == "withdrawn")
    #expect(withdraw.object?["permission", "round"]?.integer == 2)
    let grant = await home.run("permission grant \(pair) --as bob --json")
    #expect(grant.object?["permission", "origin"]?.string == "granted")
    #expect(await home.run("permission revoke \(pair) --as bob").status == .done)
    #expect(await home.run("permission revoke \(pair) --as bob").status == .refused)
    let list = await home.run("permission list --app back-end-api --json")
    let states = list.object?["permissions"]?.elements.map { $0["state"]?.string }
    #expect(states == ["revoked"])
  }

  @Test func wantAndSignInAreAsAskedFor() async throws {
    let line = "exchange --user jdoe --from starting-client --to target-client --json"
    let access = await home.run("\(line) --want access_token --loa guest --mfa")
    #expect(access.object?["reply", "body", "refresh_token"] == nil)
    #expect(access.object?["sign_in", "level"]?.string == "guest")
    #expect(access.object?["sign_in", "multifactor"] == .bool(true))
    let id = await home.run("\(line) --want id_token --no-mfa")
    #expect(id.object?["reply", "body", "token_type"]?.string == "N_A")
  }

  @Test func theFirstScenarioIsOneEntryAndLoadedOnce() async throws {
    let home = CommandLineHome()
    async let one = home.run("log --json")
    async let other = home.run("log --json")
    for run in [await one, await other] {
      let entries = run.object?["entries"]?.elements ?? []
      #expect(entries.count == 1)
      #expect(entries.first?["do", "scenario"]?.string == "token-exchange")
    }
  }
}
