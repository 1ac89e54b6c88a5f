import PortalScreens
import Testing

@testable import PortalModel

@Suite("Wording: the sentences of the design")
struct WordingExamplesTests {
  private let now = Samples.now

  private func line(_ id: CheckIdentifier, _ finding: Finding) -> [String] {
    Check(id: id, outcome: .passed, found: finding).lines(now: now)
  }

  @Test func passedChecksReadAsTheMockUp() {
    #expect(
      line(.client, .client(Samples.front, .public)) == ["front-end-app is known, public"])
    let token = Finding.subjectToken(
      subject: Samples.jdoe, holder: Samples.front, expires: now.advanced(seconds: 1150))
    #expect(
      line(.subjectToken, token) == ["subject token is genuine", "not expired (19 min left)"])
    #expect(line(.requestedTokenType, .requestedType("x")) == ["the type asked for is supported"])
    #expect(
      line(.audience, .target(Samples.back, isSelf: false, unused: []))
        == ["back-end-api is registered"])
    #expect(
      line(.holder, .holder(Samples.front, requester: Samples.front))
        == ["front-end-app holds the token"])
    var round = Samples.round(.granted)
    round.decidedAt = now.advanced(seconds: -3 * 86_400)
    let permission = Finding.permission(
      Samples.direction, .granted, newest: round, target: Samples.managers)
    #expect(line(.permission, permission) == ["permission granted by bob, 3 d ago"])
  }

  @Test func aMissingPermissionNamesWhoDecides() throws {
    for round in Samples.rounds where round?.state != .granted {
      let finding = Finding.permission(
        Samples.direction, .notThisRequester, newest: round, target: Samples.managers)
      let check = Check(id: .permission, outcome: .failed, found: finding)
      let explanation = try #require(check.explanation(now: now))
      #expect(explanation.next.contains("bob"))
      #expect(explanation.why.contains("403 access_denied \"Client not allowed to exchange\""))
    }
  }

  @Test func aSubjectTokenSaysWhichOfTheElevenItWas() throws {
    let finding = Finding.tokenExpired(at: now.advanced(seconds: -60), now: now)
    let check = Check(id: .subjectToken, outcome: .failed, found: finding)
    let explanation = try #require(check.explanation(now: now))
    #expect(explanation.why.contains("X4e"))
    #expect(explanation.what.contains("1 min ago"))
    #expect(check.line(now: now) == "the token expired 1 min ago (X4e)")
  }

  @Test func refusalsNameWhoCould() {
    let refusal = Refusal.notManager(
      Samples.back, actor: Samples.alice, managers: Samples.managers)
    #expect(refusal.explanation.next.contains("bob"))
    #expect(refusal.explanation.why.contains("api-admins"))
    let step = Refusal.scenarioStep(3, refusal).explanation
    #expect(step.what == "Step 3 of the scenario is refused: alice does not manage back-end-api.")
  }

  @Test func repairsSayWhoDoesWhat() {
    let command = PortalCommand.approveExchange(Samples.direction)
    let repair = Repair(steps: [
      .init(command: command, by: Samples.bob, managers: Samples.managers)
    ])
    #expect(repair.summary == "bob approves the request of front-end-app toward back-end-api")
    #expect(
      repair.sentences == [
        "bob approves the request of front-end-app toward back-end-api "
          + "(anybody in group api-admins may as well)."
      ])
    #expect(Verdict(repairs: [repair]).shortestChange?.contains("bob approves") == true)
  }

  @Test func rolesSayWhy() {
    let before = RoleFinding(
      application: Samples.front, role: RoleIdentifier(trusted: "administrator"),
      source: .appliesToAll, obstacles: [])
    let rows = RoleRow.rows(
      of: Samples.jdoe, before: [before], after: Samples.roleFindings, target: Samples.back)
    #expect(rows.map(\.fate) == [.lost, .gained, .gained, .withheld])
    #expect(
      rows[0].reason
        == "belongs to front-end-app; only back-end-api's own roles can be in its token")
    #expect(rows[2].reason == "jdoe is in group backend-users, through it-staff")
    #expect(rows[3].reason.hasSuffix("needs the second factor, jdoe signed in without it"))
  }

  @Test func commandsReadAsResults() {
    let request = PortalCommand.requestExchange(Samples.direction, justification: "")
    let bob = Managers(owner: Samples.bob, administrators: nil)
    #expect(request.past(target: bob) == "Request sent to bob, owner of back-end-api")
    let round = Samples.round(.granted, origin: .automatic)
    #expect(
      request.past(target: bob, round: round)
        == "Granted at once, since alice decides for back-end-api too")
  }

  static let times: [(Int64, String)] = [
    (0, "now"), (-5, "5 s ago"), (-125, "2 min ago"), (250, "in 4 min"), (-7200, "2 h ago"),
    (-259_200, "3 d ago"), (-34_560_000, "400 d ago"), (-69_120_000, "2 y ago"),
  ]

  @Test(arguments: times)
  func timesAreSaidInOneUnit(seconds: Int64, text: String) {
    #expect(now.advanced(seconds: seconds).relative(to: now) == text)
  }

  @Test func clockTimeIsUTC() throws {
    let instant = try #require(Instant(rfc3339: "2026-11-22T10:15:00.250Z"))
    #expect(instant.clockTime == "10:15:00")
    #expect(instant.dateAndTime == "2026-11-22 10:15:00")
  }

  static let hints: [(IdentifierKind, String, String)] = [
    (.application, "", "Required: 3 to 32 characters"),
    (.application, "ab", "3 to 32 characters: 2 so far"),
    (.application, "Front", "Begin with a lower-case letter, not with \"F\""),
    (.role, "fr nt", "Use lower-case letters, digits, - and _, not a blank"),
    (.group, "it+staff", "Use lower-case letters, digits, - _ and ., not \"+\""),
    (.identity, "j/d", "Use letters, digits, - _ . and @, not \"/\""),
  ]

  @Test(arguments: hints)
  func hintsSayWhatIsAllowed(kind: IdentifierKind, text: String, hint: String) {
    #expect(kind.hint(for: text) == hint)
  }

  @Test func rangesAreThoseOfTheRules() {
    for kind in IdentifierKind.allCases {
      let shortest = kind.range.hasPrefix("3") ? 3 : 2
      let longest = kind.range.hasSuffix("32") ? 32 : 64
      for length in [shortest, longest] {
        #expect(kind.hint(for: String(repeating: "a", count: length)) == nil)
      }
      for length in [shortest - 1, longest + 1] {
        #expect(kind.hint(for: String(repeating: "a", count: length)) != nil)
      }
    }
  }
}
