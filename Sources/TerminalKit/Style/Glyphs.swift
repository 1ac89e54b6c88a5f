/// The signs that stand beside words, so that no state is told by colour alone.
///
/// Every sign is one column wide in `unicode`; in `ascii` some are longer (`enter`, `arrow`,
/// `ellipsis`, check boxes), so layouts measure them.
public struct Glyphs: Hashable, Encodable, Sendable {
  /// Stands before the selected row.
  public var selectionMarker: String
  /// A permission that is granted.
  public var granted: String
  /// A permission that waits for a decision.
  public var pending: String
  /// A refusal.
  public var refused: String
  /// A check that passed.
  public var tick: String
  /// From one thing to another.
  public var arrow: String
  /// The Enter key.
  public var enter: String
  /// Between the steps of a breadcrumb.
  public var separator: String
  /// Something taken away.
  public var minus: String
  /// Something given.
  public var plus: String
  /// Between words on one line, or something that stayed as it is.
  public var middleDot: String
  /// Where text was cut.
  public var ellipsis: String
  /// A field that opens a list.
  public var dropdown: String
  /// A line across.
  public var horizontal: String
  /// A line down.
  public var vertical: String
  /// A corner of a frame.
  public var topLeft: String
  /// A corner of a frame.
  public var topRight: String
  /// A corner of a frame.
  public var bottomLeft: String
  /// A corner of a frame.
  public var bottomRight: String
  /// A check box that is on.
  public var checked: String
  /// A check box that is off.
  public var unchecked: String
  /// The chosen one of several.
  public var radioOn: String
  /// One of several that is not chosen.
  public var radioOff: String
  /// The up arrow key, or more above.
  public var up: String
  /// The down arrow key, or more below.
  public var down: String
  /// The left arrow key.
  public var left: String
  /// The right arrow key.
  public var right: String
}

extension Glyphs {
  /// Signs for terminals that show Unicode.
  public static let unicode = Glyphs(
    selectionMarker: "▸", granted: "●", pending: "◌", refused: "✕", tick: "✓", arrow: "→",
    enter: "⏎", separator: "›", minus: "−", plus: "+", middleDot: "·", ellipsis: "…",
    dropdown: "▾", horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐",
    bottomLeft: "└", bottomRight: "┘", checked: "☑", unchecked: "☐", radioOn: "◉",
    radioOff: "○", up: "↑", down: "↓", left: "←", right: "→")

  /// Signs for terminals, fonts and recordings that show ASCII only.
  public static let ascii = Glyphs(
    selectionMarker: ">", granted: "*", pending: "o", refused: "x", tick: "+", arrow: "->",
    enter: "Enter", separator: ">", minus: "-", plus: "+", middleDot: "-", ellipsis: "...",
    dropdown: "v", horizontal: "-", vertical: "|", topLeft: "+", topRight: "+",
    bottomLeft: "+", bottomRight: "+", checked: "[x]", unchecked: "[ ]", radioOn: "(*)",
    radioOff: "( )", up: "Up", down: "Down", left: "Left", right: "Right")
}
