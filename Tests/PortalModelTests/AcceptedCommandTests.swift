import Foundation
import PortalModel
import PortalTestSupport
import Testing

/// Every command is accepted where the rules allow it, with exactly these changes.
@Suite struct AcceptedCommandTests {
  struct Case: Sendable {
    var before: [Given] = []
    var given: Given
    var changes: [Change]
  }

  static let shopIdentity = Identity(
    id: IdentityIdentifier(trusted: "service-account-shop"), kind: .application)
  static let shop = Application(
    id: Name.shop, name: "Shop", owner: Story.jdoe, createdAt: Story.start)
  static let registration = Registration(
    application: Name.shop, kind: .confidential, redirectURIs: [Name.back],
    baseURL: "https://back.example")
  static let round = ExchangePermission(
    direction: Story.direction, round: 1, state: .pending, origin: .requested,
    openedBy: Story.alice, openedAt: Story.start, justification: "Please.")

  static func round(
    _ state: ExchangePermission.State, by: IdentityIdentifier, reason: String = ""
  ) -> ExchangePermission {
    var round = round
    round.state = state
    round.decidedBy = by
    round.decidedAt = Story.start
    round.reason = reason
    return round
  }

  static var settings: ClientSettings {
    var settings = ClientSettings()
    settings.accessTokenLifetime = 60
    return settings
  }

  static var registered: Registration {
    var registration = registration
    registration.settings = settings
    return registration
  }

  static let new = Given(Story.jdoe, Name.application())
  static let newClient = Given(Story.jdoe, Name.application(registration: Name.form))

  static let applications: [Case] = [
    Case(
      given: newClient,
      changes: [
        .insertIdentity(shopIdentity), .insertApplication(shop),
        .insertRole(.defaultRole(of: Name.shop)), .insertRegistration(registration),
        .drawSecret(Name.shop),
      ]),
    Case(
      before: [new], given: Given(Story.jdoe, .deleteApplication(Name.shop)),
      changes: [
        .deleteRole(Name.shop, .defaultRole), .deleteApplication(Name.shop),
        .deleteIdentity(shopIdentity.id),
      ]),
    Case(
      before: [new], given: Given(Story.jdoe, .blockApplication(Name.shop, blocked: true)),
      changes: [
        .updateApplication(
          Application(
            id: Name.shop, name: "Shop", owner: Story.jdoe, blocked: true, createdAt: Story.start))
      ]),
    Case(
      before: [new], given: Given(Story.jdoe, .blockApplication(Name.shop, blocked: false)),
      changes: []),
    Case(
      before: [new], given: Given(Story.jdoe, .registerOIDC(Name.shop, Name.form)),
      changes: [.insertRegistration(registration), .drawSecret(Name.shop)]),
    Case(
      before: [newClient],
      given: Given(Story.jdoe, .configureClient(Name.shop, settings)),
      changes: [.updateRegistration(registered)]),
    // What the service keeps for the client survives an edit of the portal's form.
    Case(
      before: [newClient, Given(Story.jdoe, .configureClient(Name.shop, settings))],
      given: Given(Story.jdoe, .editRegistration(Name.shop, Name.form)),
      changes: [.updateRegistration(registered)]),
    Case(
      before: [newClient], given: Given(Story.jdoe, .regenerateSecret(Name.shop)),
      changes: [.drawSecret(Name.shop)]),
    Case(
      before: [newClient], given: Given(Story.jdoe, .deleteRegistration(Name.shop)),
      changes: [.deleteRegistration(Name.shop)]),
  ]

  static let roles: [Case] = [
    Case(
      given: Given(Story.alice, .defineRole(Name.role())), changes: [.insertRole(Name.role())]),
    Case(
      before: [Given(Story.alice, .defineRole(Name.role()))],
      given: Given(Story.alice, .editRole(Name.role(name: "Other"))),
      changes: [.updateRole(Name.role(name: "Other"))]),
    Case(
      given: Given(Story.alice, .deleteRole(Story.frontEnd, Story.frontendUser)),
      changes: [
        .deleteRoleLink(Name.link(Story.frontendUser, Name.users)),
        .deleteRole(Story.frontEnd, Story.frontendUser),
      ]),
    Case(
      given: Given(Story.alice, .linkGroup(Name.link())), changes: [.insertRoleLink(Name.link())]),
    Case(
      given: Given(Story.alice, .unlinkGroup(Name.link(Story.frontendUser, Name.users))),
      changes: [.deleteRoleLink(Name.link(Story.frontendUser, Name.users))]),
  ]

