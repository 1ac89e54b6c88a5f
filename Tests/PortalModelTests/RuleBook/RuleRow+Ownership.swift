import PortalModel
import PortalTestSupport

extension RuleRow {
  private static let added = Given(Story.jdoe, Name.application(registration: Name.form))
  private static let offered = Given(Story.jdoe, .offerOwnership(Name.shop, to: Story.bob))
  private static let accepted = Given(Story.bob, .acceptOwnership(Name.shop))
  private static let offer = OwnershipCases.offer
  private static let toShop = ExchangeDirection(source: Story.frontEnd, target: Name.shop)
  private static let asked = Given(Story.alice, .requestExchange(toShop, justification: ""))
  private static let supervised = OwnershipCases.bobSupervises
  private static let leaves = Given(Story.alice, .departIdentity(Story.jdoe))
  private static let robot = IdentityIdentifier(applicationIdentity: Story.backEnd)

  static let ownership: [RuleRow] = [
    .init(
      "transfer-accept",
      .accepted(accepted, after: [added, offered]) {
        $0.application(Name.shop)?.owner == Story.bob && $0.ownershipOffer(of: Name.shop) == nil
      },
      otherwise: .accepted(offered, after: [added]) {
        $0.application(Name.shop)?.owner == Story.jdoe
      }),
    .init(
      "transfer-to-account", .accepted(offered, after: [added]),
      otherwise: .refused(
        offered, .identityDisabled(Story.bob),
        after: [added, Given(Story.alice, .enableIdentity(Story.bob, enabled: false))])),
    .init(
      "transfer-to-other", .accepted(offered, after: [added]),
      otherwise: .refused(
        Given(Story.jdoe, .offerOwnership(Name.shop, to: Story.jdoe)),
        .alreadyOwner(Name.shop, Story.jdoe), after: [added])),
    .init(
      "transfer-once", .accepted(offered, after: [added]),
      otherwise: .refused(
        Given(Story.jdoe, .offerOwnership(Name.shop, to: Story.carol)), .alreadyOffered(offer),
        after: [added, offered])),
    .init(
      "transfer-answer", .accepted(accepted, after: [added, offered]),
      otherwise: .refused(
        Given(Story.carol, .acceptOwnership(Name.shop)),
        .offeredToAnother(offer, actor: Story.carol), after: [added, offered])),
    .init(
      "transfer-decline",
      .accepted(Given(Story.bob, .declineOwnership(Name.shop)), after: [added, offered]) {
        $0.application(Name.shop)?.owner == Story.jdoe && $0.ownershipOffer(of: Name.shop) == nil
      },
      otherwise: .refused(
        accepted, .notOffered(Name.shop),
        after: [added, offered, Given(Story.bob, .declineOwnership(Name.shop))])),
    .init(
      "transfer-withdraw",
      .accepted(Given(Story.jdoe, .withdrawOwnership(Name.shop)), after: [added, offered]) {
        $0.ownershipOffer(of: Name.shop) == nil
      },
      otherwise: .notManager(
        Given(Story.bob, .withdrawOwnership(Name.shop)), of: Name.shop, owner: Story.jdoe,
        after: [added, offered])),
    .init(
      "transfer-keeps",
      .accepted(
        accepted,
        after: [
          Given(
            Story.jdoe,
            Name.application(administrators: Name.users, registration: Name.form)),
          Given(Story.jdoe, .grantExchange(toShop)), offered,
        ]
      ) {
        $0.application(Name.shop)?.administrators == Name.users
          && $0.permission(toShop)?.state == .granted
      },
      otherwise: .notManager(
        Given(Story.jdoe, .deleteApplication(Name.shop)), of: Name.shop, owner: Story.bob,
        after: [added, offered, accepted])),
    .init(
      "pending-follows-transfer",
      .accepted(
        Given(Story.bob, .approveExchange(toShop)), after: [added, asked, offered, accepted]
      ) { $0.permission(toShop)?.decidedBy == Story.bob },
      otherwise: .notManager(
        Given(Story.jdoe, .approveExchange(toShop)), of: Name.shop, owner: Story.bob,
        after: [added, asked, offered, accepted])),
  ]

