import PortalModel
import PortalTestSupport

extension RuleRow {
  private static let there = Story.direction
  private static let back = ExchangeDirection(source: Story.backEnd, target: Story.frontEnd)
  private static let asked = Name.asked
  private static let granted = Name.granted
  private static let approved = Given(Story.bob, .approveExchange(there))
  private static let rejected = Given(Story.bob, .rejectExchange(there, reason: "No."))
  private static let withdrawn = Given(Story.alice, .withdrawExchange(there))
  private static let revoked = Given(Story.bob, .revokeExchange(there, reason: ""))
  private static let round = AcceptedCommandTests.round
  private static let bare = Given(Story.bob, Name.application())
  private static let toShop = ExchangeDirection(source: Story.frontEnd, target: Name.shop)
  private static let backToShop = ExchangeDirection(source: Story.backEnd, target: Name.shop)
  private static let blocked = Given(Story.alice, .blockApplication(Story.frontEnd, blocked: true))
  /// `shop` is bob's and administered by the front end's administrators, jdoe among them.
  private static let shop = Given(
    Story.bob, Name.application(administrators: Name.admins, registration: Name.form))

  private static func round(_ state: ExchangePermission.State) -> ExchangePermission {
    AcceptedCommandTests.round(state, by: Story.bob)
  }

  private static func asking(
    _ direction: ExchangeDirection, by who: IdentityIdentifier = Story.alice,
    _ justification: String = ""
  ) -> Given {
    Given(who, .requestExchange(direction, justification: justification))
  }

  static let requests: [RuleRow] = [
    .init(
      "exchange-source-asks", .accepted(asked) { $0.permission(there)?.state == .pending },
      otherwise: .notManager(
        asking(there, by: Story.bob), of: Story.frontEnd, owner: Story.alice)),
    .init(
      "exchange-direction",
      .accepted([asked, approved, asking(back, by: Story.bob)]) {
        $0.permission(there)?.state == .granted && $0.permission(back)?.state == .pending
      },
      otherwise: .refused(
        Given(Story.alice, .revokeExchange(back, reason: "")), .notGranted(back, newest: nil),
        after: [asked, approved])),
    .init(
      "exchange-automatic",
      .accepted(asking(backToShop, by: Story.bob), after: [shop]) {
        let round = $0.permission(backToShop)
        return round?.state == .granted && round?.origin == .automatic
          && round?.decidedBy == Story.bob
      },
      otherwise: .accepted(asked) { $0.permission(there)?.origin == .requested }),
    .init(
      "exchange-itself", .accepted(asked),
      otherwise: .refused(
        asking(RefusalTests.toSelf), .exchangeTowardItself(Story.frontEnd))),
    .init(
      "exchange-once", .accepted([asked, withdrawn, asked]) { $0.permission(there)?.round == 2 },
      otherwise: .refused(asked, .alreadyPending(round), after: [asked])),
    .init(
      "exchange-granted-once", .accepted([granted, revoked, granted]) { _ in true },
      otherwise: .refused(asked, .alreadyGranted(round(.granted)), after: [asked, approved])),
    .init(
      "exchange-registered", .accepted(asking(toShop), after: [shop]),
      otherwise: .refused(asking(toShop), .notRegistered(Name.shop), after: [bare])),
    .init(
      "exchange-blocked",
      .accepted([
        blocked, Given(Story.alice, .blockApplication(Story.frontEnd, blocked: false)), asked,
      ]) { $0.permission(there)?.state == .pending },
      otherwise: .refused(approved, .applicationBlocked(Story.frontEnd), after: [asked, blocked])),
    .init(
      "exchange-blocked-no",
      .accepted([asked, blocked, rejected]) { $0.permission(there)?.state == .rejected },
      otherwise: .refused(granted, .applicationBlocked(Story.frontEnd), after: [asked, blocked])),
    .init(
      "exchange-public-source",
      .accepted([asked, approved]) {
        $0.registration(of: Story.frontEnd)?.kind == .public
          && $0.permission(there)?.state == .granted
      },
      otherwise: .seen { !ClientKind.public.hasSecret }),
    .init(
      "exchange-public-target",
      .accepted([asking(back, by: Story.bob), Given(Story.alice, .approveExchange(back))]) {
        $0.registration(of: Story.frontEnd)?.kind == .public
          && $0.permission(back)?.state == .granted
      },
      otherwise: .refused(
        asking(back, by: Story.bob), .notRegistered(Story.frontEnd),
        after: [Given(Story.alice, .deleteRegistration(Story.frontEnd))])),
    .init(
      "exchange-withdraw",
      .accepted([asked, withdrawn]) { $0.permission(there)?.state == .withdrawn },
      otherwise: .notManager(
        Given(Story.bob, .withdrawExchange(there)), of: Story.frontEnd, owner: Story.alice,
        after: [asked])),
    .init(
      "exchange-again",
      .accepted([asked, rejected, asked, withdrawn, asked, approved, revoked, asked]) {
        $0.permissions(of: Story.frontEnd).map(\.state)
          == [.rejected, .withdrawn, .revoked, .pending]
      },
      otherwise: .refused(asked, .alreadyPending(round), after: [asked])),
    .init(
      "exchange-text-limits",
      .accepted(asking(there, String(repeating: "x", count: 2000))),
      otherwise: .refused(
        asking(there, RefusalTests.longer), .fieldTooLong(.justification, maximum: 2000))),
    .init(
      "exchange-registration-gone",
      .accepted([
        granted, Given(Story.bob, .deleteRegistration(Story.backEnd)),
        Given(Story.bob, .registerOIDC(Story.backEnd, Name.form)),
      ]) { $0.permission(there) == nil },
      otherwise: .refused(
        revoked, .notGranted(there, newest: nil),
        after: [granted, Given(Story.bob, .deleteRegistration(Story.backEnd))])),
  ]

