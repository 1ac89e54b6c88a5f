import PortalModel
import PortalTestSupport
import Testing

@testable import PortalScreens

/// What the service would never tell: where two texts differ, what a standard has, what is behind the button.
@Suite struct TeachingTests {
  private func lines(_ found: Finding, _ id: CheckIdentifier) -> [String] {
    Check(id: id, outcome: .failed, found: found).explanation(now: Samples.now)?.lines ?? []
  }

  @Test(arguments: [
    // Two letters swapped, one left out, one too many, another beginning.
    ("token-exhcange", "token-exchange", "        ^^"),
    ("token-exchage", "token-exchange", "           ^"),
    ("token-exchangee", "token-exchange", "              ^"),
    ("Token-exchange", "token-exchange", "^"),
    ("http://127.0.0.1/x", "http://localhost/x", "       ^^^^^^^^^"),
    // Columns, not letters.
    ("日本x", "日本y", "    ^"),
  ])
  func whatDiffersIsMarked(first: String, second: String, marks: String) {
    let lines = Comparison("sent", first, "known", second).lines
    #expect(lines == ["sent     \(first)", "known    \(second)", "differs  \(marks)"])
  }

  @Test func whatDoesNotFitOrDoesNotDifferHasNoMark() {
    let long = String(repeating: "x", count: 61)
    #expect(Comparison("a", long, "b", "y").lines.count == 2)
    #expect(Comparison("a", "same", "b", "same").lines.count == 2)
    // Nothing of it can move the cursor.
    #expect(!Comparison("a", "\u{1B}[2Jx", "b", "y").lines.joined().contains("\u{1B}"))
  }

  @Test func bothIssuersStandOneAboveTheOther() throws {
    let lines = self.lines(
      .tokenIssuer(
        found: "http://127.0.0.1:8080/auth/realms/cern",
        expected: "http://localhost:8080/auth/realms/cern"), .subjectToken)
    let token = try #require(lines.first { $0.hasPrefix("token") })
    let here = try #require(lines.first { $0.hasPrefix("here") })
    let column = { (text: String) in text.firstRange(of: "http")?.lowerBound.utf16Offset(in: text) }
    #expect(column(token) == column(here))
    #expect(lines.contains { $0.hasPrefix("differs") && $0.contains("^^^^^^^^^") })
  }

  @Test func aSlipIsMarkedAndAWrongAddressIsNoSlip() {
    let exchange = "urn:ietf:params:oauth:grant-type:token-exchange"
    let slip = lines(
      .grantTypeUnknown(exchange.replacing("exch", with: "echx"), meant: exchange),
      .knownGrantType)
    #expect(slip.contains { $0.hasPrefix("differs") })
    let elsewhere = lines(.grantTypeUnknown(exchange, meant: exchange), .knownGrantType)
    #expect(elsewhere.first?.contains("not served at this address") == true)
    #expect(!elsewhere.contains { $0.hasPrefix("differs") })
  }

  private func footnote(_ id: CheckIdentifier, _ status: Int, _ error: String) -> String? {
    Check(id: id, outcome: .failed, found: .fine)
      .standardsFootnote(Reply(status: status, error: error, description: ""))
  }

