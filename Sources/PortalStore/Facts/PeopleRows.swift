import GRDB
import PortalModel

enum IdentityRow {
  static let columns = """
    id, kind, given_name, family_name, email, person_id, language, enabled, has_second_factor,
    supervisor, owner, orcid, unix_user, unix_group, institute
    """

  static func value(_ row: StatementRow) throws -> Identity {
    var reader = ColumnReader(row)
    var identity = try Identity(
      id: reader.id(), kind: reader.word("kind", of: "identities"), givenName: reader.text(),
      familyName: reader.text(), email: reader.text(), personID: reader.optionalNumber(),
      language: reader.word("language", of: "identities"), enabled: reader.flag(),
      hasSecondFactor: reader.flag(), supervisor: reader.optionalID())
    identity.owner = reader.optionalID()
    identity.orcid = reader.text()
    identity.unixUser = reader.optionalNumber()
    identity.unixGroup = reader.optionalNumber()
    identity.institute = reader.text()
    return identity
  }
}

enum GroupRow {
  static let columns = "id, display_name, description"

  static func value(_ row: StatementRow) -> Group {
    var reader = ColumnReader(row)
    return Group(id: reader.id(), displayName: reader.text(), description: reader.text())
  }
}

enum PermissionRow {
  static let columns = columns(prefix: "")

  static func columns(prefix: String) -> String {
    [
      "source", "target", "round", "state", "origin", "opened_by", "opened_at", "justification",
      "decided_by", "decided_at", "reason",
    ].map { prefix + $0 }.joined(separator: ", ")
  }

  static func value(_ row: StatementRow) throws -> ExchangePermission {
    var reader = ColumnReader(row)
    return try value(&reader)
  }

  /// Reads the permission at the front of a longer row.
  static func value(_ reader: inout ColumnReader) throws -> ExchangePermission {
    try ExchangePermission(
      direction: ExchangeDirection(source: reader.id(), target: reader.id()),
      round: reader.number(), state: reader.word("state", of: "exchange_permissions"),
      origin: reader.word("origin", of: "exchange_permissions"), openedBy: reader.id(),
      openedAt: reader.instant(), justification: reader.text(), decidedBy: reader.optionalID(),
      decidedAt: reader.optionalInstant(), reason: reader.text())
  }
}