  static let exchange: [Case] = [
    Case(given: Name.asked, changes: [.insertPermission(round)]),
    Case(
      before: [Name.asked], given: Given(Story.alice, .withdrawExchange(Story.direction)),
      changes: [.updatePermission(round(.withdrawn, by: Story.alice))]),
    Case(
      before: [Name.asked], given: Given(Story.bob, .approveExchange(Story.direction)),
      changes: [.updatePermission(round(.granted, by: Story.bob))]),
    Case(
      before: [Name.asked],
      given: Given(Story.bob, .rejectExchange(Story.direction, reason: "No.")),
      changes: [.updatePermission(round(.rejected, by: Story.bob, reason: "No."))]),
    Case(
      before: [Name.asked], given: Name.granted,
      changes: [.updatePermission(round(.granted, by: Story.bob))]),
    Case(
      given: Name.granted,
      changes: [
        .insertPermission(
          ExchangePermission(
            direction: Story.direction, round: 1, state: .granted, origin: .granted,
            openedBy: Story.bob, openedAt: Story.start, decidedBy: Story.bob,
            decidedAt: Story.start))
      ]),
    Case(
      before: [Name.asked, Name.granted],
      given: Given(Story.bob, .revokeExchange(Story.direction, reason: "Over.")),
      changes: [.updatePermission(round(.revoked, by: Story.bob, reason: "Over."))]),
  ]

  static let people: [Case] = [
    Case(
      given: Given(Name.nobody, .createIdentity(Name.person(Name.nobody))),
      changes: [.insertIdentity(Name.person(Name.nobody))]),
    Case(
      before: [Given(Story.bob, .createIdentity(Name.person(Name.nobody)))],
      given: Given(Story.bob, .enableIdentity(Name.nobody, enabled: false)),
      changes: [
        .updateIdentity(Identity(id: Name.nobody, kind: .guest, enabled: false))
      ]),
    Case(given: Given(Story.bob, .enableIdentity(Story.bob, enabled: true)), changes: []),
    Case(
      given: Given(Story.bob, .createGroup(Group(id: Name.nogroup, displayName: "Now it is"))),
      changes: [.insertGroup(Group(id: Name.nogroup, displayName: "Now it is"))]),
    Case(
      given: Given(Story.bob, .addMember(.identity(Story.bob), to: Name.users)),
      changes: [.insertMember(.identity(Story.bob), Name.users)]),
    Case(
      given: Given(Story.bob, .addMember(.group(Name.team), to: Name.users)),
      changes: [.insertMember(.group(Name.team), Name.users)]),
    Case(
      given: Given(Story.bob, .removeMember(.identity(Story.jdoe), from: Name.users)),
      changes: [.deleteMember(.identity(Story.jdoe), Name.users)]),
    Case(
      given: Given(
        Story.bob,
        .addMembers([.identity(Story.bob), .group(Name.team)], to: Name.users)),
      changes: [
        .insertMember(.identity(Story.bob), Name.users),
        .insertMember(.group(Name.team), Name.users),
      ]),
    Case(
      given: Given(Story.bob, .removeMembers([.identity(Story.jdoe)], from: Name.users)),
      changes: [.deleteMember(.identity(Story.jdoe), Name.users)]),
    Case(
      given: Given(Name.nobody, .loadScenario(Story.script)), changes: [.removeEverything]),
  ]

  static let cases =
    applications + roles + exchange + people + OwnershipCases.accepted + PeopleCases.accepted
    + RegistrationCases.accepted

  @Test(arguments: cases.indices) func isCarriedOut(index: Int) throws {
    let expected = Self.cases[index]
    let portal = try MemoryPortal.story(after: expected.before)
    let changes = try decide(
      expected.given.command, as: Actor(identity: expected.given.by), at: Story.start,
      facts: portal.facts)
    #expect(changes == expected.changes)
  }

  @Test func everyCommandIsInTheTable() {
    let names = Self.cases.map { CommandName(of: $0.given.command) }
    #expect(Set(names) == Set(CommandName.allCases))
  }

  @Test(arguments: cases.indices) func commandsSurviveJSON(index: Int) throws {
    let command = Self.cases[index].given.command
    let data = try JSONEncoder().encode(command)
    #expect(try JSONDecoder().decode(PortalCommand.self, from: data) == command)
  }

  @Test(arguments: [
    (ClientKind.public, ClientKind.confidential, [Change.drawSecret(Name.shop)]),
    (.confidential, .public, [.deleteSecret(Name.shop)]),
    (.confidential, .confidentialWithClientCredentials, []), (.public, .public, []),
  ])
  func aSecretComesAndGoesWithTheKind(old: ClientKind, new: ClientKind, secret: [Change]) throws {
    var form = Name.form
    form.kind = old
    let portal = try MemoryPortal.story(
      after: [Given(Story.jdoe, Name.application(registration: form))])
    form.kind = new
    let changes = try decide(
      .editRegistration(Name.shop, form), as: Actor(identity: Story.jdoe), at: Story.start,
      facts: portal.facts)
    let others = changes.filter { if case .updateRegistration = $0 { false } else { true } }
    #expect(others == secret)
    #expect(changes.count == secret.count + 1)
    portal.apply(changes)
    #expect((portal.facts.secret(of: Name.shop) != nil) == new.hasSecret)
  }
}
