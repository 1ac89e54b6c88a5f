import PortalModel

/// The page that says what of the real portal is here, made from the rows, the rules and the bridge.
public enum FidelityPage {
  /// The page as Markdown.
  public static var markdown: String {
    (opening + table(FidelityRow.portal, from: 1)
      + ["", "## Further", ""] + table(FidelityRow.further, from: FidelityRow.portal.count + 1)
      + rules + bridge).joined(separator: "\n") + "\n"
  }

  private static let opening = [
    "# Fidelity", "",
    "What of CERN's application portal and single sign-on is here, where, and what is made up. Made "
      + "from the program by `make docs`; edit `FidelityRows.swift`, `PortalRule` and `Bridge`, not "
      + "this page.", "",
    "Each rule has a row in a table of tests, in which it is seen to hold and to say no. The last "
      + "column of the first two tables says what is invented or left out.", "",
    "## The portal's features", "",
  ]

  private static func table(_ rows: [FidelityRow], from first: Int) -> [String] {
    [
      "| | in the real portal | | where | rules | invented, or left out |",
      "|---|---|---|---|---|---|",
    ]
      + rows.enumerated().map { index, row in
        let places = row.places.map(\.words).joined(separator: "; ")
        let rules = row.rules.map { "`\($0)`" }.joined(separator: " ")
        return
          "| \(first + index) | \(row.feature) | \(row.extent.rawValue) | \(places) | \(rules) "
          + "| \(remark(of: row)) |"
      }
  }

  /// The remark, and which of the rules are made up.
  private static func remark(of row: FidelityRow) -> String {
    let invented = row.rules.filter { id in
      PortalRule.all.contains { $0.id == id && $0.source == .invented }
    }
    let list = invented.map { "`\($0)`" }.joined(separator: ", ")
    return [row.remark, list.isEmpty ? "" : "Invented: \(list)."].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static var rules: [String] {
    PortalRule.Area.allCases.flatMap { area -> [String] in
      let rows = PortalRule.all.filter { $0.area == area }
      return ["", "## Rules: \(area.rawValue)", "", "| rule | | source |", "|---|---|---|"]
        + rows.map { "| `\($0.id)` | \(escaped($0.sentence)) | \($0.source.words) |" }
    }
  }

  private static var bridge: [String] {
    let heading = [
      "", "## Actions", "",
      "What `h` says of each action that the real portal has, or that changes something here.", "",
      "| action | page and button | | request | |", "|---|---|---|---|---|",
    ]
    return heading
      + ActionID.allCases.compactMap { id in
        Bridge.table[id].map { bridge in
          let request = bridge.request.map { "`\($0.text)`" } ?? ""
          return
            "| `\(id.word)` | \(bridge.page): \(bridge.button) | \(bridge.evidence.word) "
            + "| \(request) | \(bridge.request?.evidence.word ?? "") |"
        }
      }
  }

  /// A text in which nothing begins or ends emphasis.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { text, character in
      if "*_<".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
