import TerminalKit

/// What the sequences mean that terminals send beyond their own description.
enum ControlSequence {
  /// The key of ESC [ parameters final, or nil for anything else, which is then dropped.
  static func key(_ parameters: String, final: Unicode.Scalar) -> Key? {
    let numbers = parameters.split(separator: ";").map { Int($0) }
    let modified = numbers.count > 1
    switch final {
    case "A": return .up
    case "B": return .down
    case "C": return modified ? .alt("f") : .right
    case "D": return modified ? .alt("b") : .left
    case "H": return .home
    case "F": return .end
    case "Z": return .backTab
    case "~": return numbered[(numbers.first ?? 0) ?? 0]
    default: return nil
    }
  }

  /// The key of ESC O final.
  static func singleShiftKey(_ final: Unicode.Scalar) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "M": .enter
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    default: nil
    }
  }

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The event of an SGR mouse report `button;column;row`; nil for motion and odd wheels.
  static func mouseEvent(_ report: Substring, released: Bool) -> MouseEvent? {
    let numbers = report.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    // Bits 4, 8 and 16 are Shift, Alt and Ctrl.
    switch numbers[0] & ~0b11100 {
    case 0: return MouseEvent(point: point, kind: released ? .release : .press, button: .left)
    case 1: return MouseEvent(point: point, kind: released ? .release : .press, button: .middle)
    case 2: return MouseEvent(point: point, kind: released ? .release : .press, button: .right)
    case 64: return MouseEvent(point: point, kind: .wheelUp, button: .none)
    case 65: return MouseEvent(point: point, kind: .wheelDown, button: .none)
    default: return nil
    }
  }
}

/// Turns the second of two quick presses at one cell into a double click.
struct ClickCounter {
  /// The longest time between the two presses.
  static let interval = 400

  private var last: (event: MouseEvent, time: Int)?

  mutating func counted(_ event: MouseEvent, now: Int) -> MouseEvent {
    guard event.kind == .press else { return event }
    if let last, last.event == event, now - last.time <= Self.interval {
      self.last = nil
      return MouseEvent(point: event.point, kind: .doubleClick, button: event.button)
    }
    last = (event, now)
    return event
  }
}
