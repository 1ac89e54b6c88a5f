extension Glyphs {
  /// Every sign, in the order of their declaration.
  public var all: [String] {
    [
      selectionMarker, granted, pending, refused, tick, arrow, enter, separator, minus, plus,
      middleDot, ellipsis, dropdown, horizontal, vertical, topLeft, topRight, bottomLeft,
      bottomRight, checked, unchecked, radioOn, radioOff, up, down, left, right,
    ]
  }
}
