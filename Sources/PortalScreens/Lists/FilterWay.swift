import TerminalKit

/// How a list's filter compares: the real portal's choice beside its fields, here a sign before the text.
enum FilterWay: String, CaseIterable {
  case contains = ""
  case begins = "^"
  case equals = "="

  /// What stands in front of the filter.
  var label: String {
    switch self {
    case .contains: "filter: "
    case .begins: "begins: "
    case .equals: "equals: "
    }
  }

  /// What fits no row, and how to go on.
  func nothingFits(_ what: String) -> String {
    let clearing = "\(keyName(.filterClear)) in the filter clears it"
    return switch self {
    case .contains: "\(what) fits the filter; \(clearing)"
    case .begins:
      "\(what) begins so; \(keyName(DialogActionID.filterWay)) compares otherwise, \(clearing)"
    case .equals:
      "\(what) is called so; \(keyName(DialogActionID.filterWay)) compares otherwise, \(clearing)"
    }
  }

  /// What is said of a change.
  var sentence: String {
    switch self {
    case .contains: "The list shows what contains the text"
    case .begins: "The list shows what begins with the text"
    case .equals: "The list shows what equals the text"
    }
  }
}

extension LineEditor {
  /// How the text of a filter compares.
  var way: FilterWay { text.first.flatMap { FilterWay(rawValue: String($0)) } ?? .contains }

  /// Goes to the next way; the caret stays where it is in the text.
  mutating func goToNextWay() {
    let all = FilterWay.allCases
    let next = all[((all.firstIndex(of: way) ?? 0) + 1) % all.count]
    let place = insertionPoint - way.rawValue.count + next.rawValue.count
    text = next.rawValue + text.dropFirst(way.rawValue.count)
    moveInsertionPoint(to: place)
  }
}
