import PortalModel
import TerminalKit

/// 2 Requests: what waits for this person, what they sent, and what was decided.
struct RequestsScreen: Hashable, Encodable, Sendable {
  enum Part: Int, CaseIterable, Encodable, Sendable {
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
      case .waiting: "Nothing waits for you. Requests and offers made to you appear here."
      case .sent:
        "You wait for nobody. Ask from an application's permissions (\(keyName(.permissions)))."
      case .decided: "Nothing has been decided yet."
      }
    }
  }

  var person: IdentityIdentifier?
  var lists: RequestLists?
  /// The request that was under the cursor the last time, until it is found.
  var remembered: ExchangeDirection?
  /// All rows of the three parts, one under the other.
  var scroll = ListScroll()

  /// The rows of a part: offers of ownership before requests.
  func rows(of part: Part) -> [RequestRow] {
    guard let lists else { return [] }
    switch part {
    case .waiting: return lists.offers.map(RequestRow.offer) + lists.waiting.map(RequestRow.round)
    case .sent: return lists.offersSent.map(RequestRow.offer) + lists.sent.map(RequestRow.round)
    case .decided: return lists.decided.map(RequestRow.round)
    }
  }

  var all: [(part: Part, row: RequestRow)] {
    Part.allCases.flatMap { part in rows(of: part).map { (part, $0) } }
  }

  var selected: (part: Part, row: RequestRow)? {
    let all = self.all
    return scroll.selection.flatMap { all.indices.contains($0) ? all[$0] : nil }
  }

  mutating func loaded(_ person: IdentityIdentifier, _ lists: RequestLists) {
    let old = self.person == person ? selected?.row.thing : nil
    self.person = person
    self.lists = lists
    let all = self.all
    scroll.setCount(all.count)
    if let remembered,
      let row = all.firstIndex(where: { $0.row.round?.permission.direction == remembered })
    {
      scroll.select(row, height: 1)
    }
    remembered = nil
    // A decided request moves to another part; the cursor stays among what is still to do.
    if let old, let row = all.firstIndex(where: { $0.row.thing == old }),
      all[row].part != .decided || all.allSatisfy({ $0.part == .decided })
    {
      scroll.select(row, height: 1)
    }
  }

  func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch selected?.row {
    case .round(let row): decide(action, row, context)
    case .offer(let offer): answer(action, offer, context)
    case nil: nil
    }
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
