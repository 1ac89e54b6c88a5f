import PortalModel

// How each of the model's values is written; what is as it would be anyway is left out.

extension YAMLWriter {
  mutating func writeIfAny(_ key: String, _ text: String) {
    if !text.isEmpty { write(key, text) }
  }

  mutating func writeIfAny(_ key: String, _ list: [String]) {
    if !list.isEmpty { write(key, list: list) }
  }

  mutating func write(_ key: String, _ value: Bool, unless usual: Bool) {
    if value != usual { write(key, literal: String(value)) }
  }

  mutating func write(_ identity: Identity) {
    map(identity.id.text) { writer in
      if identity.kind != .primary { writer.write("kind", identity.kind.rawValue) }
      writer.writeIfAny("given-name", identity.givenName)
      writer.writeIfAny("family-name", identity.familyName)
      writer.writeIfAny("email", identity.email)
      if let number = identity.personID { writer.write("person-id", literal: String(number)) }
      if identity.language != .english { writer.write("language", identity.language.rawValue) }
      writer.write("enabled", identity.enabled, unless: true)
      writer.write("second-factor", identity.hasSecondFactor, unless: false)
      writer.writeIfAny("supervisor", identity.supervisor?.text ?? "")
      writer.writeIfAny("owner", identity.owner?.text ?? "")
      writer.writeIfAny("orcid", identity.orcid)
      if let number = identity.unixUser { writer.write("uid", literal: String(number)) }
      if let number = identity.unixGroup { writer.write("gid", literal: String(number)) }
      writer.writeIfAny("institute", identity.institute)
    }
  }

  mutating func write(_ registration: Registration, secret: String?) {
    map("registration") { writer in
      writer.write("kind", registration.kind.rawValue)
      writer.write("redirect-uris", list: registration.redirectURIs.map(\.text))
      writer.write("base-url", registration.baseURL)
      if let secret { writer.write("secret", secret) }
      let settings = registration.settings
      if settings != ClientSettings() { writer.map("settings") { $0.write(settings) } }
    }
  }

  mutating func write(_ form: SAMLForm) {
    map("saml") { writer in
      writer.write("entity-id", form.entityID)
      writer.write("consumer-url", form.consumerURL)
      writer.writeIfAny("certificate", form.certificate)
    }
  }

  mutating func write(_ offer: OwnershipOffer, owner: IdentityIdentifier) {
    map("ownership-offer") { writer in
      writer.write("to", offer.to.text)
      if offer.by != owner { writer.write("by", offer.by.text) }
      writer.write("at", offer.at.rfc3339)
    }
  }

  private mutating func write(_ settings: ClientSettings) {
    let usual = ClientSettings()
    write("enabled", settings.enabled, unless: usual.enabled)
    write("consent-required", settings.consentRequired, unless: usual.consentRequired)
    write("full-scope-allowed", settings.fullScopeAllowed, unless: usual.fullScopeAllowed)
    write("own-audience", settings.ownAudience, unless: usual.ownAudience)
    write("use-refresh-tokens", settings.useRefreshTokens, unless: usual.useRefreshTokens)
    if let lifetime = settings.accessTokenLifetime {
      write("access-token-lifetime", literal: String(lifetime))
    }
    if settings.defaultScopes != usual.defaultScopes {
      write("default-scopes", list: settings.defaultScopes)
    }
    if settings.optionalScopes != usual.optionalScopes {
      write("optional-scopes", list: settings.optionalScopes)
    }
    writeIfAny("extra-audiences", settings.extraAudiences)
    if settings.webOrigins != usual.webOrigins { write("web-origins", list: settings.webOrigins) }
    if settings.permissionStrategy != usual.permissionStrategy {
      write("permission-strategy", settings.permissionStrategy.rawValue)
    }
    write("standard-exchange", settings.standardExchange, unless: usual.standardExchange)
    write(
      "standard-exchange-refresh", settings.standardExchangeRefresh,
      unless: usual.standardExchangeRefresh)
    write("direct-access-grants", settings.directAccessGrants, unless: usual.directAccessGrants)
    write("device-grant", settings.deviceGrant, unless: usual.deviceGrant)
    write("groups-claim", settings.groupsClaim, unless: usual.groupsClaim)
  }

  mutating func writeRoles(
    _ roles: [Role], links: [RoleLink], of application: ApplicationIdentifier
  ) {
    let hasDefault = roles.contains { $0.id == .defaultRole }
    let untouched = Role.defaultRole(of: application)
    let written = roles.filter { role in
      role != untouched || links.contains { $0.role == role.id }
    }
    if hasDefault, written.isEmpty { return }
    map("roles") { writer in
      if !hasDefault { writer.write(RoleIdentifier.defaultRole.text, "deleted") }
      for role in written.sorted(by: { $0.id < $1.id }) {
        let groups = links.filter { $0.role == role.id }.map(\.group.text).sorted()
        writer.write(role, groups: groups)
      }
    }
  }

  private mutating func write(_ role: Role, groups: [String]) {
    let isDefault = role.id == .defaultRole
    let usual =
      isDefault
      ? Role.defaultRole(of: role.application)
      : Role(application: role.application, id: role.id, name: "")
    map(role.id.text) { writer in
      if role.name != usual.name { writer.write("name", role.name) }
      if role.description != usual.description { writer.write("description", role.description) }
      writer.write("required", role.required, unless: usual.required)
      writer.write("multifactor", role.multifactor, unless: usual.multifactor)
      writer.write("applies-to-all", role.appliesToAll, unless: usual.appliesToAll)
      if role.minimumLevel != usual.minimumLevel {
        writer.write("minimum-level", role.minimumLevel.word)
      }
      writer.writeIfAny("groups", groups)
    }
  }

  mutating func write(_ round: ExchangePermission) {
    write("from", round.direction.source.text)
    write("to", round.direction.target.text)
    write("state", round.state.rawValue)
    map(round.origin.rawValue) { writer in
      writer.write("by", round.openedBy.text)
      writer.write("at", round.openedAt.rfc3339)
      writer.writeIfAny("justification", round.justification)
    }
    let isStated = round.state == .granted && round.origin != .requested
    guard !isStated, let by = round.decidedBy, let at = round.decidedAt else { return }
    map("decided") { writer in
      writer.write("by", by.text)
      writer.write("at", at.rfc3339)
      writer.writeIfAny("reason", round.reason)
    }
  }
}
