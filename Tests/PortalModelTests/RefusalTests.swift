import Foundation
import PortalModel
import PortalTestSupport
import Testing

/// Every rule says no where it should, with the values that a person needs to understand it.
@Suite struct RefusalTests {
  struct Case: Sendable {
    var before: [Given] = []
    var given: Given
    var refusal: Refusal

    init(_ given: Given, _ refusal: Refusal, before: [Given] = []) {
      self.before = before
      self.given = given
      self.refusal = refusal
    }
  }

  static let toSelf = ExchangeDirection(source: Story.frontEnd, target: Story.frontEnd)
  static let toNowhere = ExchangeDirection(source: Story.frontEnd, target: Name.nowhere)
  static let toShop = ExchangeDirection(source: Story.frontEnd, target: Name.shop)
  static let long = String(repeating: "x", count: 129)
  static let longer = String(repeating: "x", count: 2001)
  static let unregistered = Given(Story.bob, Name.application())

  static func form(_ change: (inout RegistrationForm) -> Void) -> PortalCommand {
    var form = Name.form
    change(&form)
    return Name.application(registration: form)
  }

  static func lifetime(_ seconds: Int) -> Given {
    var settings = ClientSettings()
    settings.accessTokenLifetime = seconds
    return Given(Story.alice, .configureClient(Story.frontEnd, settings))
  }

  static func notManager(
    _ who: IdentityIdentifier, _ application: ApplicationIdentifier, owner: IdentityIdentifier
  ) -> Refusal {
    .notManager(
      application, actor: who, managers: Managers(owner: owner, administrators: nil))
  }

  static let unknown: [Case] = [
    Case(Given(Story.alice, .deleteApplication(Name.nowhere)), .unknownApplication(Name.nowhere)),
    Case(
      Given(Story.alice, .requestExchange(toNowhere, justification: "")),
      .unknownApplication(Name.nowhere)),
    Case(Given(Story.alice, .withdrawExchange(toNowhere)), .unknownApplication(Name.nowhere)),
    Case(
      Given(Story.alice, .editRole(Name.role())), .unknownRole(Story.frontEnd, Name.buyer)),
    Case(
      Given(Story.alice, .deleteRole(Story.frontEnd, Name.buyer)),
      .unknownRole(Story.frontEnd, Name.buyer)),
    Case(
      Given(Story.alice, .linkGroup(Name.link(Name.buyer))),
      .unknownRole(Story.frontEnd, Name.buyer)),
    Case(
      Given(Story.alice, .linkGroup(Name.link(Story.frontendUser, Name.nogroup))),
      .unknownGroup(Name.nogroup)),
    Case(
      Given(Story.alice, Name.application(administrators: Name.nogroup)),
      .unknownGroup(Name.nogroup)),
    Case(
      Given(Story.alice, .addMember(.identity(Story.bob), to: Name.nogroup)),
      .unknownGroup(Name.nogroup)),
    Case(
      Given(Story.alice, .addMember(.group(Name.nogroup), to: Name.users)),
      .unknownGroup(Name.nogroup)),
    Case(
      Given(Story.alice, .addMember(.identity(Name.nobody), to: Name.users)),
      .unknownIdentity(Name.nobody)),
    Case(
      Given(Story.alice, .enableIdentity(Name.nobody, enabled: true)),
      .unknownIdentity(Name.nobody)),
    Case(Given(Name.nobody, Name.application()), .unknownIdentity(Name.nobody)),
    Case(
      Given(Story.alice, Name.application()), .identityDisabled(Story.alice),
      before: [Given(Story.bob, .enableIdentity(Story.alice, enabled: false))]),
  ]

