import GRDB
import PortalModel

/// Which side of which anchor rows are wanted from.
struct Edge {
  enum Comparison: String {
    case behind = ">"
    case inFront = "<"
    case fromHere = ">="
  }

  var anchor: ApplicationAnchor?
  var comparison: Comparison

  var isBackward: Bool { comparison == .inFront }
}

/// One order of applications in SQL.
struct ApplicationOrder {
  let sort: ApplicationQuery.Sort

  /// The rows in which that which is sorted by begins with a filter's text.
  var beginning: String {
    switch sort {
    // A filter does not look at the category: within each, identifiers are in order.
    case .identifier, .category: "id >= :low AND id < :lowEnd"
    case .name: "name COLLATE NOCASE >= :text AND name COLLATE NOCASE < :textEnd"
    case .owner: "owner >= :text AND owner < :textEnd"
    }
  }

  /// Whether a row is one of ``beginning``.
  func begins(_ row: ApplicationAnchor, with filter: Filter) -> Bool {
    guard let text = filter.text else { return false }
    return switch sort {
    case .identifier, .category: row.id.text.utf8.starts(with: text.lowercased().utf8)
    case .name: row.name.utf8.map(folded).starts(with: text.utf8.map(folded))
    case .owner: row.owner.text.utf8.starts(with: text.utf8)
    }
  }

  /// As SQLite's `NOCASE` does it.
  private func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }

  func condition(_ comparison: Edge.Comparison) -> String {
    switch sort {
    case .identifier: "id \(comparison.rawValue) :anchorID"
    case .name: beyond("name COLLATE NOCASE", ":anchorName", comparison)
    case .owner: beyond("owner", ":anchorOwner", comparison)
    case .category: beyond("category", ":anchorCategory", comparison)
    }
  }

  /// Written out: SQLite does not seek in an index for pairs with a collation.
  private func beyond(_ key: String, _ anchor: String, _ comparison: Edge.Comparison) -> String {
    let sign = comparison == .inFront ? "<" : ">"
    return """
      (\(key) \(sign)= \(anchor)
        AND (\(key) \(sign) \(anchor) OR id \(comparison.rawValue) :anchorID))
      """
  }

  func arguments(_ anchor: ApplicationAnchor) -> StatementArguments {
    switch sort {
    case .identifier: ["anchorID": anchor.id.text]
    case .name: ["anchorName": anchor.name, "anchorID": anchor.id.text]
    case .owner: ["anchorOwner": anchor.owner.text, "anchorID": anchor.id.text]
    case .category: ["anchorCategory": anchor.category.rawValue, "anchorID": anchor.id.text]
    }
  }

  /// What is sorted by.
  var keys: [String] {
    switch sort {
    case .identifier: ["id"]
    case .name: ["name COLLATE NOCASE", "id"]
    case .owner: ["owner", "id"]
    case .category: ["category", "id"]
    }
  }

  /// What a page needs beside the columns that are in every order.
  var extraColumn: String { sort == .category ? ", category" : "" }
}
