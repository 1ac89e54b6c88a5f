import PortalModel

extension ClientSettings {
  init(_ field: Field) {
    self.init()
    let keys = [
      "enabled", "consent-required", "full-scope-allowed", "own-audience", "use-refresh-tokens",
      "access-token-lifetime", "default-scopes", "optional-scopes", "extra-audiences",
      "web-origins", "permission-strategy", "standard-exchange", "standard-exchange-refresh",
      "direct-access-grants", "device-grant", "groups-claim",
    ]
    guard let map = FieldMap(field, keys: keys) else { return }
    func read(_ key: String, _ value: inout Bool) { value = map.boolean(key, default: value) }
    read("enabled", &enabled)
    read("consent-required", &consentRequired)
    read("full-scope-allowed", &fullScopeAllowed)
    read("own-audience", &ownAudience)
    read("use-refresh-tokens", &useRefreshTokens)
    read("standard-exchange", &standardExchange)
    read("standard-exchange-refresh", &standardExchangeRefresh)
    read("direct-access-grants", &directAccessGrants)
    read("device-grant", &deviceGrant)
    read("groups-claim", &groupsClaim)
    accessTokenLifetime = map["access-token-lifetime"]?.number(in: FieldLimit.lifetime)
    defaultScopes = map["default-scopes"].map { Self.words($0) } ?? defaultScopes
    optionalScopes = map["optional-scopes"].map { Self.words($0) } ?? optionalScopes
    extraAudiences = map["extra-audiences"].map { Self.words($0) } ?? extraAudiences
    webOrigins = map["web-origins"].map { Self.words($0, isOrigin: true) } ?? webOrigins
    permissionStrategy =
      map["permission-strategy"]?.word(PermissionStrategy.self) ?? permissionStrategy
  }

  private static func words(_ field: Field, isOrigin: Bool = false) -> [String] {
    let words = field.list(
      { field -> String? in
        guard let text = field.text(maximum: FieldLimit.word, mayBeEmpty: false) else {
          return nil
        }
        guard FieldLimit.isWord(text), !isOrigin || PageAddress.isWebOrigin(text) else {
          field.reject(.listEntry(text))
          return nil
        }
        return text
      }, key: \.self)
    if words.count > FieldLimit.listLength { field.reject(.listTooLong(FieldLimit.listLength)) }
    return words
  }
}

extension SAMLForm {
  init?(_ field: Field) {
    guard let map = FieldMap(field, keys: ["entity-id", "consumer-url", "certificate"]) else {
      return nil
    }
    let entityID = map.required("entity-id")?
      .text(maximum: FieldLimit.entityID, mayBeEmpty: false)
    let consumer = map.required("consumer-url")
    let consumerURL = consumer?.raw()
    if let consumerURL, let problem = PageAddress.baseURLProblem(in: consumerURL) {
      consumer?.reject(.address(consumerURL, problem))
    }
    guard let entityID, let consumerURL else { return nil }
    self.init(
      entityID: entityID, consumerURL: consumerURL,
      certificate: map.text("certificate", maximum: FieldLimit.certificate))
  }
}

extension OfferEntry {
  init?(_ field: Field) {
    guard let map = FieldMap(field, keys: ["to", "by", "at"]) else { return nil }
    guard let to = map.required("to")?.identifier(IdentityIdentifier.self) else { return nil }
    self.init(
      to: to, by: map["by"]?.identifier(IdentityIdentifier.self),
      at: map["at"]?.time() ?? .loading)
  }
}
