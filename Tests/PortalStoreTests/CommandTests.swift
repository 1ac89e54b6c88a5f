import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// Every command that the story's world accepts, on a portal of its own.
private let accepted: [(IdentityIdentifier, PortalCommand)] = {
  let lab = ApplicationIdentifier(trusted: "lab-book")
  let form = RegistrationForm(
    kind: .confidential,
    redirectURIs: [
      RedirectURI(trusted: "https://b.cern.ch/*"), RedirectURI(trusted: "https://a.cern.ch/*"),
    ], baseURL: "https://lab.cern.ch")
  var publicForm = form
  publicForm.kind = .public
  var settings = ClientSettings()
  settings.accessTokenLifetime = 60
  settings.defaultScopes = []
  let users = GroupIdentifier(trusted: "frontend-users")
  let admins = GroupIdentifier(trusted: "frontend-admins")
  let link = RoleLink(application: Story.frontEnd, role: Story.frontendUser, group: users)
  return [
    (
      Story.alice,
      .registerApplication(
        ApplicationForm(
          id: lab, name: "Lab Book ✓", description: "It's \"quoted\"", category: .test,
          administrators: users, registration: form))
    ),
    (Story.alice, .deleteApplication(Story.frontEnd)),
    (Story.dave, .deleteApplication(Story.target)),
    (Story.alice, .blockApplication(Story.frontEnd, blocked: true)),
    (Story.alice, .blockApplication(Story.frontEnd, blocked: false)),
    (Story.bob, .editRegistration(Story.backEnd, publicForm)),
    (Story.alice, .editRegistration(Story.frontEnd, form)),
    (Story.bob, .configureClient(Story.backEnd, settings)),
    (Story.carol, .regenerateSecret(Story.starting)),
    (Story.carol, .deleteRegistration(Story.starting)),
    (
      Story.alice,
      .defineRole(
        Role(
          application: Story.frontEnd, id: RoleIdentifier(trusted: "guest"), name: "Guest",
          required: true, multifactor: true, appliesToAll: true, minimumLevel: .guest))
    ),
    (
      Story.alice,
      .editRole(Role(application: Story.frontEnd, id: Story.frontendUser, name: "Changed"))
    ),
    (Story.alice, .deleteRole(Story.frontEnd, Story.frontendUser)),
    (
      Story.alice,
      .linkGroup(
        RoleLink(application: Story.frontEnd, role: Story.frontendUser, group: admins))
    ),
    (Story.alice, .unlinkGroup(link)),
    (Story.alice, .requestExchange(Story.direction, justification: "Please.")),
    (Story.bob, .grantExchange(Story.direction)),
    (Story.dave, .revokeExchange(Story.granted, reason: "No more.")),
    (
      Story.alice,
      .createIdentity(
        Identity(
          id: IdentityIdentifier(trusted: "1234@google"), kind: .social, givenName: "Zoë",
          familyName: "O'Neill", language: .french, hasSecondFactor: true))
    ),
    (Story.alice, .enableIdentity(Story.jdoe, enabled: false)),
    (
      Story.alice,
      .createGroup(Group(id: GroupIdentifier(trusted: "shift-crew"), displayName: "Shift crew"))
    ),
    (Story.alice, .addMember(.identity(Story.alice), to: admins)),
    (Story.alice, .addMember(.group(users), to: admins)),
    (Story.alice, .removeMember(.identity(Story.jdoe), from: users)),
    (
      Story.alice,
      .editApplication(
        Story.frontEnd,
        ApplicationDetails(
          name: "Front 2", homePage: "https://f.cern.ch", description: "D", category: .personal,
          administrators: users))
    ),
    (Story.alice, .offerOwnership(Story.frontEnd, to: Story.bob)),
    (
      Story.alice,
      .editIdentity(
        Identity(
          id: Story.jdoe, kind: .edugain, givenName: "Janet", familyName: "Doe", email: "",
          language: .french, hasSecondFactor: true, supervisor: Story.bob))
    ),
    (
      Story.alice,
      .registerSAML(
        Story.frontEnd, SAMLForm(entityID: "urn:x", consumerURL: "https://x", certificate: "MIIB"))
    ),
    (Story.bob, .configureClient(Story.backEnd, allSettings)),
    (Story.alice, .deleteIdentity(Story.jdoe)),
    (Story.alice, .editGroup(Group(id: users, displayName: "Users", description: "All."))),
    (Story.alice, .deleteGroup(users)), (Story.alice, .deleteGroup(admins)),
    (Story.alice, .loadScenario(ScenarioScript(name: "empty", steps: []))),
    (Story.alice, .loadScenario(Story.script)),
  ]
}()

