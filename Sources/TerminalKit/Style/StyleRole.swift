/// What a cell means, never which colour it has: a `Theme` turns meanings into colours.
public enum StyleRole: UInt8, CaseIterable, Encodable, Sendable {
  /// Ordinary text.
  case plain
  /// Text of lesser weight.
  case dim
  /// The title of a screen, pane or table.
  case heading
  /// The name of a field.
  case label
  /// The person being acted as.
  case identity
  /// The selected row or the field that has the keyboard.
  case focus
  /// A selected row in a pane without the keyboard.
  case selectionInactive
  /// The name of a key in the footer and in help.
  case key
  /// A permission that is granted, a check that passed.
  case granted
  /// Something that waits for a decision.
  case pending
  /// A refusal, a check that failed.
  case refused
  /// Something to be careful about.
  case warning
  /// Something that a comparison shows as new.
  case added
  /// Something that a comparison shows as gone.
  case removed
  /// Something that a comparison shows as different.
  case changed
  /// The active section or tab.
  case accent
  /// Lines and frames.
  case border
  /// What an empty field would like to hold.
  case placeholder
  /// The part of a text that a search found.
  case match
  /// A count that asks for attention.
  case badge

  /// One ASCII character that stands for the role in `Frame.roleMask`; no two roles share one.
  public var letter: Character {
    switch self {
    case .plain: "."
    case .dim: "d"
    case .heading: "h"
    case .label: "l"
    case .identity: "i"
    case .focus: "F"
    case .selectionInactive: "s"
    case .key: "k"
    case .granted: "g"
    case .pending: "p"
    case .refused: "r"
    case .warning: "w"
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    case .accent: "a"
    case .border: "b"
    case .placeholder: "_"
    case .match: "m"
    case .badge: "B"
    }
  }
}