  static let applications: [Case] = [
    Case(
      Given(Story.alice, .deleteApplication(Story.frontEnd)),
      .ownsApplication(Story.frontEnd, owned: ApplicationIdentifier(trusted: "owned-app")),
      before: [
        Given(
          IdentityIdentifier(applicationIdentity: Story.frontEnd),
          Name.application(ApplicationIdentifier(trusted: "owned-app")))
      ]),
    Case(
      Given(Story.alice, Name.application(Story.backEnd)),
      .applicationExists(Story.backEnd, owner: Story.bob)),
    Case(
      Given(Story.alice, Name.application(ApplicationIdentifier(trusted: "jdoe"))),
      .identifierIsLogin(ApplicationIdentifier(trusted: "jdoe"))),
    Case(
      Given(Story.alice, Name.application(name: "Back End")),
      .applicationNameTaken("Back End", by: Story.backEnd)),
    Case(Given(Story.alice, Name.application(name: " \t")), .fieldEmpty(.applicationName)),
    Case(
      Given(Story.alice, Name.application(name: long)),
      .fieldTooLong(.applicationName, maximum: 128)),
    Case(
      Given(Story.alice, Name.application(description: longer)),
      .fieldTooLong(.applicationDescription, maximum: 2000)),
    Case(
      Given(Story.alice, Name.application(homePage: "http://localhost")),
      .badAddress(.homePage, .localhost)),
    Case(Given(Story.alice, form { $0.redirectURIs = [] }), .redirectURIMissing),
    Case(
      Given(Story.alice, form { $0.redirectURIs += [Name.back] }), .redirectURITwice(Name.back)),
    Case(Given(Story.alice, form { $0.baseURL = "" }), .baseURLMissing),
    Case(
      Given(Story.alice, form { $0.baseURL = "ch.cern.x:/" }),
      .badAddress(.baseURL, .scheme("ch.cern.x"))),
    Case(
      Given(Story.alice, .registerOIDC(Story.frontEnd, Name.form)),
      .registrationExists(Story.frontEnd)),
    Case(
      Given(Story.bob, .editRegistration(Name.shop, Name.form)), .notRegistered(Name.shop),
      before: [unregistered]),
    Case(
      Given(Story.bob, .configureClient(Name.shop, ClientSettings())), .notRegistered(Name.shop),
      before: [unregistered]),
    Case(
      Given(Story.bob, .regenerateSecret(Name.shop)), .notRegistered(Name.shop),
      before: [unregistered]),
    Case(
      Given(Story.bob, .deleteRegistration(Name.shop)), .notRegistered(Name.shop),
      before: [unregistered]),
    Case(
      Given(Story.alice, .regenerateSecret(Story.frontEnd)),
      .publicClientHasNoSecret(Story.frontEnd)),
    Case(lifetime(0), .lifetimeOutOfRange(0, allowed: 1...43_200)),
    Case(lifetime(43_201), .lifetimeOutOfRange(43_201, allowed: 1...43_200)),
  ]

  static let roles: [Case] = [
    Case(
      Given(Story.alice, .defineRole(Name.role(Story.administrator))),
      .roleExists(Story.frontEnd, Story.administrator)),
    Case(Given(Story.alice, .defineRole(Name.role(name: ""))), .fieldEmpty(.roleName)),
    Case(
      Given(Story.alice, .editRole(Name.role(Story.administrator, name: long))),
      .fieldTooLong(.roleName, maximum: 128)),
    Case(
      Given(Story.alice, .defineRole(Name.role(description: longer))),
      .fieldTooLong(.roleDescription, maximum: 2000)),
    Case(
      Given(Story.alice, .linkGroup(Name.link(Story.frontendUser, Name.users))),
      .alreadyLinked(Name.link(Story.frontendUser, Name.users))),
    Case(Given(Story.alice, .unlinkGroup(Name.link())), .notLinked(Name.link())),
  ]

  static let exchange: [Case] = [
    Case(
      Given(Story.alice, .requestExchange(toSelf, justification: "")),
      .exchangeTowardItself(Story.frontEnd)),
    Case(
      Given(Story.alice, .requestExchange(Story.direction, justification: longer)),
      .fieldTooLong(.justification, maximum: 2000)),
    Case(
      Given(Story.alice, .requestExchange(toShop, justification: "")), .notRegistered(Name.shop),
      before: [unregistered]),
    Case(
      Name.asked, .applicationBlocked(Story.backEnd),
      before: [Given(Story.bob, .blockApplication(Story.backEnd, blocked: true))]),
    Case(
      Name.granted, .applicationBlocked(Story.frontEnd),
      before: [Given(Story.alice, .blockApplication(Story.frontEnd, blocked: true))]),
    Case(
      Given(Story.bob, .approveExchange(Story.direction)), .applicationBlocked(Story.frontEnd),
      before: [Name.asked, Given(Story.alice, .blockApplication(Story.frontEnd, blocked: true))]),
    Case(Name.asked, .alreadyPending(AcceptedCommandTests.round), before: [Name.asked]),
    Case(
      Name.asked, .alreadyGranted(AcceptedCommandTests.round(.granted, by: Story.bob)),
      before: [Name.asked, Name.granted]),
    Case(
      Given(Story.bob, .approveExchange(Story.direction)),
      .notPending(Story.direction, newest: nil)),
    Case(
      Given(Story.bob, .revokeExchange(Story.direction, reason: "")),
      .notGranted(Story.direction, newest: AcceptedCommandTests.round), before: [Name.asked]),
    Case(
      Given(Story.bob, .rejectExchange(Story.direction, reason: " \n")), .reasonMissing,
      before: [Name.asked]),
    Case(
      Given(Story.bob, .rejectExchange(Story.direction, reason: longer)),
      .fieldTooLong(.reason, maximum: 2000), before: [Name.asked]),
    Case(
      Given(Story.bob, .revokeExchange(Story.direction, reason: longer)),
      .fieldTooLong(.reason, maximum: 2000), before: [Name.granted]),
  ]