private let allSettings: ClientSettings = {
  var settings = ClientSettings()
  settings.extraAudiences = ["a", "b"]
  settings.webOrigins = ["https://a.example"]
  settings.permissionStrategy = .unanimous
  settings.standardExchange = true
  settings.standardExchangeRefresh = true
  settings.directAccessGrants = true
  settings.deviceGrant = false
  return settings
}()

@Suite struct CommandTests {
  @Test(arguments: accepted.indices)
  func isCarriedOutAsInMemoryAndTakenBackByItsChangeset(index: Int) throws {
    let (identity, command) = accepted[index]
    let scratch = Scratch()
    let portal = try scratch.story()
    defer { portal.close() }
    let memory = try MemoryPortal.story()
    #expect(try portal.snapshot() == memory.facts.contents)
    let before = try Everything(portal)

    let performed = try portal.perform(
      command, as: .person(identity), at: Story.start.advanced(seconds: 60),
      secrets: SecretSource { "\($0.text)-secret-2" })
    try memory.perform(command, as: identity, at: Story.start.advanced(seconds: 60))

    var expected = memory.facts.contents
    expected.secrets = expected.secrets.mapValues { _ in "" }
    var found = try portal.snapshot()
    found.secrets = found.secrets.mapValues { _ in "" }
    #expect(found == expected)
    try expectSound(portal)

    let after = try Everything(portal)
    let bytes = try portal.reading { database in
      try database.first(
        "SELECT changeset FROM journal WHERE id = ?", [performed.journalID]
      ) { $0[0] as Data }
    }
    let changeset = Changeset(bytes: bytes ?? Data())
    #expect(changeset.bytes.isEmpty == (before == after))
    try portal.writing { try changeset.inverted().apply(to: $0) }
    #expect(try Everything(portal) == before)
    try expectSound(portal)
    try portal.writing { try changeset.apply(to: $0) }
    #expect(try Everything(portal) == after)
    try expectSound(portal)
  }

  @Test func journalKeepsWhoWhatAndWhen() throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    defer { portal.close() }
    let command = PortalCommand.regenerateSecret(Story.starting)
    let at = Story.start.advanced(seconds: 5)
    let performed = try portal.perform(
      command, as: .person(Story.carol), at: at, secrets: SecretSource { _ in "hush-hush" })
    let entry = try #require(try portal.journalEntry(performed.journalID))
    #expect(entry.actor == .person(Story.carol))
    #expect(entry.command == command)
    #expect(entry.name == "regenerateSecret")
    #expect(entry.at == at)
    #expect(try portal.secret(ofClient: Story.starting) == "hush-hush")
    let holdsSecret = try portal.reading {
      try $0.first("SELECT count(*) FROM journal WHERE command LIKE '%hush%'") { $0[0] as Int }
    }
    #expect(holdsSecret == 0)
  }

  @Test func journalIsPagedAndFiltered() throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    defer { portal.close() }
    for number in 1...5 {
      _ = try portal.perform(
        .blockApplication(Story.frontEnd, blocked: number % 2 == 1), as: .person(Story.alice),
        at: Story.start.advanced(seconds: Int64(number)))
    }
    _ = try portal.perform(
      .regenerateSecret(Story.backEnd), as: .person(Story.bob),
      at: Story.start.advanced(seconds: 6))
    func ids(_ filter: JournalFilter, before: Int64? = nil, limit: Int = 50) throws -> [Int64] {
      try portal.journal(filter, before: before, limit: limit).map(\.id)
    }
    #expect(try ids(JournalFilter()) == [7, 6, 5, 4, 3, 2, 1])
    #expect(try ids(JournalFilter(), before: 6, limit: 2) == [5, 4])
    #expect(try ids(JournalFilter(application: Story.frontEnd)) == [6, 5, 4, 3, 2, 1])
    #expect(try ids(JournalFilter(application: Story.backEnd)) == [7, 1])
    #expect(try ids(JournalFilter(identity: Story.bob)) == [7])
    #expect(try ids(JournalFilter(since: Story.start.advanced(seconds: 5))) == [7, 6])
  }

  @Test func emptyChangesAreJournalledToo() throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    defer { portal.close() }
    let performed = try portal.perform(
      .blockApplication(Story.frontEnd, blocked: false), as: .person(Story.alice),
      at: Story.start)
    #expect(performed.changes.isEmpty)
    #expect(try portal.journalEntry(performed.journalID)?.changedSomething == false)
  }

  @Test func everyCommandHasItsOwnName() {
    for (_, command) in accepted {
      #expect("\(command)".hasPrefix(command.journalName))
    }
  }
}
