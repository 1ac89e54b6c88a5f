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

/// Every key that works here, filtered from the first letter typed; ⏎ runs the action.
struct HelpDialog: Hashable, Sendable {
  var contexts: [ActionContext]
  var editor = LineEditor(limit: 40)
  var scroll: ListScroll

  init(contexts: [ActionContext]) {
    self.contexts = contexts
    scroll = ListScroll()
    scroll.setCount(rows.count)
  }

  /// The rows that fit what was typed: every word in label, key or sentence.
  var rows: [ActionSpec] {
    let words = editor.text.lowercased().split(separator: " ")
    return ActionSpec.rows(in: contexts).filter { row in
      let text = (row.keys.map(\.name) + [row.label, row.summary]).joined(separator: " ")
        .lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  var selected: ActionSpec? {
    let rows = self.rows
    return scroll.selection.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  mutating func handle(_ key: Key, height: Int) -> (steps: [Step], run: ActionID?) {
    switch key {
    case .escape: return ([.close], nil)
    case .enter:
      guard let selected else { return ([.note("No key fits what was typed")], nil) }
      return ([.close], selected.id)
    case .up, .down, .pageUp, .pageDown:
      _ = scroll.handle(key, height: height)
    default:
      guard editor.handle(key) else {
        return ([.note("Type to filter, ↑ ↓ choose, ⏎ runs it, Esc closes")], nil)
      }
      scroll = ListScroll(count: rows.count)
    }
    return ([], nil)
  }
}
