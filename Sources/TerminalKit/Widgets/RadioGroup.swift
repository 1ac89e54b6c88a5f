/// Several options of which exactly one is chosen, one below the other.
public struct RadioGroup: Hashable, Sendable {
  /// The options from top to bottom.
  public var options: [String]
  /// Which one is chosen, counted from 0.
  public private(set) var selected: Int

  /// Makes a group; a choice outside the options becomes the first or last.
  public init(_ options: [String], selected: Int = 0) {
    self.options = options
    self.selected = max(0, min(selected, options.count - 1))
  }

  /// Chooses an option; one outside becomes the first or last.
  public mutating func select(_ index: Int) {
    selected = max(0, min(index, options.count - 1))
  }

  /// Moves the choice for up, down, Home and End.
  ///
  /// - Returns: Whether the choice moved or could have: at the ends up and down are not taken,
  ///   so that they lead to the fields before and after.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up where selected > 0: select(selected - 1)
    case .down where selected + 1 < options.count: select(selected + 1)
    case .home: select(0)
    case .end: select(options.count - 1)
    default: return false
    }
    return true
  }

  /// Draws the options into a rectangle, scrolled so that the chosen one is visible.
  public func render(
    into frame: inout Frame, rect: Rect, focused: Bool, glyphs: Glyphs = .unicode,
    role: StyleRole = .plain
  ) {
    let list = ListScroll(count: options.count, selected: selected)
    for (line, index) in list.visible(height: rect.rows).enumerated() {
      let sign = index == selected ? glyphs.radioOn : glyphs.radioOff
      renderChoice(
        sign + " " + options[index], into: &frame, rect: rect.rowRect(line),
        focused: focused && index == selected, ellipsis: glyphs.ellipsis, role: role)
    }
  }
}
