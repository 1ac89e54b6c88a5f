import PortalModel
import PortalTestSupport

extension RuleRow {
  private static let bobs = IdentityIdentifier(applicationIdentity: Name.shop)
  private static let owned = ApplicationIdentifier(trusted: "owned-app")
  private static let jdoeID = ApplicationIdentifier(trusted: "jdoe")
  private static let added = Given(Story.bob, Name.application())
  private static let administered = Given(Story.bob, Name.application(administrators: Name.admins))
  private static let editing = ApplicationDetails(name: "Shop", description: "New.")

  static let applications: [RuleRow] = [
    .init(
      "application-identifier-form",
      .seen {
        ["abc", "a-1_b", String(repeating: "a", count: 32)].allSatisfy {
          ApplicationIdentifier.problem(in: $0) == nil
        }
      },
      otherwise: .seen {
        ApplicationIdentifier.problem(in: "ab") == .tooShort(minimum: 3)
          && ApplicationIdentifier.problem(in: "Abc") == .firstCharacter("A")
          && ApplicationIdentifier.problem(in: "a.b") == .character(".")
          && ApplicationIdentifier.problem(in: String(repeating: "a", count: 33))
            == .tooLong(maximum: 32)
      }),
    .init(
      "application-identifier-unique",
      .accepted(added) { $0.application(Name.shop) != nil },
      otherwise: .refused(
        Given(Story.alice, Name.application(Story.backEnd)),
        .applicationExists(Story.backEnd, owner: Story.bob))),
    .init(
      "application-identifier-no-login",
      .accepted(added) { $0.identity(IdentityIdentifier(trusted: "shop")) == nil },
      otherwise: .refused(
        Given(Story.alice, Name.application(jdoeID)), .identifierIsLogin(jdoeID))),
    .init(
      "login-no-application-identifier",
      .accepted(
        Given(
          Story.bob, .createIdentity(Name.person(IdentityIdentifier(trusted: "shop"))))),
      otherwise: .refused(
        Given(
          Story.bob,
          .createIdentity(Name.person(IdentityIdentifier(trusted: Story.backEnd.text)))),
        .identifierIsLogin(Story.backEnd))),
    .init(
      "application-identifier-kept",
      .accepted(Given(Story.bob, .editApplication(Name.shop, editing)), after: [added]) {
        $0.application(Name.shop)?.description == "New."
      },
      otherwise: .refused(
        Given(Story.bob, .editApplication(Name.nowhere, editing)),
        .unknownApplication(Name.nowhere), after: [added])),
    .init(
      "application-name", .accepted(added) { $0.application(Name.shop)?.name == "Shop" },
      otherwise: .refused(
        Given(Story.alice, Name.application(name: " \t")), .fieldEmpty(.applicationName))),
    .init(
      "application-name-unique", .accepted(added) { $0.application(named: "Shop") == Name.shop },
      otherwise: .refused(
        Given(Story.alice, Name.application(name: "Back End")),
        .applicationNameTaken("Back End", by: Story.backEnd))),
    .init(
      "application-text-limits",
      .accepted(
        Given(
          Story.bob,
          Name.application(
            name: String(repeating: "x", count: 128),
            description: String(repeating: "x", count: 2000)))),
      otherwise: .refused(
        Given(Story.bob, Name.application(name: RefusalTests.long)),
        .fieldTooLong(.applicationName, maximum: 128))),
    .init(
      "description-cut",
      .accepted(
        Given(Story.bob, Name.application(description: String(repeating: "x", count: 256)))
      ) {
        let application = $0.application(Name.shop)
        return application?.serviceDescription == String(repeating: "x", count: 253) + ".."
          && application?.description.count == 256
      },
      otherwise: .accepted(
        Given(Story.bob, Name.application(description: String(repeating: "x", count: 255)))
      ) { $0.application(Name.shop)?.serviceDescription.count == 255 }),
    .init(
      "home-page-address",
      .accepted(Given(Story.bob, Name.application(homePage: "https://shop.cern.ch"))) {
        $0.application(Name.shop)?.homePage == "https://shop.cern.ch"
      },
      otherwise: .refused(
        Given(Story.bob, Name.application(homePage: "shop.cern.ch")),
        .badAddress(.homePage, .schemeMissing))),
    .init(
      "home-page-not-local", .accepted(Given(Story.bob, Name.application(homePage: ""))),
      otherwise: .refused(
        Given(Story.bob, Name.application(homePage: "http://localhost:8080")),
        .badAddress(.homePage, .localhost))),
    .init(
      "application-category",
      .accepted(added) { $0.application(Name.shop)?.category == .official },
      otherwise: .seen {
        Application.Category.allCases.map(\.label) == ["Official", "Personal", "Test"]
          && Application.Category(rawValue: "undefined") == nil
      }),
    .init(
      "application-owner", .accepted(added) { $0.application(Name.shop)?.owner == Story.bob },
      otherwise: .notManager(
        Given(Story.alice, .deleteApplication(Name.shop)), of: Name.shop, owner: Story.bob,
        after: [added])),
    .init(
      "application-needs-account", .accepted(added),
      otherwise: .refused(Given(Name.nobody, Name.application()), .unknownIdentity(Name.nobody))),
    .init(
      "administrators-group",
      .accepted(administered) { $0.application(Name.shop)?.administrators == Name.admins },
      otherwise: .refused(
        Given(Story.bob, Name.application(administrators: Name.nogroup)),
        .unknownGroup(Name.nogroup))),
    .init(
      "managers",
      .accepted([
        administered, Given(Story.alice, .addMember(.identity(Story.carol), to: Name.admins)),
        Given(Story.carol, .editApplication(Name.shop, editing)),
      ]) { $0.application(Name.shop)?.administrators == nil },
      otherwise: .notManager(
        Given(Story.carol, .editApplication(Name.shop, editing)), of: Name.shop, owner: Story.bob,
        administrators: Name.admins, after: [administered])),
    .init(
      "managers-nested",
      .accepted(Given(Story.jdoe, .editApplication(Name.shop, editing)), after: [administered]) {
        !$0.isMember(.identity(Story.jdoe), of: Name.admins)
      },
      otherwise: .notManager(
        Given(Story.jdoe, .editApplication(Name.shop, editing)), of: Name.shop, owner: Story.bob,
        administrators: Name.admins,
        after: [
          administered, Given(Story.bob, .removeMember(.group(Name.team), from: Name.admins)),
        ])),
  ]

