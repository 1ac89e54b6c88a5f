/// A colour by its number in the terminal's palette.
///
/// 0 to 7 are the eight basic colours, 8 to 15 their bright forms, 16 to 231 a cube of
/// 6 by 6 by 6, 232 to 255 greys.
public struct ColorIndex: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The number in the palette.
  public var rawValue: UInt8

  /// Makes a colour from its number.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Makes a colour from its number.
  public init(integerLiteral value: UInt8) {
    self.init(rawValue: value)
  }
}

/// How a role looks: colours of the palette and attributes.
public struct Style: Hashable, Sendable {
  /// The colour of the characters, nil for the terminal's own.
  public var foreground: ColorIndex?
  /// The colour behind them, nil for the terminal's own.
  public var background: ColorIndex?
  /// Heavier strokes.
  public var bold: Bool
  /// A line under the characters.
  public var underline: Bool
  /// Foreground and background exchanged.
  public var reverse: Bool
  /// Weaker colour.
  public var dim: Bool

  /// Makes a style; without arguments it is the terminal's own look.
  public init(
    foreground: ColorIndex? = nil, background: ColorIndex? = nil, bold: Bool = false,
    underline: Bool = false, reverse: Bool = false, dim: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
    self.dim = dim
  }
}
