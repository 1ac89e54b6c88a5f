import PortalModel
import TerminalKit

/// 2 Requests: what waits for this person, what they sent, and what was decided.
struct RequestsScreen: Hashable, Sendable {
  enum Part: Int, CaseIterable, Sendable {
    case waiting, sent, decided

    var title: String {
      switch self {
      case .waiting: "Waiting for you"
      case .sent: "Sent by you"
      case .decided: "Decided"
      }
    }

    var emptyText: String {
      switch self {
      case .waiting: "Nothing waits for you. Requests toward your applications appear here."
      case .sent:
        "You are waiting for nobody. Requests are sent from an application's permissions (t)."
      case .decided: "Nothing has been decided yet."
      }
    }
  }

  var person: IdentityIdentifier?
  var lists: RequestLists?
  /// All rows of the three parts, one under the other.
  var scroll = ListScroll()

  func rows(of part: Part) -> [PermissionRow] {
    guard let lists else { return [] }
    switch part {
    case .waiting: return lists.waiting
    case .sent: return lists.sent
    case .decided: return lists.decided
    }
  }

  var all: [(part: Part, row: PermissionRow)] {
    Part.allCases.flatMap { part in rows(of: part).map { (part, $0) } }
  }

  var selected: (part: Part, row: PermissionRow)? {
    let all = self.all
    return scroll.selection.flatMap { all.indices.contains($0) ? all[$0] : nil }
  }

  mutating func loaded(_ person: IdentityIdentifier, _ lists: RequestLists) {
    let old = self.person == person ? selected?.row.permission.direction : nil
    self.person = person
    self.lists = lists
    let all = self.all
    scroll.setCount(all.count)
    // A decided request moves to another part; the cursor stays among what is still to do.
    if let old, let row = all.firstIndex(where: { $0.row.permission.direction == old }),
      all[row].part != .decided || lists.waiting.isEmpty && lists.sent.isEmpty
    {
      scroll.select(row, height: 1)
    }
  }

  func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    guard let selected else { return nil }
    return decide(action, selected.row, context)
  }

  /// Whether more than one part has rows.
  var hasOtherPart: Bool { Part.allCases.filter { !rows(of: $0).isEmpty }.count > 1 }

  /// Moves to the first row of the next part that has any.
  mutating func otherPane() {
    guard let current = selected?.part else { return }
    let all = self.all
    for step in 1...Part.allCases.count {
      let part = Part(rawValue: (current.rawValue + step) % Part.allCases.count)
      if let row = all.firstIndex(where: { $0.part == part }) {
        scroll.select(row, height: 1)
        return
      }
    }
  }
}
