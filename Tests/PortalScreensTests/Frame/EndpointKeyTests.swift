import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// `S`: the token endpoint, from any screen.
@Suite struct EndpointKeyTests {
  @Test func oneKeyStartsItAndStopsIt() async throws {
    let stage = try await Stage.story()
    #expect(!stage.frame.rowText(1).contains(":8080"))
    try await stage.press("4 S")
    #expect(stage.frame.rowText(1).trimmingBlanks.hasSuffix(":8080 ●"))
    #expect(stage.message.contains("The token endpoint answers at http://localhost:8080/token"))
    try await stage.press("S")
    #expect(!stage.frame.rowText(1).contains(":8080"))
    #expect(stage.message.contains("The token endpoint is stopped"))
  }

  @Test func whatIsInTheWayIsSaid() async throws {
    let stage = try await Stage.story()
    let failure = PortalFailure(
      Explanation(what: "Another program listens there.", why: "", next: "Stop it."))
    await stage.act(.served(.failure(failure)))
    #expect(stage.state.endpoint == .stopped)
    #expect(stage.message.contains("Another program listens there."))
  }

  @Test func aPortThatCannotBeHadStaysInTheFrame() async throws {
    let stage = try await Stage.story()
    let problem = Explanation(what: "Another program listens there.", why: "", next: "Stop it.")
    await stage.act(
      .served(.success(EndpointReport(state: .failed(port: 8080), problem: problem))))
    #expect(stage.frame.rowText(1).trimmingBlanks.hasSuffix(":8080 ✕"))
    #expect(stage.message.contains("Another program listens there."))
    // The key tries again.
    try await stage.press("S")
    #expect(stage.frame.rowText(1).trimmingBlanks.hasSuffix(":8080 ●"))
  }

  @Test func aPortThatIsNotTheIssuersIsMarked() async throws {
    let stage = try await Stage.story()
    await stage.act(
      .served(
        .success(
          EndpointReport(
            state: .running(port: 9, isIssuers: false), address: "x", warning: "But."))))
    #expect(stage.frame.rowText(1).trimmingBlanks.hasSuffix(":9 !"))
    try await stage.press("S")
    #expect(stage.state.endpoint == .stopped)
  }

  @Test func aWarningIsSaidWithIt() async throws {
    let stage = try await Stage.story()
    await stage.act(
      .served(.success(EndpointReport(state: .running(port: 9), address: "x", warning: "But."))))
    #expect(stage.message.contains("answers at x. But."))
  }

  @Test func nothingElseIsStartedWhileItChanges() {
    var state = State(
      size: Size(columns: 80, rows: 24),
      acting: Acting(identity: .init(id: Story.alice, kind: .primary)))
    state.endpoint = .changing
    #expect(state.invoke(.endpoint).isEmpty)
    #expect(state.message?.text == "The endpoint is being started or stopped")
  }
}
