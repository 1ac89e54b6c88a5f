import PortalModel
import PortalTestSupport

extension CommandGenerator {
  /// A command of a kind. Without `default`: a new kind does not compile until it is drawn here.
  mutating func command(_ name: CommandName) -> PortalCommand {
    switch name {
    case .registerApplication: .registerApplication(applicationForm())
    case .editApplication: .editApplication(application(), details())
    case .offerOwnership: .offerOwnership(application(), to: identity())
    case .acceptOwnership: .acceptOwnership(application())
    case .declineOwnership: .declineOwnership(application())
    case .withdrawOwnership: .withdrawOwnership(application())
    case .deleteApplication: .deleteApplication(application())
    case .blockApplication: .blockApplication(application(), blocked: chance.happens(40))
    case .registerOIDC: .registerOIDC(application(), registrationForm())
    case .editRegistration: .editRegistration(application(), registrationForm())
    case .configureClient: .configureClient(application(), clientSettings())
    case .regenerateSecret: .regenerateSecret(application())
    case .deleteRegistration: .deleteRegistration(application())
    case .registerSAML: .registerSAML(application(), samlForm())
    case .editSAML: .editSAML(application(), samlForm())
    case .deleteSAML: .deleteSAML(application())
    case .defineRole: .defineRole(wholeRole())
    case .editRole: .editRole(wholeRole())
    case .deleteRole: .deleteRole(application(), role())
    case .linkGroup: .linkGroup(link())
    case .unlinkGroup: .unlinkGroup(link())
    case .requestExchange: .requestExchange(direction(), justification: text())
    case .withdrawExchange: .withdrawExchange(direction())
    case .approveExchange: .approveExchange(direction())
    case .rejectExchange: .rejectExchange(direction(), reason: text())
    case .grantExchange: .grantExchange(direction())
    case .revokeExchange: .revokeExchange(direction(), reason: text())
    case .createIdentity: .createIdentity(wholeIdentity())
    case .enableIdentity: .enableIdentity(identity(), enabled: chance.happens(70))
    case .editIdentity: .editIdentity(wholeIdentity())
    case .departIdentity: .departIdentity(identity())
    case .deleteIdentity: .deleteIdentity(identity())
    case .editGroup:
      .editGroup(Group(id: group(), displayName: text(), description: text()))
    case .deleteGroup: .deleteGroup(group())
    case .createGroup:
      .createGroup(Group(id: group(), displayName: text(), description: text()))
    case .addMember: .addMember(member(), to: group())
    case .removeMember: .removeMember(member(), from: group())
    case .addMembers: .addMembers(members(), to: group())
    case .removeMembers: .removeMembers(members(), from: group())
    case .loadScenario: .loadScenario(scenario())
    }
  }

  private mutating func applicationForm() -> ApplicationForm {
    let id = application()
    return ApplicationForm(
      id: id, name: chance.happens(80) ? id.text : chance.happens(50) ? application().text : text(),
      homePage: address(), description: text(),
      category: chance.one(of: Application.Category.allCases),
      administrators: chance.happens(50) ? group() : nil,
      registration: chance.happens(80) ? registrationForm() : nil)
  }

  private mutating func details() -> ApplicationDetails {
    ApplicationDetails(
      name: chance.happens(70) ? application().text : text(), homePage: address(),
      description: text(), category: chance.one(of: Application.Category.allCases),
      administrators: chance.happens(50) ? group() : nil)
  }

  private mutating func registrationForm() -> RegistrationForm {
    let count = chance.happens(10) ? 0 : Int.random(in: 1...3, using: &chance)
    return RegistrationForm(
      kind: chance.one(of: ClientKind.allCases),
      redirectURIs: (0..<count).map { _ in
        RedirectURI(
          trusted: "https://\(application().text).example/\(chance.one(of: ["*", "a", "b"]))")
      }, baseURL: address())
  }

  private mutating func samlForm() -> SAMLForm {
    SAMLForm(
      entityID: "urn:\(application().text)", consumerURL: address(),
      certificate: chance.one(of: ["", "MIIBCg==", "none"]))
  }

