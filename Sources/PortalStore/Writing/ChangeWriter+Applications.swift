import GRDB
import PortalModel

extension ChangeWriter {
  func insert(_ application: Application) throws {
    try database.run(
      """
      INSERT INTO applications (\(ApplicationRow.columns))
      VALUES (:id, :name, :homePage, :description, :category, :owner, :administrators, :blocked,
        :createdAt)
      """, arguments(application))
  }

  func update(_ application: Application) throws {
    try database.run(
      """
      UPDATE applications SET name = :name, home_page = :homePage, description = :description,
        category = :category, owner = :owner, administrators = :administrators,
        blocked = :blocked, created_at = :createdAt
      WHERE id = :id
      """, arguments(application))
  }

  func insert(_ registration: Registration) throws {
    try database.run(
      """
      INSERT INTO registrations (\(RegistrationRow.columns))
      VALUES (:application, :kind, :baseURL, :enabled, :consent, :fullScope, :ownAudience,
        :refresh, :lifetime, :defaultScopes, :optionalScopes, :extraAudiences, :webOrigins,
        :strategy, :standard, :standardRefresh, :direct, :device, :groups)
      """, arguments(registration))
    try insertRedirectURIs(of: registration)
  }

  func update(_ registration: Registration) throws {
    try database.run(
      """
      UPDATE registrations SET kind = :kind, base_url = :baseURL, enabled = :enabled,
        consent_required = :consent, full_scope_allowed = :fullScope,
        own_audience = :ownAudience, use_refresh_tokens = :refresh,
        access_token_lifetime = :lifetime, default_scopes = :defaultScopes,
        optional_scopes = :optionalScopes, extra_audiences = :extraAudiences,
        web_origins = :webOrigins, permission_strategy = :strategy,
        standard_exchange = :standard, standard_exchange_refresh = :standardRefresh,
        direct_access_grants = :direct, device_grant = :device,
        groups_claim = :groups
      WHERE application = :application
      """, arguments(registration))
    try database.run(
      "DELETE FROM redirect_uris WHERE application = ?", [registration.application.text])
    try insertRedirectURIs(of: registration)
  }

  func insert(_ role: Role) throws {
    try database.run(
      """
      INSERT INTO roles (\(RoleRow.columns))
      VALUES (:application, :id, :name, :description, :required, :multifactor, :appliesToAll,
        :level)
      """, arguments(role))
  }

  func update(_ role: Role) throws {
    try database.run(
      """
      UPDATE roles SET name = :name, description = :description, required = :required,
        multifactor = :multifactor, applies_to_all = :appliesToAll, minimum_level = :level
      WHERE application = :application AND id = :id
      """, arguments(role))
  }

  private func insertRedirectURIs(of registration: Registration) throws {
    for (position, uri) in registration.redirectURIs.enumerated() {
      try database.run(
        "INSERT INTO redirect_uris (application, position, uri) VALUES (?, ?, ?)",
        [registration.application.text, position, uri.text])
    }
  }

  private func arguments(_ application: Application) -> StatementArguments {
    [
      "id": application.id.text, "name": application.name, "homePage": application.homePage,
      "description": application.description, "category": application.category.rawValue,
      "owner": application.owner.text, "administrators": application.administrators?.text,
      "blocked": application.blocked, "createdAt": application.createdAt.milliseconds,
    ]
  }

  private func arguments(_ registration: Registration) -> StatementArguments {
    let settings = registration.settings
    return [
      "application": registration.application.text, "kind": registration.kind.rawValue,
      "baseURL": registration.baseURL, "enabled": settings.enabled,
      "consent": settings.consentRequired, "fullScope": settings.fullScopeAllowed,
      "ownAudience": settings.ownAudience, "refresh": settings.useRefreshTokens,
      "lifetime": settings.accessTokenLifetime,
      "defaultScopes": settings.defaultScopes.joined(separator: " "),
      "optionalScopes": settings.optionalScopes.joined(separator: " "),
      "extraAudiences": settings.extraAudiences.joined(separator: " "),
      "webOrigins": settings.webOrigins.joined(separator: " "),
      "strategy": settings.permissionStrategy.rawValue, "standard": settings.standardExchange,
      "standardRefresh": settings.standardExchangeRefresh,
      "direct": settings.directAccessGrants, "device": settings.deviceGrant,
      "groups": settings.groupsClaim,
    ]
  }

  private func arguments(_ role: Role) -> StatementArguments {
    [
      "application": role.application.text, "id": role.id.text, "name": role.name,
      "description": role.description, "required": role.required,
      "multifactor": role.multifactor, "appliesToAll": role.appliesToAll,
      "level": role.minimumLevel.word,
    ]
  }
}