  static let applicationLife: [RuleRow] = [
    .init(
      "application-identity",
      .accepted(added) {
        bobs.text == "service-account-shop" && $0.identity(bobs)?.kind == .application
      },
      otherwise: .accepted(Given(Story.bob, .deleteApplication(Name.shop)), after: [added]) {
        $0.identity(bobs) == nil
      }),
    .init(
      "application-identity-free", .accepted(added),
      otherwise: .refused(
        added, .identityExists(bobs),
        after: [Given(Story.bob, .createIdentity(Name.person(bobs)))])),
    .init(
      "application-identity-member",
      .accepted(
        Given(Story.bob, .addMember(.identity(bobs), to: Name.users)), after: [added]
      ) {
        let given = try roleFindings(
          of: bobs, signedIn: SignIn(level: .cern, multifactor: false), in: Story.frontEnd,
          facts: $0)
        return given.filter(\.isGiven).map(\.role) == [Story.frontendUser]
      },
      otherwise: .accepted(added) {
        try roleFindings(
          of: bobs, signedIn: SignIn(level: .cern, multifactor: false), in: Story.frontEnd,
          facts: $0
        ).allSatisfy { !$0.isGiven }
      }),
    .init(
      "application-identity-kept",
      .accepted(Given(Story.bob, .enableIdentity(bobs, enabled: false)), after: [added]) {
        $0.identity(bobs)?.enabled == false
      },
      otherwise: .refused(
        Given(Story.bob, .deleteIdentity(bobs)), .applicationIdentityIsKept(bobs), after: [added])),
    .init(
      "application-delete",
      .accepted(
        Given(Story.alice, .deleteApplication(Story.frontEnd)),
        after: [
          Name.asked, Given(Story.alice, .registerSAML(Story.frontEnd, RegistrationCases.form)),
        ]
      ) {
        let own = IdentityIdentifier(applicationIdentity: Story.frontEnd)
        return $0.application(Story.frontEnd) == nil && $0.roles(of: Story.frontEnd).isEmpty
          && $0.roleLinks(of: Story.frontEnd).isEmpty && $0.identity(own) == nil
          && $0.registration(of: Story.frontEnd) == nil
          && $0.samlRegistration(of: Story.frontEnd) == nil
          && $0.permissions(of: Story.backEnd).isEmpty
      },
      otherwise: .refused(
        Given(Story.alice, .deleteApplication(Name.nowhere)), .unknownApplication(Name.nowhere))),
    .init(
      "application-delete-owner",
      .accepted(Given(Story.alice, .deleteApplication(Story.frontEnd))),
      otherwise: .refused(
        Given(Story.alice, .deleteApplication(Story.frontEnd)),
        .ownsApplication(Story.frontEnd, owned: owned),
        after: [
          Given(
            IdentityIdentifier(applicationIdentity: Story.frontEnd), Name.application(owned))
        ])),
    .init(
      "application-deleted-name-free",
      .accepted(
        Given(Story.alice, Name.application()),
        after: [added, Given(Story.bob, .deleteApplication(Name.shop))]
      ) { $0.application(Name.shop)?.owner == Story.alice },
      otherwise: .refused(
        Given(Story.alice, Name.application()), .applicationExists(Name.shop, owner: Story.bob),
        after: [added])),
    .init(
      "application-block",
      .accepted([
        added, Given(Story.bob, .blockApplication(Name.shop, blocked: true)),
        Given(Story.bob, .blockApplication(Name.shop, blocked: true)),
      ]) { $0.application(Name.shop)?.blocked == true },
      otherwise: .notManager(
        Given(Story.alice, .blockApplication(Name.shop, blocked: true)), of: Name.shop,
        owner: Story.bob, after: [added])),
  ]
}