  static let leaving: [RuleRow] = [
    .init(
      "leave-official",
      .accepted(leaves, after: [added, supervised]) {
        $0.application(Name.shop)?.owner == Story.bob
          && $0.application(Name.shop)?.blocked == false
      },
      otherwise: .refused(
        leaves, .supervisorMissing(Story.jdoe, application: Name.shop), after: [added])),
    .init(
      "leave-supervisor-upward",
      .accepted(
        leaves,
        after: [
          added, supervised,
          Given(Story.alice, .editIdentity(OwnershipCases.bob(under: Story.carol))),
          Given(Story.alice, .enableIdentity(Story.bob, enabled: false)),
        ]
      ) { $0.application(Name.shop)?.owner == Story.carol },
      otherwise: .refused(
        leaves, .supervisorMissing(Story.jdoe, application: Name.shop),
        after: [
          added, supervised, Given(Story.alice, .enableIdentity(Story.bob, enabled: false)),
        ])),
    .init(
      "leave-personal",
      .accepted(
        leaves,
        after: [
          added,
          Given(
            Story.jdoe,
            .editApplication(Name.shop, ApplicationDetails(name: "Shop", category: .personal))),
        ]
      ) {
        $0.application(Name.shop)?.owner == Story.jdoe
          && $0.application(Name.shop)?.blocked == true
      },
      otherwise: .accepted(leaves, after: [added, supervised]) {
        $0.application(Name.shop)?.blocked == false
      }),
    .init(
      "leave-administrators",
      .accepted([
        Given(Story.jdoe, Name.application(administrators: Name.users)),
        Given(Story.alice, .addMember(.identity(Story.carol), to: Name.users)),
        Given(
          Story.jdoe,
          .editApplication(
            Name.shop,
            ApplicationDetails(name: "Shop", category: .test, administrators: Name.users))),
        leaves, Given(Story.carol, .blockApplication(Name.shop, blocked: false)),
      ]) { $0.application(Name.shop)?.blocked == false },
      otherwise: .refused(
        Given(Story.jdoe, .blockApplication(Name.shop, blocked: false)),
        .identityDisabled(Story.jdoe), after: [added, supervised, leaves])),
    .init(
      "leave-account",
      .accepted(
        leaves, after: [Given(Story.alice, .offerOwnership(Story.frontEnd, to: Story.jdoe))]
      ) {
        $0.identity(Story.jdoe)?.enabled == false && $0.ownershipOffer(of: Story.frontEnd) == nil
      },
      otherwise: .refused(
        Given(Story.alice, .departIdentity(robot)), .applicationIdentityIsKept(robot))),
    .init(
      "supervisor-person",
      .accepted(supervised) { $0.identity(Story.jdoe)?.supervisor == Story.bob },
      otherwise: .refused(
        Given(Story.alice, .editIdentity(OwnershipCases.jdoe(under: robot))),
        .applicationIdentityIsKept(robot))),
    .init(
      "supervisor-cycle", .accepted(supervised),
      otherwise: .refused(
        Given(Story.alice, .editIdentity(OwnershipCases.bob(under: Story.jdoe))),
        .supervisorCycle([Story.bob, Story.jdoe, Story.bob]), after: [supervised])),
    .init(
      "delete-owner",
      .accepted(Given(Story.alice, .deleteIdentity(Story.jdoe))) {
        $0.identity(Story.jdoe) == nil
      },
      otherwise: .refused(
        Given(Story.jdoe, .deleteIdentity(Story.alice)),
        .ownsApplications(Story.alice, owned: [Story.frontEnd]))),
  ]
}