  @Test func whereAStandardHasAnotherErrorItIsNamed() {
    #expect(
      footnote(.audience, 400, "invalid_client")
        == "RFC 8693 section 2.2.2 has invalid_target for this.")
    #expect(
      footnote(.permission, 403, "access_denied")
        == "RFC 8693 section 2.2.2 has 400 invalid_target for this.")
    #expect(
      footnote(.client, 401, "unauthorized_client")
        == "RFC 6749 section 5.2 has invalid_client for this.")
    // Where they agree, or none has a word, nothing is said.
    #expect(footnote(.subjectToken, 400, "invalid_request") == nil)
    #expect(footnote(.client, 401, "invalid_client") == nil)
    #expect(footnote(.contentType, 415, "x") == nil)
    let passed = Check(id: .audience, outcome: .passed, found: .fine)
    #expect(passed.standardsFootnote(Reply(status: 200, error: "x", description: "")) == nil)
  }

  @Test(arguments: [
    (Finding.PermissionStep.resourceMissing, [false, false, false, false, false]),
    (.noPolicy, [true, true, true, false, false]),
    (.notThisRequester, [true, true, true, true, false]),
    (.granted, [true, true, true, true, true]),
    (.notUnanimous, [true, true, true, true, true, false]),
  ])
  func theObjectsBehindTheButton(step: Finding.PermissionStep, areThere: [Bool]) {
    #expect(step.objects(Samples.direction).map(\.isThere) == areThere)
  }

  @Test func theExchangeScreenSaysWhatComesNext() async throws {
    let stage = try await Stage.story(columns: 120, rows: 60)
    try stage.portal.perform(.grantExchange(Story.direction), as: Story.bob, at: stage.now)
    try await stage.exchange()
    let text = stage.text
    #expect(text.contains("4 REFRESHED"))
    #expect(text.contains("back-end-api → front-end-app"))
    #expect(text.contains("sent by back-end-api: 400 invalid_grant"))
    #expect(text.contains("exchange again instead"))
    try await stage.press("h")
    for _ in 0..<6 { try await stage.press("PgDn") }
    let why = stage.text
    #expect(why.contains("What dies when"))
    #expect(why.contains("user logged out") && why.contains("X4i"))
  }

  @Test func theTablesFitANarrowTerminal() async throws {
    let stage = try await Stage.story(columns: 80, rows: 100)
    try stage.portal.perform(.grantExchange(Story.direction), as: Story.bob, at: stage.now)
    try await stage.exchange()
    try await stage.press("h")
    let lines = stage.text.split(separator: "\n").map(String.init)
    for words in ["subject has", "after  ", "exchanged token revoked", "requester disabled"] {
      #expect(lines.contains { $0.contains(words) }, "\(words)")
    }
    // Each row ends in the column of its title.
    let title = try #require(lines.first { $0.contains("offline  refresh  again") })
    let row = try #require(lines.first { $0.contains("user logged out") })
    #expect(title.contains("again") && row.contains("✕ F7") && row.contains("✕ X4i"))
  }

  @Test func theScopesAndTheObjectsStandBehindTheChecks() async throws {
    let stage = try await Stage.story(columns: 120, rows: 100)
    try stage.portal.perform(.grantExchange(Story.direction), as: Story.bob, at: stage.now)
    try await stage.exchange()
    try await stage.press("h")
    let why = stage.text
    #expect(why.contains("subject has  you asked  target offers  you got"))
    #expect(why.contains("✓ the policy \"allow token exchange for front-end-app\""))
  }

  @Test func aRefusedRequestIsExplainedWholeAndAtItsTime() async throws {
    let stage = try await Stage.story(columns: 120, rows: 60)
    let exchange = "urn:ietf:params:oauth:grant-type:token-exchange"
    let slip = exchange.replacing("exch", with: "echx")
    let failure = Check(
      id: .knownGrantType, outcome: .failed, found: .grantTypeUnknown(slip, meant: exchange))
    let entry = ActivityEntry(
      id: 7, at: stage.now.advanced(seconds: -60), endpoint: .token, grant: slip, status: 400,
      error: "unsupported_grant_type", check: .knownGrantType, reason: "E6",
      verdict: Verdict(checks: [
        Check(id: .method, outcome: .passed, found: .fine), failure,
        Check(id: .client, outcome: .notReached, found: nil),
      ]))
    stage.activity.rows = [
      ActivityRow(at: entry.at, actor: nil, what: .request(entry), place: MemoryActivity.place(7))
    ]
    try await stage.press("7 ⏎")
    let text = stage.text
    #expect(text.contains("UTC, 1 min ago"))
    #expect(text.contains("differs") && text.contains("^^"))
    #expect(text.contains("1 check not reached"))
  }

  @Test func aRefusalHasItsFootnoteAndItsObjects() async throws {
    let stage = try await Stage.story(columns: 120, rows: 60)
    try await stage.exchange()
    #expect(stage.text.contains("RFC 8693 section 2.2.2 has 400 invalid_target"))
    try await stage.press("h")
    #expect(stage.text.contains("✕ resource client.resource.(back-end-api)"))
  }
}

extension Stage {
  /// jdoe signs in to the story's front end, which exchanges toward the back end.
  fileprivate func exchange() async throws {
    try await press("4")
    let user = try #require(portal.facts.identity(Story.jdoe))
    guard case .exchange(var page) = state.screen else {
      Issue.record("4 Exchange is not open")
      return
    }
    (page.user, page.source, page.target) = (user, Story.frontEnd, Story.backEnd)
    state.screen = .exchange(page)
    await act(.event(.resize(state.size)))
    try await press("⏎")
  }
}