  static let decisions: [RuleRow] = [
    .init(
      "exchange-target-decides",
      .accepted([asked, approved]) { $0.permission(there)?.decidedBy == Story.bob },
      otherwise: .notManager(
        Given(Story.alice, .approveExchange(there)), of: Story.backEnd, owner: Story.bob,
        after: [asked])),
    .init(
      "exchange-administrators",
      .accepted(
        Given(Story.jdoe, .approveExchange(toShop)), after: [shop, asking(toShop)]
      ) { $0.permission(toShop)?.decidedBy == Story.jdoe },
      otherwise: .notManager(
        Given(Story.carol, .rejectExchange(toShop, reason: "No.")), of: Name.shop,
        owner: Story.bob, administrators: Name.admins, after: [shop, asking(toShop)])),
    .init(
      "exchange-direct",
      .accepted(granted) {
        $0.permission(there)?.state == .granted && $0.permission(there)?.origin == .granted
      },
      otherwise: .notManager(
        Given(Story.alice, .grantExchange(there)), of: Story.backEnd, owner: Story.bob)),
    .init(
      "exchange-grant-answers",
      .accepted([asked, granted]) {
        $0.permissions(of: Story.frontEnd) == [round(.granted)]
      },
      otherwise: .refused(
        granted, .alreadyGranted(round(.granted)), after: [asked, approved])),
    .init(
      "exchange-pending-only", .accepted([asked, approved]) { _ in true },
      otherwise: .refused(approved, .notPending(there, newest: nil))),
    .init(
      "exchange-reject-reason",
      .accepted([asked, rejected]) { $0.permission(there)?.reason == "No." },
      otherwise: .refused(
        Given(Story.bob, .rejectExchange(there, reason: " \n")), .reasonMissing, after: [asked])),
    .init(
      "exchange-revoke",
      .accepted([granted, revoked]) { $0.permission(there)?.state == .revoked },
      otherwise: .notManager(
        Given(Story.alice, .revokeExchange(there, reason: "")), of: Story.backEnd,
        owner: Story.bob, after: [granted])),
    .init(
      "exchange-revoke-granted", .accepted([asked, approved, revoked]) { _ in true },
      otherwise: .refused(revoked, .notGranted(there, newest: round), after: [asked])),
  ]
}
