import PortalModel
import PortalScenarios
import PortalTestSupport
import Testing

/// What was done in a portal, by whichever way, comes back the same from its export.
@Suite struct ExportTests {
  static let shop = ApplicationIdentifier(trusted: "shop")
  static let store = ApplicationIdentifier(trusted: "store")
  static let direction = ExchangeDirection(source: shop, target: store)
  static let makers = GroupIdentifier(trusted: "makers")
  static let keepers = GroupIdentifier(trusted: "keepers")
  static let ann = IdentityIdentifier(trusted: "ann")
  static let ben = IdentityIdentifier(trusted: "ben")
  static let cleo = IdentityIdentifier(trusted: "cleo")
  static let robot = IdentityIdentifier(trusted: "service-account-store")

  struct Given: Sendable {
    var command: PortalCommand
    var by: IdentityIdentifier

    init(_ by: IdentityIdentifier, _ command: PortalCommand) {
      self.command = command
      self.by = by
    }
  }

  /// ann owns `shop` with the makers, cleo owns `store` with the keepers.
  static let ground: [Given] = [
    Given(ann, .createIdentity(Identity(id: ann, kind: .primary))),
    Given(ann, .createIdentity(Identity(id: ben, kind: .guest, givenName: "Ben"))),
    Given(ann, .createIdentity(Identity(id: cleo, kind: .primary, personID: -5))),
    Given(ann, .createGroup(Group(id: makers, displayName: "Makers"))),
    Given(ann, .createGroup(Group(id: keepers, displayName: "", description: "Keep."))),
    register(shop, "Shop", by: ann, administrators: makers),
    register(store, "Store", by: cleo, administrators: keepers),
  ]

  static func register(
    _ id: ApplicationIdentifier, _ name: String, by owner: IdentityIdentifier,
    administrators: GroupIdentifier? = nil
  ) -> Given {
    Given(
      owner,
      .registerApplication(
        ApplicationForm(
          id: id, name: name, administrators: administrators,
          registration: RegistrationForm(
            kind: .confidential, redirectURIs: [RedirectURI(trusted: "https://x.example/*")],
            baseURL: "https://x.example?a=1&b=2"))))
  }

  static func joins(_ who: IdentityIdentifier, _ group: GroupIdentifier) -> Given {
    Given(who, .addMember(.identity(who), to: group))
  }

  static func leaves(_ who: IdentityIdentifier, _ group: GroupIdentifier) -> Given {
    Given(who, .removeMember(.identity(who), from: group))
  }

  static func transfer(
    _ id: ApplicationIdentifier, _ owner: IdentityIdentifier, _ next: IdentityIdentifier
  ) -> [Given] {
    [Given(owner, .offerOwnership(id, to: next)), Given(next, .acceptOwnership(id))]
  }

  static let asked = Given(ann, .requestExchange(direction, justification: "Please."))