  static let people: [Case] = [
    Case(
      Given(Story.bob, .createIdentity(Name.person(Story.jdoe))), .identityExists(Story.jdoe)),
    Case(
      Given(Story.bob, .createIdentity(Name.person(Name.nobody, kind: .application))),
      .applicationIdentityIsMade),
    Case(
      Given(
        Story.bob, .createIdentity(Name.person(IdentityIdentifier(trusted: Story.backEnd.text)))),
      .identifierIsLogin(Story.backEnd)),
    Case(
      Given(Story.bob, .createIdentity(Name.person(Name.nobody, givenName: long))),
      .fieldTooLong(.personal, maximum: 128)),
    Case(
      Given(Story.bob, Name.application()),
      .identityExists(IdentityIdentifier(applicationIdentity: Name.shop)),
      before: [
        Given(
          Story.bob,
          .createIdentity(Name.person(IdentityIdentifier(applicationIdentity: Name.shop))))
      ]),
    Case(
      Given(Story.bob, .createGroup(Group(id: Name.users, displayName: ""))),
      .groupExists(Name.users)),
    Case(
      Given(Story.bob, .addMember(.identity(Story.jdoe), to: Name.users)),
      .alreadyMember(.identity(Story.jdoe), Name.users)),
    Case(
      Given(Story.bob, .removeMember(.identity(Story.jdoe), from: Name.admins)),
      .notMember(.identity(Story.jdoe), Name.admins)),
    Case(
      Given(Story.bob, .addMember(.group(Name.users), to: Name.users)),
      .groupCycle([Name.users, Name.users])),
    Case(
      Given(Story.bob, .addMember(.group(Name.admins), to: Name.team)),
      .groupCycle([Name.admins, Name.team, Name.admins])),
    Case(
      Given(
        Story.bob,
        .addMembers([.identity(Story.bob), .identity(Story.jdoe)], to: Name.users)),
      .listedMember(2, .alreadyMember(.identity(Story.jdoe), Name.users))),
    Case(Given(Story.bob, .addMembers([], to: Name.users)), .nobodyListed),
    Case(
      Given(
        Story.bob,
        .loadScenario(
          ScenarioScript(
            name: "broken",
            steps: Story.steps + [
              .init(identity: Story.bob, command: Name.granted.command),
              .init(identity: Story.alice, command: Name.asked.command),
            ]))),
      .scenarioStep(
        Story.steps.count + 2,
        .alreadyGranted(
          ExchangePermission(
            direction: Story.direction, round: 1, state: .granted, origin: .granted,
            openedBy: Story.bob, openedAt: Story.start, decidedBy: Story.bob,
            decidedAt: Story.start)))),
    Case(
      Given(
        Story.bob,
        .loadScenario(
          ScenarioScript(
            name: "outer",
            steps: [.init(identity: Story.bob, command: .loadScenario(Story.script))]))),
      .scenarioStep(1, .scenarioInScenario)),
  ]

  static let others: [Case] = [
    Case(
      Given(Story.bob, .deleteApplication(Story.frontEnd)),
      notManager(Story.bob, Story.frontEnd, owner: Story.alice))
  ]

  static let cases =
    unknown + applications + roles + exchange + people + others + OwnershipCases.refused
    + PeopleCases.refused + RegistrationCases.refused
    + AccountCases.refused.map { Case($0.given, $0.refusal, before: $0.before) }

  @Test(arguments: cases.indices) func isRefusedAndNothingIsWritten(index: Int) throws {
    let expected = Self.cases[index]
    let portal = try MemoryPortal.story(after: expected.before)
    let before = "\(portal.facts.permissions(of: Story.frontEnd))"
    #expect(throws: expected.refusal) { try portal.perform(expected.given) }
    #expect("\(portal.facts.permissions(of: Story.frontEnd))" == before)
    #expect(portal.facts.application(Story.frontEnd) != nil)
  }

  @Test func everyRefusalIsInTheTable() {
    func names(_ refusal: Refusal) -> [RefusalName] {
      switch refusal {
      case .scenarioStep(_, let inner), .listedMember(_, let inner):
        [RefusalName(of: refusal)] + names(inner)
      default: [RefusalName(of: refusal)]
      }
    }
    // Undo is no command: its refusals come from the store, and have their tests there.
    let commands = Set(RefusalName.allCases).subtracting([.undo])
    let missing = commands.subtracting(Self.cases.flatMap { names($0.refusal) })
    #expect(missing.isEmpty)
  }

  @Test(arguments: cases.indices) func refusalsSurviveJSON(index: Int) throws {
    let refusal = Self.cases[index].refusal
    let data = try JSONEncoder().encode(refusal)
    #expect(try JSONDecoder().decode(Refusal.self, from: data) == refusal)
  }
}
