import PortalModel
import PortalTestSupport
import Testing

@testable import PortalScreens

@Suite struct SuggestedExchangeTests {
  @Test func theApplicationUnderTheCursorIsWhereOneSignsIn() async throws {
    let exchange = try await exchange(after: "4")
    #expect(exchange.user?.id == Story.alice)
    #expect(exchange.source == Story.direction.source)
    #expect(exchange.target == nil)
  }

  @Test func aPermissionUnderTheCursorIsTheDirection() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎ ⏎ 4")
    let exchange = try #require(stage.exchange)
    #expect(exchange.source == Story.direction.source)
    #expect(exchange.target == Story.direction.target)
  }

  @Test func anApplicationWithoutRegistrationIsNotSuggested() async throws {
    let stage = try await Stage.story()
    stage.state.stacks[.applications] = [.application(ApplicationScreen(id: Story.frontEnd))]
    try await stage.press("4")
    let exchange = try #require(stage.exchange)
    #expect(exchange.user?.id == Story.alice)
    #expect(exchange.source == nil)
  }

  @Test func whatWasChosenStays() async throws {
    let stage = try await Stage.story()
    try await stage.press("4 Space")
    try await stage.type("jdoe")
    try await stage.press("⏎ Space")
    try await stage.type("back-end-api")
    try await stage.press("⏎ 1 j 4")
    let exchange = try #require(stage.exchange)
    #expect(exchange.user?.id.text == "jdoe")
    #expect(exchange.source == Story.direction.source)
    #expect(exchange.target == Story.direction.target)
  }

  @Test func thePersonActedAsSignsInAsTheyDid() async throws {
    let stage = try await Stage.story()
    let social = SignIn(level: .social, multifactor: false)
    stage.state.acting.signIn = social
    try await stage.press("4")
    #expect(stage.exchange?.effectiveSignIn == social)
    try await stage.press("Space")
    try await stage.type("alice")
    try await stage.press("⏎")
    #expect(stage.exchange?.effectiveSignIn == social)
  }

  private func exchange(after keys: String) async throws -> ExchangeScreen {
    let stage = try await Stage.story()
    try await stage.press(keys)
    return try #require(stage.exchange)
  }
}

extension Stage {
  var exchange: ExchangeScreen? {
    guard case .exchange(let exchange) = state.screen else { return nil }
    return exchange
  }
}