  static let histories: [[Given]] = [
    [],
    [asked],
    [asked, Given(ann, .withdrawExchange(direction)), asked],
    [asked, Given(cleo, .approveExchange(direction))],
    [asked, Given(cleo, .grantExchange(direction))],
    [asked, Given(cleo, .rejectExchange(direction, reason: "No: 'never'.\n- no")), asked],
    [Given(cleo, .grantExchange(direction))],
    [Given(cleo, .grantExchange(direction)), Given(cleo, .revokeExchange(direction, reason: ""))],
    [
      asked, Given(cleo, .approveExchange(direction)),
      Given(cleo, .revokeExchange(direction, reason: "Over.")),
      Given(cleo, .grantExchange(direction)),
    ],
    // Who asked is now somebody who decides, and who decided is now nobody.
    [
      joins(ben, makers), Given(ben, .requestExchange(direction, justification: "")),
      joins(ben, keepers),
    ],
    [joins(ben, keepers), asked, Given(ben, .approveExchange(direction)), leaves(ben, keepers)],
    [
      joins(ben, makers), joins(ben, keepers),
      Given(ben, .requestExchange(direction, justification: "Mine.")), leaves(ben, makers),
    ],
    [
      joins(ben, makers), joins(ben, keepers),
      Given(ben, .requestExchange(direction, justification: "Mine.")),
      Given(cleo, .revokeExchange(direction, reason: "Not yours.")), leaves(ben, keepers),
    ],
    [joins(ann, keepers), asked, leaves(ann, keepers)],
    [
      joins(ben, keepers), asked, Given(ben, .rejectExchange(direction, reason: "No.")),
      Given(ann, .enableIdentity(ben, enabled: false)),
    ],
    // Nested groups manage as well.
    [
      Given(ann, .addMember(.group(makers), to: keepers)), joins(ben, makers), asked,
      Given(ben, .approveExchange(direction)),
    ],
    [
      asked, Given(cleo, .approveExchange(direction)),
      Given(cleo, .blockApplication(store, blocked: true)),
      Given(ann, .blockApplication(shop, blocked: true)),
    ],
    [
      Given(ann, .enableIdentity(cleo, enabled: false)),
      Given(ann, .enableIdentity(robot, enabled: false)),
    ],
    // Applications' own identities own and are in groups.
    [
      register(ApplicationIdentifier(trusted: "a-shop"), "A", by: robot),
      Given(ann, .addMember(.identity(robot), to: makers)),
    ],
    [Given(ann, .deleteRole(shop, .defaultRole))],
    [Given(ann, .linkGroup(RoleLink(application: shop, role: .defaultRole, group: makers)))],
    [
      Given(
        ann,
        .editRole(
          Role(application: shop, id: .defaultRole, name: "yes", appliesToAll: true)))
    ],
    [
      Given(
        ann,
        .defineRole(
          Role(
            application: shop, id: RoleIdentifier(trusted: "buyer"), name: "null",
            description: "#\u{0}\u{202E}\t\"\\\r\n\u{2028}&x *x 🧪\u{301} ", required: true,
            multifactor: true, minimumLevel: .any)))
    ],
    [Given(ann, .configureClient(shop, oddSettings))],
    [Given(ann, .deleteRegistration(shop))],
    // Both protocols, and one alone.
    [
      Given(ann, .registerSAML(shop, SAMLForm(entityID: "urn:x", consumerURL: "https://x/acs"))),
      Given(cleo, .deleteRegistration(store)),
      Given(
        cleo,
        .registerSAML(
          store, SAMLForm(entityID: "https://y", consumerURL: "https://y/", certificate: "MIIB"))),
    ],
    // Offers wait; whoever was asked and who asked are others than today.
    [Given(ann, .offerOwnership(shop, to: ben))],
    [joins(ben, makers), Given(ben, .offerOwnership(shop, to: cleo)), leaves(ben, makers)],
    // Who made the offer managed then, by a group that the application has no more.
    [
      joins(ben, makers), Given(ben, .offerOwnership(shop, to: cleo)),
      Given(ann, .editApplication(shop, ApplicationDetails(name: "Shop"))),
    ],
    [asked] + transfer(store, cleo, ben),
    [asked, Given(cleo, .rejectExchange(direction, reason: "No."))] + transfer(store, cleo, ann),
    [asked] + transfer(store, cleo, ann),
    [asked, Given(ann, .withdrawExchange(direction))] + transfer(store, cleo, ann)
      + transfer(shop, ann, cleo),
    [Given(cleo, .grantExchange(direction))] + transfer(store, cleo, ann)
      + [Given(ann, .editApplication(store, ApplicationDetails(name: "Store")))],
    [joins(ben, makers), Given(ben, .requestExchange(direction, justification: ""))]
      + [
        Given(ann, .editApplication(shop, ApplicationDetails(name: "S", administrators: keepers)))
      ],
    // Who acted is gone, whoever owned has left.
    [
      joins(ben, keepers), asked, Given(ben, .approveExchange(direction)),
      Given(ann, .deleteIdentity(ben)),
    ],
    [
      Given(ann, .editIdentity(Identity(id: cleo, kind: .primary, supervisor: ben))), asked,
      Given(cleo, .approveExchange(direction)), Given(ann, .departIdentity(cleo)),
    ],
    [
      Given(ann, .editIdentity(Identity(id: ann, kind: .primary, supervisor: cleo))),
      Given(ann, .editGroup(Group(id: makers, displayName: "M"))),
      Given(ann, .deleteGroup(keepers)),
    ],
  ]

  static var oddSettings: ClientSettings {
    var settings = ClientSettings()
    settings.enabled = false
    settings.consentRequired = true
    settings.fullScopeAllowed = true
    settings.ownAudience = false
    settings.useRefreshTokens = false
    settings.accessTokenLifetime = 43_200
    settings.defaultScopes = []
    settings.optionalScopes = ["a:b", "offline_access", "&x"]
    settings.extraAudiences = ["https://else.example", "true"]
    settings.webOrigins = ["+", "https://a.example:8443"]
    settings.permissionStrategy = .unanimous
    settings.standardExchange = true
    settings.standardExchangeRefresh = true
    settings.directAccessGrants = true
    settings.deviceGrant = false
    return settings
  }

  @Test(arguments: histories.indices) func comesBackTheSame(index: Int) throws {
    let portal = MemoryPortal { "\($0.text) \($1): *\"&'" }
    for (number, given) in (Self.ground + Self.histories[index]).enumerated() {
      let instant = Instant(milliseconds: 1_700_000_000_123 + Int64(number) * 61_001)
      try portal.perform(given.command, as: given.by, at: instant)
    }
    let text = Scenario.export(portal.contents, title: "Exported")
    let scenario = try Scenario.parse(text, name: "export")
    #expect(scenario.title == "Exported")
    let again = try MemoryPortal.loading(scenario)
    #expect(again.contents == portal.contents, "\(text)")
    #expect(Scenario.export(again.contents, title: "Exported") == text)
  }

  @Test func secretsAreWrittenOnlyWhereTheyAreGiven() throws {
    let portal = try MemoryPortal.story()
    var contents = portal.contents
    #expect(Scenario.export(contents).contains("secret: SECRET"))
    contents.secrets = [:]
    #expect(!Scenario.export(contents).contains("secret:"))
  }

  @Test func noSecretIsInACommand() throws {
    let scenario = try EmbeddedScenarioTests.scenario("token-exchange")
    #expect(scenario.secrets == [Story.starting: "SECRET"])
    #expect(!"\(scenario.script(at: Story.start))".contains("SECRET"))
  }
}
