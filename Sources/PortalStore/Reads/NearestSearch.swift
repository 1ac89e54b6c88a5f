import GRDB
import PortalModel

/// Finds the identifiers that a mistyped text probably meant, with a bounded number of look-ups.
///
/// Whoever mistypes a letter or two leaves half of a text, or a third, intact: identifiers that
/// hold one of these pieces, or begin alike, are compared with the whole text.
struct NearestSearch {
  let table: String
  let index: String

  static let applications = NearestSearch(table: "applications", index: "application_search")
  static let groups = NearestSearch(table: "groups", index: "group_search")
  static let people = NearestSearch(table: "identities", index: "people_search")

  private static let candidatesPerPiece = 200

  func nearest(to text: String, limit: Int, in database: Database) throws -> [String] {
    let text = String(text.prefix(64))
    var candidates: Set<String> = []
    for length in [4, 2, 1] where text.count >= length {
      candidates.formUnion(try beginning(with: String(text.prefix(length)), in: database))
    }
    for piece in Self.pieces(of: text) {
      candidates.formUnion(try holding(piece, in: database))
    }
    let letters = Array(text.lowercased())
    let farthest = max(2, letters.count / 2)
    return
      candidates.map { (distance: editDistance(letters, Array($0.lowercased())), id: $0) }
      .filter { $0.distance <= farthest || $0.id.contains(text) && text.count > 2 }
      .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
      .prefix(limit).map(\.id)
  }

  /// Halves and thirds of at least three letters, which is what the index can look for.
  private static func pieces(of text: String) -> [String] {
    let letters = Array(text)
    var pieces: [String] = letters.count >= 3 ? [text] : []
    for parts in [2, 3] where letters.count / parts >= 3 {
      for part in 0..<parts {
        let range = letters.count * part / parts..<letters.count * (part + 1) / parts
        pieces.append(String(letters[range]))
      }
    }
    return pieces
  }

  private func beginning(with text: String, in database: Database) throws -> [String] {
    try database.all(
      "SELECT id FROM \(table) WHERE id >= ? AND id < ? LIMIT \(Self.candidatesPerPiece)",
      [text, TextRange.end(of: text)]
    ) { $0[0] }
  }

  private func holding(_ piece: String, in database: Database) throws -> [String] {
    try database.all(
      """
      SELECT id FROM \(index) WHERE \(index) MATCH ? LIMIT \(Self.candidatesPerPiece)
      """, ["id : \(SearchPhrase.quoted(piece))"]
    ) { $0[0] }
  }
}