  private mutating func address() -> String {
    chance.happens(85)
      ? chance.one(of: ["https://a.example", "https://b.example/x"])
      : chance.one(of: ["", "not an address"])
  }

  private mutating func clientSettings() -> ClientSettings {
    var settings = ClientSettings()
    settings.enabled = chance.happens(70)
    settings.consentRequired = chance.happens(30)
    settings.fullScopeAllowed = chance.happens(30)
    settings.ownAudience = chance.happens(70)
    settings.useRefreshTokens = chance.happens(70)
    settings.accessTokenLifetime = chance.one(of: [nil, 1, 300, 900, 43_200, 0, 43_201])
    settings.extraAudiences = chance.happens(30) ? [application().text] : []
    settings.permissionStrategy = chance.one(of: PermissionStrategy.allCases)
    settings.deviceGrant = chance.happens(70)
    settings.groupsClaim = chance.happens(30)
    settings.optionalScopes = chance.happens(50) ? [] : settings.optionalScopes
    return settings
  }

  private mutating func wholeRole() -> Role {
    Role(
      application: application(), id: role(), name: chance.happens(80) ? "Role" : text(),
      description: text(), required: chance.happens(30), multifactor: chance.happens(30),
      appliesToAll: chance.happens(20), minimumLevel: chance.one(of: LevelOfAssurance.allCases))
  }

  private mutating func wholeIdentity() -> Identity {
    var identity = Identity(
      id: self.identity(), kind: chance.one(of: AccountKind.allCases), givenName: text(),
      familyName: text(), email: text(), personID: chance.one(of: [nil, 1, 800_001]),
      language: chance.one(of: Identity.Language.allCases), enabled: chance.happens(90),
      hasSecondFactor: chance.happens(50),
      supervisor: chance.happens(30) ? self.identity() : nil)
    identity.owner = chance.happens(30) ? self.identity() : nil
    identity.orcid = chance.one(of: ["", "", "0000-0002-1825-0097", "1"])
    identity.unixUser = chance.one(of: [nil, 7])
    identity.institute = text()
    return identity
  }

  /// Whoever and whatever is needed to go on, then some commands that may well be refused.
  private mutating func scenario() -> ScenarioScript {
    let rest = (0..<Int.random(in: 0...2, using: &chance)).map { number in
      ScenarioScript.Step(
        identity: identity(), command: command(nested: true),
        at: chance.happens(50) ? Instant(seconds: 1_600_000_000 + Int64(number)) : nil)
    }
    return ScenarioScript(name: "drawn", steps: Self.start.steps + rest)
  }
}

extension PortalCommand {
  /// The application whose managers may give the command; `nil` where anybody may.
  var managedApplication: ApplicationIdentifier? {
    switch self {
    case .registerApplication, .acceptOwnership, .declineOwnership, .createIdentity,
      .enableIdentity, .editIdentity, .departIdentity, .deleteIdentity, .editGroup, .deleteGroup,
      .createGroup, .addMember, .removeMember, .addMembers, .removeMembers, .loadScenario:
      nil
    case .editApplication(let id, _), .offerOwnership(let id, _), .withdrawOwnership(let id),
      .deleteApplication(let id), .blockApplication(let id, _), .registerOIDC(let id, _),
      .editRegistration(let id, _), .configureClient(let id, _), .regenerateSecret(let id),
      .deleteRegistration(let id), .deleteRole(let id, _), .registerSAML(let id, _),
      .editSAML(let id, _), .deleteSAML(let id):
      id
    case .defineRole(let role), .editRole(let role): role.application
    case .linkGroup(let link), .unlinkGroup(let link): link.application
    case .requestExchange(let direction, _), .withdrawExchange(let direction): direction.source
    case .approveExchange(let direction), .rejectExchange(let direction, _),
      .grantExchange(let direction), .revokeExchange(let direction, _):
      direction.target
    }
  }
}
