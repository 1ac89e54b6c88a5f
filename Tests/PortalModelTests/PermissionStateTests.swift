import PortalModel
import PortalTestSupport
import Testing

/// The whole state machine: each command in each state leads to a state or to a refusal.
@Suite struct PermissionStateTests {
  enum Start: CaseIterable, Sendable {
    case none, pending, granted, rejected, withdrawn, revoked

    var way: [PermissionStateTests.Verb] {
      switch self {
      case .none: []
      case .pending: [.request]
      case .granted: [.request, .approve]
      case .rejected: [.request, .reject]
      case .withdrawn: [.request, .withdraw]
      case .revoked: [.grant, .revoke]
      }
    }
  }

  enum Verb: CaseIterable, Sendable {
    case request, withdraw, approve, reject, grant, revoke

    var given: Given {
      let direction = Story.direction
      return switch self {
      case .request: Given(Story.alice, .requestExchange(direction, justification: ""))
      case .withdraw: Given(Story.alice, .withdrawExchange(direction))
      case .approve: Given(Story.bob, .approveExchange(direction))
      case .reject: Given(Story.bob, .rejectExchange(direction, reason: "No."))
      case .grant: Given(Story.bob, .grantExchange(direction))
      case .revoke: Given(Story.bob, .revokeExchange(direction, reason: "Over."))
      }
    }
  }

  enum Outcome: Equatable, Sendable {
    /// The same round goes on.
    case goesOn(ExchangePermission.State)
    /// The next round begins.
    case begins(ExchangePermission.State, ExchangePermission.Origin)
    case refused(RefusalName)
  }

  private typealias Row = [Verb: Outcome]

  private static let over: Row = [
    .request: .begins(.pending, .requested), .withdraw: .refused(.notPending),
    .approve: .refused(.notPending), .reject: .refused(.notPending),
    .grant: .begins(.granted, .granted), .revoke: .refused(.notGranted),
  ]

  private static let table: [Start: Row] = [
    .none: over, .rejected: over, .withdrawn: over, .revoked: over,
    .pending: [
      .request: .refused(.alreadyPending), .withdraw: .goesOn(.withdrawn),
      .approve: .goesOn(.granted), .reject: .goesOn(.rejected), .grant: .goesOn(.granted),
      .revoke: .refused(.notGranted),
    ],
    .granted: [
      .request: .refused(.alreadyGranted), .withdraw: .refused(.notPending),
      .approve: .refused(.notPending), .reject: .refused(.notPending),
      .grant: .refused(.alreadyGranted), .revoke: .goesOn(.revoked),
    ],
  ]

  @Test(arguments: Start.allCases, Verb.allCases)
  func leadsWhereItShould(start: Start, verb: Verb) throws {
    let expected = try #require(Self.table[start]?[verb])
    let portal = try MemoryPortal.story(after: start.way.map(\.given))
    let old = portal.facts.permission(Story.direction)
    let outcome: Outcome
    do {
      try portal.perform(verb.given)
      let new = try #require(portal.facts.permission(Story.direction))
      if new.round == old?.round {
        #expect(new.origin == old?.origin)
        outcome = .goesOn(new.state)
      } else {
        #expect(new.round == (old?.round ?? 0) + 1)
        outcome = .begins(new.state, new.origin)
      }
    } catch let refusal as Refusal {
      #expect(portal.facts.permission(Story.direction) == old)
      outcome = .refused(RefusalName(of: refusal))
    }
    #expect(outcome == expected)
  }

  @Test func everyRoundIsKept() throws {
    let portal = try MemoryPortal.story(
      after: [Verb.request, .withdraw, .request, .reject, .grant, .revoke, .request].map(\.given))
    let rounds = portal.facts.permissions(of: Story.frontEnd)
    #expect(rounds.map(\.round) == [1, 2, 3, 4])
    #expect(rounds.map(\.state) == [.withdrawn, .rejected, .revoked, .pending])
    #expect(rounds.filter(\.state.isLive).count == 1)
  }

  /// A permission is for one direction: nothing of it is seen the other way round.
  @Test func theOtherDirectionIsAnother() throws {
    let portal = try MemoryPortal.story(after: [Name.granted])
    let back = ExchangeDirection(source: Story.backEnd, target: Story.frontEnd)
    #expect(portal.facts.permission(back) == nil)
    try portal.perform(.requestExchange(back, justification: ""), as: Story.bob, at: Story.start)
    #expect(portal.facts.permission(back)?.state == .pending)
    #expect(portal.facts.permission(Story.direction)?.state == .granted)
  }

  /// What was granted can be taken back, and a request refused, when an end is blocked meanwhile.
  @Test(arguments: [
    ([Verb.request, .approve], Verb.revoke, ExchangePermission.State.revoked),
    ([.request], .reject, .rejected), ([.request], .withdraw, .withdrawn),
  ])
  func aBlockHindersNoEnding(
    way: [Verb], verb: Verb, state: ExchangePermission.State
  ) throws {
    let portal = try MemoryPortal.story(
      after: way.map(\.given) + [
        Given(Story.alice, .blockApplication(Story.frontEnd, blocked: true))
      ])
    try portal.perform(verb.given)
    #expect(portal.facts.permission(Story.direction)?.state == state)
  }
}
