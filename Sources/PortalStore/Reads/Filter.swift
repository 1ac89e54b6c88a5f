import GRDB

/// What was typed into the filter of the list of applications: text contained, one or two letters
/// matching beginnings, `^text` for beginnings, `=text` for the whole; over identifier, name,
/// owner.
///
/// Capitals count as small letters, the owner's login apart in `^` and `=`. Spaces around the text
/// do not count.
enum Filter: Hashable {
  case none
  case contains(String)
  case begins(String)
  case equals(String)

  init(_ typed: String) {
    let start = typed.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    let text = end.map { start[...$0] } ?? ""
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

  /// The text itself; `nil` where there is none.
  var text: String? {
    switch self {
    case .none: nil
    case .contains(let text), .begins(let text), .equals(let text): text
    }
  }

  /// Whether what begins with the text stands before what holds it elsewhere.
  var ranks: Bool {
    switch self {
    case .none, .equals: false
    case .contains, .begins: true
    }
  }

  /// The numbers of the rows that match, by index; cheap where they are few, and for beginnings
  /// cut off behind a bound.
  func candidates(upTo bound: Int) -> String? {
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
        "SELECT * FROM (SELECT rowid FROM applications WHERE \($0) LIMIT \(bound + 1))"
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

  /// What ``candidates(upTo:)`` needs.
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
    case .begins: rangeArguments
    case .equals(let text): ["low": text.lowercased(), "text": text]
    }
  }

  /// What the ranges of texts with this beginning need.
  var rangeArguments: StatementArguments {
    guard let text else { return StatementArguments() }
    return [
      "low": text.lowercased(), "lowEnd": TextRange.end(of: text.lowercased()), "text": text,
      "textEnd": TextRange.end(of: text),
    ]
  }
}
