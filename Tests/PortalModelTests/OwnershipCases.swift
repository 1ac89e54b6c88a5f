import PortalModel
import PortalTestSupport

/// Rows for the tables of commands and refusals: applications that change hands, people who leave.
enum OwnershipCases {
  static let details = ApplicationDetails(
    name: "Shop 2", homePage: "https://shop.cern.ch", description: "Sells.", category: .personal,
    administrators: Name.admins)
  static let offer = OwnershipOffer(
    application: Name.shop, to: Story.bob, by: Story.jdoe, at: Story.start)
  static let new = Given(Story.jdoe, Name.application())
  static let offered = Given(Story.jdoe, .offerOwnership(Name.shop, to: Story.bob))
  static let bobSupervises = Given(Story.alice, .editIdentity(jdoe(under: Story.bob)))

  static func jdoe(
    under supervisor: IdentityIdentifier?, enabled: Bool = true
  ) -> Identity {
    Identity(
      id: Story.jdoe, kind: .primary, givenName: "Jane", familyName: "Doe",
      email: "jane.doe@cern.ch", personID: 800_005, enabled: enabled, supervisor: supervisor)
  }

  static func shop(
    _ details: ApplicationDetails = ApplicationDetails(name: "Shop"),
    owner: IdentityIdentifier = Story.jdoe, blocked: Bool = false
  ) -> Application {
    Application(
      id: Name.shop, name: details.name, homePage: details.homePage,
      description: details.description, category: details.category, owner: owner,
      administrators: details.administrators, blocked: blocked, createdAt: Story.start)
  }

  static let accepted: [AcceptedCommandTests.Case] = [
    .init(
      before: [new], given: Given(Story.jdoe, .editApplication(Name.shop, details)),
      changes: [.updateApplication(shop(details))]),
    .init(
      before: [new],
      given: Given(Story.jdoe, .editApplication(Name.shop, ApplicationDetails(name: "Shop"))),
      changes: []),
    .init(before: [new], given: offered, changes: [.insertOwnershipOffer(offer)]),
    .init(
      before: [new, offered], given: Given(Story.bob, .acceptOwnership(Name.shop)),
      changes: [.deleteOwnershipOffer(Name.shop), .updateApplication(shop(owner: Story.bob))]),
    .init(
      before: [new, offered], given: Given(Story.bob, .declineOwnership(Name.shop)),
      changes: [.deleteOwnershipOffer(Name.shop)]),
    .init(
      before: [new, offered], given: Given(Story.jdoe, .withdrawOwnership(Name.shop)),
      changes: [.deleteOwnershipOffer(Name.shop)]),
    // An offer goes with its application.
    .init(
      before: [new, offered], given: Given(Story.jdoe, .deleteApplication(Name.shop)),
      changes: [
        .deleteRole(Name.shop, .defaultRole), .deleteOwnershipOffer(Name.shop),
        .deleteApplication(Name.shop),
        .deleteIdentity(IdentityIdentifier(applicationIdentity: Name.shop)),
      ]),
    .init(
      before: [new, offered, bobSupervises], given: Given(Story.alice, .departIdentity(Story.jdoe)),
      changes: [
        .deleteOwnershipOffer(Name.shop), .updateApplication(shop(owner: Story.bob)),
        .updateIdentity(jdoe(under: Story.bob, enabled: false)),
      ]),
    // The first supervisor upward who is still there.
    .init(
      before: [
        new, bobSupervises, Given(Story.alice, .editIdentity(bob(under: Story.carol))),
        Given(Story.alice, .enableIdentity(Story.bob, enabled: false)),
      ], given: Given(Story.alice, .departIdentity(Story.jdoe)),
      changes: [
        .updateApplication(shop(owner: Story.carol)),
        .updateIdentity(jdoe(under: Story.bob, enabled: false)),
      ]),
    .init(
      before: [new, Given(Story.jdoe, .editApplication(Name.shop, details))],
      given: Given(Story.alice, .departIdentity(Story.jdoe)),
      changes: [
        .updateApplication(shop(details, blocked: true)),
        .updateIdentity(jdoe(under: nil, enabled: false)),
      ]),
  ]

  static func bob(under supervisor: IdentityIdentifier?) -> Identity {
    Identity(id: Story.bob, kind: .primary, supervisor: supervisor)
  }

  static let refused: [RefusalTests.Case] = [
    .init(
      Given(Story.bob, .editApplication(Name.shop, details)),
      .notManager(
        Name.shop, actor: Story.bob, managers: Managers(owner: Story.jdoe, administrators: nil)),
      before: [new]),
    .init(
      Given(Story.jdoe, .editApplication(Name.shop, ApplicationDetails(name: "Back End"))),
      .applicationNameTaken("Back End", by: Story.backEnd), before: [new]),
    .init(
      Given(
        Story.jdoe,
        .editApplication(Name.shop, ApplicationDetails(name: "S", homePage: "http://localhost"))),
      .badAddress(.homePage, .localhost), before: [new]),
    .init(
      Given(Story.jdoe, .offerOwnership(Name.shop, to: Name.nobody)),
      .unknownIdentity(Name.nobody), before: [new]),
    .init(
      Given(Story.jdoe, .offerOwnership(Name.shop, to: Story.jdoe)),
      .alreadyOwner(Name.shop, Story.jdoe), before: [new]),
    .init(offered, .alreadyOffered(offer), before: [new, offered]),
    .init(
      offered, .identityDisabled(Story.bob),
      before: [new, Given(Story.alice, .enableIdentity(Story.bob, enabled: false))]),
    .init(
      Given(Story.bob, .acceptOwnership(Name.shop)), .notOffered(Name.shop), before: [new]),
    .init(
      Given(Story.jdoe, .withdrawOwnership(Name.shop)), .notOffered(Name.shop), before: [new]),
    .init(
      Given(Story.alice, .acceptOwnership(Name.shop)),
      .offeredToAnother(offer, actor: Story.alice), before: [new, offered]),
    .init(
      Given(Story.jdoe, .declineOwnership(Name.shop)),
      .offeredToAnother(offer, actor: Story.jdoe), before: [new, offered]),
    .init(
      Given(Story.alice, .departIdentity(Story.jdoe)),
      .supervisorMissing(Story.jdoe, application: Name.shop), before: [new]),
    .init(
      Given(Story.alice, .departIdentity(Story.jdoe)),
      .supervisorMissing(Story.jdoe, application: Name.shop),
      before: [
        new, bobSupervises, Given(Story.alice, .enableIdentity(Story.bob, enabled: false)),
      ]),
  ]
}
