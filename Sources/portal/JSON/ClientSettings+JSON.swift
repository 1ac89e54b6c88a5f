import PortalModel

extension ClientSettings {
  /// Every setting.
  var members: [JSONValue.Member] {
    [
      .init("enabled", .bool(enabled)), .init("consent_required", .bool(consentRequired)),
      .init("full_scope_allowed", .bool(fullScopeAllowed)),
      .init("own_audience", .bool(ownAudience)), .init("extra_audiences", .texts(extraAudiences)),
      .init("web_origins", .texts(webOrigins)), .init("default_scopes", .texts(defaultScopes)),
      .init("optional_scopes", .texts(optionalScopes)),
      .init("use_refresh_tokens", .bool(useRefreshTokens)),
      .init(
        "access_token_lifetime", accessTokenLifetime.map { JSONValue(count: $0) } ?? .null),
      .init("permission_strategy", .string(permissionStrategy.rawValue)),
      .init("standard_exchange", .bool(standardExchange)),
      .init("standard_exchange_refresh", .bool(standardExchangeRefresh)),
      .init("direct_access_grants", .bool(directAccessGrants)),
      .init("device_grant", .bool(deviceGrant)), .init("groups_claim", .bool(groupsClaim)),
    ]
  }

  var json: JSONValue { .object(members) }
}

extension SAMLRegistration {
  var json: JSONValue {
    .object([
      .init("entity_id", .string(form.entityID)), .init("consumer_url", .string(form.consumerURL)),
      .init("certificate", .string(form.certificate)),
    ])
  }
}
