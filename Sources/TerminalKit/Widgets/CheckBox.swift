/// Something that is on or off, with a label.
public struct CheckBox: Hashable, Sendable {
  /// What it is about.
  public var label: String
  /// Whether it is on.
  public var isOn: Bool

  /// Makes a check box.
  public init(_ label: String, isOn: Bool = false) {
    self.label = label
    self.isOn = isOn
  }

  /// Turns it over for the space bar; Enter is left to the form.
  public mutating func handle(_ key: Key) -> Bool {
    guard key == .character(" ") else { return false }
    isOn.toggle()
    return true
  }

  /// Draws box and label into the first row of a rectangle; the cursor goes there if focused.
  public func render(
    into frame: inout Frame, rect: Rect, focused: Bool, glyphs: Glyphs = .unicode,
    role: StyleRole = .plain
  ) {
    renderChoice(
      (isOn ? glyphs.checked : glyphs.unchecked) + " " + label, into: &frame,
      rect: rect.rowRect(0), focused: focused, ellipsis: glyphs.ellipsis, role: role)
  }
}

/// Draws one choice of a form: cut to its row, filled and under the cursor if focused.
func renderChoice(
  _ text: String, into frame: inout Frame, rect: Rect, focused: Bool, ellipsis: String,
  role: StyleRole
) {
  guard !rect.isEmpty else { return }
  let shown = focused ? StyleRole.focus : role
  frame.fill(rect, role: shown)
  frame.write(
    TerminalText.truncated(text, to: rect.columns, ellipsis: ellipsis), at: rect.origin,
    role: shown)
  if focused { frame.cursor = rect.origin }
}
