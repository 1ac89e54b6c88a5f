import PortalModel
import TerminalKit

/// What would turn a refusal into a yes, and who can do it. The chosen way is carried out here, as the
/// people named, or shown where it is done.
struct FixDialog: Hashable, Sendable {
  var failure: Check
  var repairs: [Repair]
  var scroll: ListScroll

  init(failure: Check, repairs: [Repair]) {
    self.failure = failure
    self.repairs = repairs
    scroll = ListScroll(count: repairs.count)
  }

  var selected: Repair? {
    scroll.selection.flatMap { repairs.indices.contains($0) ? repairs[$0] : nil }
  }

  mutating func handle(_ key: Key) -> [Step] {
    switch key {
    case .escape: return [.close]
    case .enter:
      guard let selected else { return [.close] }
      guard !selected.steps.isEmpty else {
        return [.note("No change of the portal helps: the request itself must be another")]
      }
      return [.close, .deliver(.repair(selected))]
    case .character("g"):
      guard let selected, !selected.steps.isEmpty else {
        return [.note("There is no page of the portal for this: the request must be another")]
      }
      return [.close, .deliver(.goTo(selected))]
    case .character("j"): _ = scroll.handle(.down, height: 10)
    case .character("k"): _ = scroll.handle(.up, height: 10)
    default:
      guard scroll.handle(key, height: 10) else {
        return [.note("↑ ↓ choose, ⏎ does it as the people named, g takes you there, Esc closes")]
      }
    }
    return []
  }
}
