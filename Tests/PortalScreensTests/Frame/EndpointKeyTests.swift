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

  @Test func anotherPortIsOfferedAndChosenOnce() async throws {
    let stage = try await Stage.story()
    await stage.act(.served(.success(.taken)))
    let text = stage.frame.text
    for words in ["nginx, process 77", "Some libraries refuse it.", "Listen on port 8081 instead?"]
    {
      #expect(text.contains(words), "\(words)")
    }
    try await stage.press("⏎")
    #expect(stage.frame.rowText(1).trimmingBlanks.hasSuffix(":8081 !"))
    // It is kept: the next start asks no more, and the next time the program does neither.
    try await stage.press("S")
    #expect(stage.state.endpoint == .stopped)
    #expect(stage.state.invoking(.endpoint) == [.serve(true, elsewhere: 8081)])
    var later = State(size: stage.state.size, acting: stage.state.acting)
    later.recall(stage.state.memory)
    #expect(later.invoking(.endpoint) == [.serve(true, elsewhere: 8081)])
  }

  @Test func anotherPortCanBeDeclined() async throws {
    let stage = try await Stage.story()
    await stage.act(.served(.success(.taken)))
    try await stage.press("Esc")
    #expect(stage.frame.rowText(1).trimmingBlanks.hasSuffix(":8080 ✕"))
    #expect(stage.state.invoking(.endpoint) == [.serve(true, elsewhere: nil)])
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

extension State {
  /// What an action would have done.
  fileprivate func invoking(_ action: ActionID) -> [Effect] {
    var state = self
    return state.invoke(action)
  }
}

extension EndpointReport {
  /// The port of the issuer is taken; another one is free.
  static let taken = EndpointReport(
    state: .failed(port: 8080),
    problem: Explanation(
      what: "Another program listens on port 8080 already: nginx, process 77.", why: "",
      next: "Or stop process 77."),
    other: OtherPort(port: 8081, warning: "Some libraries refuse it."))
}
