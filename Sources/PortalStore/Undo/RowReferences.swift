/// What a row of a journalled table leans on: rows that must be there as long as it is.
struct RowReference {
  /// The numbers of the columns that hold the other row's key, from 0.
  var columns: [Int]
  /// The other row's table.
  var table: String

  /// The references of each table: its foreign keys, and what the rules ask for beyond them.
  ///
  /// A test compares it with the schema's foreign keys.
  static let all: [String: [RowReference]] = [
    // Registered clients both (`Rules.requireOpen`); their registrations lean on the applications.
    "exchange_permissions": [
      RowReference(columns: [0], table: "registrations"),
      RowReference(columns: [1], table: "registrations"),
    ],
    "ownership_offers": [
      RowReference(columns: [0], table: "applications"),
      RowReference(columns: [1], table: "identities"),
    ],
    "role_links": [
      RowReference(columns: [0, 1], table: "roles"),
      RowReference(columns: [2], table: "groups"),
    ],
    "roles": [RowReference(columns: [0], table: "applications")],
    "client_secrets": [RowReference(columns: [0], table: "registrations")],
    "redirect_uris": [RowReference(columns: [0], table: "registrations")],
    "saml_registrations": [RowReference(columns: [0], table: "applications")],
    "registrations": [RowReference(columns: [0], table: "applications")],
    "applications": [
      RowReference(columns: [5], table: "identities"),
      RowReference(columns: [6], table: "groups"),
    ],
    "identities": [
      RowReference(columns: [9], table: "identities"),
      RowReference(columns: [10], table: "identities"),
    ],
    "group_members": [
      RowReference(columns: [0], table: "groups"),
      RowReference(columns: [1], table: "identities"),
    ],
    "group_nestings": [
      RowReference(columns: [0], table: "groups"),
      RowReference(columns: [1], table: "groups"),
    ],
  ]
}

/// Sets of columns of one row, as bits from 0.
enum ColumnSet {
  /// Whether the row is there at all.
  static let presence: Int64 = 1 << 62
  /// Everything: what an inserted or deleted row touches.
  static let all: Int64 = .max

  static func column(_ number: Int) -> Int64 { 1 << Int64(number) }
}
