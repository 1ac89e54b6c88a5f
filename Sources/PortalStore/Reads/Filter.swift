import GRDB

/// What was typed into the filter of the list of applications: text contained, one or two letters
/// matching beginnings, `^text` for beginnings, `=text` for the whole; over identifier, name,
/// owner.
///
/// Capitals count as small letters, the owner's login apart in `^` and `=`.
enum Filter: Hashable {
  case none
  case contains(String)
  case begins(String)
  case equals(String)

  init(_ typed: String) {
    let text = typed.drop { $0.isWhitespace }
    if text.isEmpty {
      self = .none
    } else if text.first == "^" {
      let rest = String(text.dropFirst())
      self = rest.isEmpty ? .none : .begins(rest)
    } else if text.first == "=" {
      let rest = String(text.dropFirst())
      self = rest.isEmpty ? .none : .equals(rest)
    } else {
      self = SearchPhrase.isIndexed(String(text)) ? .contains(String(text)) : .begins(String(text))
    }
  }

  /// The numbers of the rows that match, by index; cheap where they are few.
  var candidates: String? {
    switch self {
    case .none: nil
    case .contains: "SELECT rowid FROM application_search WHERE application_search MATCH :match"
    case .begins:
      // Each way by its own index, and no further than anybody counts.
      [
        "id >= :low AND id < :lowEnd",
        "name COLLATE NOCASE >= :text AND name COLLATE NOCASE < :textEnd",
        "owner >= :text AND owner < :textEnd",
      ].map {
        "SELECT * FROM (SELECT rowid FROM applications WHERE \($0) LIMIT \(RowTotal.limit + 1))"
      }.joined(separator: " UNION ")
    case .equals:
      """
      SELECT rowid FROM applications WHERE id = :low
      UNION SELECT rowid FROM applications WHERE name = :text COLLATE NOCASE
      UNION SELECT rowid FROM applications WHERE owner = :text
      """
    }
  }

  /// The same as a condition on one row; cheap where nearly all match.
  var condition: String {
    switch self {
    case .none: "1"
    case .contains:
      """
      (id LIKE :pattern ESCAPE '\\' OR name LIKE :pattern ESCAPE '\\'
        OR owner LIKE :pattern ESCAPE '\\')
      """
    case .begins:
      """
      (id >= :low AND id < :lowEnd
        OR name COLLATE NOCASE >= :text AND name COLLATE NOCASE < :textEnd
        OR owner >= :text AND owner < :textEnd)
      """
    case .equals: "(id = :low OR name = :text COLLATE NOCASE OR owner = :text)"
    }
  }

  /// What ``candidates`` needs.
  var candidateArguments: StatementArguments {
    switch self {
    case .contains(let text): ["match": SearchPhrase.quoted(text)]
    case .none, .begins, .equals: conditionArguments
    }
  }

  /// What ``condition`` needs.
  var conditionArguments: StatementArguments {
    switch self {
    case .none: StatementArguments()
    case .contains(let text): ["pattern": "%\(SearchPhrase.pattern(text))%"]
    case .begins(let text):
      [
        "low": text.lowercased(), "lowEnd": TextRange.end(of: text.lowercased()), "text": text,
        "textEnd": TextRange.end(of: text),
      ]
    case .equals(let text): ["low": text.lowercased(), "text": text]
    }
  }
}
