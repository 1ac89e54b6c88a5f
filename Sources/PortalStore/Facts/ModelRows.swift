import GRDB
import PortalModel

/// Reads the columns of one row one after the other.
struct ColumnReader {
  let row: StatementRow
  private var index = 0

  init(_ row: StatementRow) { self.row = row }

  mutating func text() -> String { next() }
  mutating func optionalText() -> String? { nextOptional() }
  mutating func number() -> Int { next() }
  mutating func optionalNumber() -> Int? { nextOptional() }
  mutating func flag() -> Bool { next() }
  mutating func instant() -> Instant { Instant(milliseconds: next()) }

  mutating func optionalInstant() -> Instant? {
    let milliseconds: Int64? = nextOptional()
    return milliseconds.map(Instant.init(milliseconds:))
  }

  mutating func id<Key: Identifier>() -> Key { Key(trusted: next()) }

  mutating func optionalID<Key: Identifier>() -> Key? {
    let text: String? = nextOptional()
    return text.map(Key.init(trusted:))
  }

  /// A word of a closed set.
  mutating func word<Word: RawRepresentable>(
    _ column: String, of table: String
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: next()) else {
      throw StoreError.unreadable(table: table, column: column)
    }
    return word
  }

  mutating func level(of table: String) throws -> LevelOfAssurance {
    guard let level = LevelOfAssurance(word: next()) else {
      throw StoreError.unreadable(table: table, column: "level")
    }
    return level
  }

  private mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>()
    -> Value
  {
    defer { index += 1 }
    return row[index]
  }

  private mutating func nextOptional<
    Value: DatabaseValueConvertible & StatementColumnConvertible
  >() -> Value? {
    defer { index += 1 }
    return row.optional(index)
  }
}

enum ApplicationRow {
  static let columns =
    "id, name, home_page, description, category, owner, administrators, blocked, created_at"

  static func value(_ row: StatementRow) throws -> Application {
    var reader = ColumnReader(row)
    return try Application(
      id: reader.id(), name: reader.text(), homePage: reader.text(), description: reader.text(),
      category: reader.word("category", of: "applications"), owner: reader.id(),
      administrators: reader.optionalID(), blocked: reader.flag(), createdAt: reader.instant())
  }
}

enum RegistrationRow {
  static let columns = """
    application, kind, base_url, enabled, consent_required, full_scope_allowed, own_audience,
    use_refresh_tokens, access_token_lifetime, default_scopes, optional_scopes,
    extra_audiences, web_origins, permission_strategy, standard_exchange,
    standard_exchange_refresh, direct_access_grants, device_grant,
    groups_claim
    """

  /// Without its redirect URIs, which have a table of their own.
  static func value(_ row: StatementRow) throws -> Registration {
    var reader = ColumnReader(row)
    var registration = try Registration(
      application: reader.id(), kind: reader.word("kind", of: "registrations"), redirectURIs: [],
      baseURL: reader.text())
    registration.settings.enabled = reader.flag()
    registration.settings.consentRequired = reader.flag()
    registration.settings.fullScopeAllowed = reader.flag()
    registration.settings.ownAudience = reader.flag()
    registration.settings.useRefreshTokens = reader.flag()
    registration.settings.accessTokenLifetime = reader.optionalNumber()
    registration.settings.defaultScopes = reader.text().parts(between: " ")
    registration.settings.optionalScopes = reader.text().parts(between: " ")
    registration.settings.extraAudiences = reader.text().parts(between: " ")
    registration.settings.webOrigins = reader.text().parts(between: " ")
    registration.settings.permissionStrategy = try reader.word(
      "permission_strategy", of: "registrations")
    registration.settings.standardExchange = reader.flag()
    registration.settings.standardExchangeRefresh = reader.flag()
    registration.settings.directAccessGrants = reader.flag()
    registration.settings.deviceGrant = reader.flag()
    registration.settings.groupsClaim = reader.flag()
    return registration
  }
}

enum RoleRow {
  static let columns =
    "application, id, name, description, required, multifactor, applies_to_all, minimum_level"

  static func value(_ row: StatementRow) throws -> Role {
    var reader = ColumnReader(row)
    return try Role(
      application: reader.id(), id: reader.id(), name: reader.text(), description: reader.text(),
      required: reader.flag(), multifactor: reader.flag(), appliesToAll: reader.flag(),
      minimumLevel: reader.level(of: "roles"))
  }
}

enum RoleLinkRow {
  static let columns = "application, role, group_id"

  static func value(_ row: StatementRow) -> RoleLink {
    var reader = ColumnReader(row)
    return RoleLink(application: reader.id(), role: reader.id(), group: reader.id())
  }
}
