extension Theme {
  /// The colours of the terminal that a theme is made for: what stands for "the terminal's own" in
  /// pictures, and what contrast is measured against.
  public struct Paper: Hashable, Sendable {
    /// Behind the characters.
    public var ground: ColorIndex
    /// The characters.
    public var ink: ColorIndex
  }

  /// The paper of the theme.
  public var paper: Paper {
    switch name {
    case Theme.light.name: Paper(ground: 231, ink: 234)
    case Theme.contrast.name: Paper(ground: 0, ink: 15)
    default: Paper(ground: 234, ink: 252)
    }
  }
}
