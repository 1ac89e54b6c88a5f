import PortalModel
import PortalTestSupport
import Testing

/// Who may manage an application: the owner, and the administrators, nested groups included.
@Suite struct ManagerTests {
  /// `shop` is alice's; frontend-admins manage it, in which web-team is, in which jdoe is.
  static let shop = Given(
    Story.alice, Name.application(administrators: Name.admins, registration: Name.form))
  static let toShop = ExchangeDirection(source: Story.backEnd, target: Name.shop)
  static let fromShop = ExchangeDirection(source: Name.shop, target: Story.backEnd)
  static let toBoth = ExchangeDirection(source: Story.frontEnd, target: Name.shop)
  static let asked = Given(Story.bob, .requestExchange(toShop, justification: ""))

  /// Every command that needs a manager of `shop`.
  static let guarded: [(before: [Given], command: PortalCommand)] = [
    ([], .editApplication(Name.shop, ApplicationDetails(name: "Shop"))),
    ([], .offerOwnership(Name.shop, to: Story.dave)),
    (
      [Given(Story.alice, .offerOwnership(Name.shop, to: Story.dave))],
      .withdrawOwnership(Name.shop)
    ),
    ([], .deleteApplication(Name.shop)), ([], .blockApplication(Name.shop, blocked: true)),
    ([Given(Story.alice, .deleteRegistration(Name.shop))], .registerOIDC(Name.shop, Name.form)),
    ([], .editRegistration(Name.shop, Name.form)),
    ([], .configureClient(Name.shop, ClientSettings())), ([], .regenerateSecret(Name.shop)),
    ([], .deleteRegistration(Name.shop)), ([], .defineRole(Name.role(of: Name.shop))),
    ([], .editRole(Name.role(.defaultRole, of: Name.shop))),
    ([], .deleteRole(Name.shop, .defaultRole)),
    ([], .linkGroup(RoleLink(application: Name.shop, role: .defaultRole, group: Name.users))),
    (
      [
        Given(
          Story.alice,
          .linkGroup(RoleLink(application: Name.shop, role: .defaultRole, group: Name.users)))
      ], .unlinkGroup(RoleLink(application: Name.shop, role: .defaultRole, group: Name.users))
    ),
    ([], .requestExchange(fromShop, justification: "")),
    (
      [Given(Story.alice, .requestExchange(fromShop, justification: ""))],
      .withdrawExchange(fromShop)
    ),
    ([asked], .approveExchange(toShop)), ([asked], .rejectExchange(toShop, reason: "No.")),
    ([], .grantExchange(toShop)),
    ([Given(Story.alice, .grantExchange(toShop))], .revokeExchange(toShop, reason: "")),
  ]

  @Test(arguments: guarded.indices, [Story.alice, Story.jdoe])
  func managersMay(index: Int, who: IdentityIdentifier) throws {
    let portal = try MemoryPortal.story(after: [Self.shop] + Self.guarded[index].before)
    try portal.perform(Self.guarded[index].command, as: who, at: Story.start)
  }

  /// carol manages nothing here; bob has the other end of the permissions only.
  @Test(arguments: guarded.indices, [Story.carol, Story.bob])
  func nobodyElseMay(index: Int, who: IdentityIdentifier) throws {
    let portal = try MemoryPortal.story(after: [Self.shop] + Self.guarded[index].before)
    let managers = Managers(owner: Story.alice, administrators: Name.admins)
    #expect(throws: Refusal.notManager(Name.shop, actor: who, managers: managers)) {
      try portal.perform(Self.guarded[index].command, as: who, at: Story.start)
    }
  }

  @Test(arguments: guarded.indices) func theDisabledMayNot(index: Int) throws {
    let portal = try MemoryPortal.story(
      after: [Self.shop] + Self.guarded[index].before
        + [Given(Story.bob, .enableIdentity(Story.alice, enabled: false))])
    #expect(throws: Refusal.identityDisabled(Story.alice)) {
      try portal.perform(Self.guarded[index].command, as: Story.alice, at: Story.start)
    }
  }

  @Test func whoLeavesTheGroupMayNoLonger() throws {
    let portal = try MemoryPortal.story(
      after: [Self.shop, Given(Story.bob, .removeMember(.group(Name.team), from: Name.admins))])
    #expect(throws: Refusal.self) {
      try portal.perform(.regenerateSecret(Name.shop), as: Story.jdoe, at: Story.start)
    }
  }

  @Test func whoDecidesForTheTargetAsWellIsGrantedAtOnce() throws {
    let portal = try MemoryPortal.story(after: [Self.shop])
    let later = Story.start.advanced(seconds: 5)
    try portal.perform(
      .requestExchange(Self.toBoth, justification: "Both mine."), as: Story.alice, at: later)
    #expect(
      portal.facts.permission(Self.toBoth)
        == ExchangePermission(
          direction: Self.toBoth, round: 1, state: .granted, origin: .automatic,
          openedBy: Story.alice, openedAt: later, justification: "Both mine.",
          decidedBy: Story.alice, decidedAt: later))
  }

  @Test func anAdministratorOfTheTargetIsGrantedAtOnceAsWell() throws {
    let desk = ApplicationIdentifier(trusted: "desk")
    let direction = ExchangeDirection(source: desk, target: Name.shop)
    let portal = try MemoryPortal.story(
      after: [
        Self.shop, Given(Story.jdoe, Name.application(desk, name: "Desk", registration: Name.form)),
        Given(Story.jdoe, .requestExchange(direction, justification: "")),
      ])
    #expect(portal.facts.permission(direction)?.origin == .automatic)
    #expect(portal.facts.permission(direction)?.state == .granted)
  }
}
