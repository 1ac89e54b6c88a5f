extension ColorIndex {
  /// The colour that a terminal of so many colours has for this one.
  ///
  /// The hue is kept rather than the distance: the nearest of sixteen to a pale blue would be
  /// grey, and the meaning would be gone.
  ///
  /// - Parameter colours: 256 or more keeps the colour, 16 or more gives 0 to 15, fewer give
  ///   0 to 7.
  public func reduced(to colours: Int) -> ColorIndex {
    let available = colours >= 256 ? 256 : colours >= 16 ? 16 : 8
    if Int(rawValue) < available { return self }
    if rawValue < 16 { return ColorIndex(rawValue: rawValue - 8) }
    let (red, green, blue) = components
    let strongest = max(red, green, blue)
    if isGrey {
      let sixteen: UInt8 = strongest < 64 ? 0 : strongest < 150 ? 8 : strongest < 210 ? 7 : 15
      return ColorIndex(rawValue: sixteen).reduced(to: available)
    }
    let threshold = strongest * 65 / 100
    let hue =
      (red > threshold ? 1 : 0) + (green > threshold ? 2 : 0) + (blue > threshold ? 4 : 0)
    return ColorIndex(rawValue: UInt8(hue + (available == 16 && strongest >= 224 ? 8 : 0)))
  }

  /// Whether the colour has no hue to speak of.
  var isGrey: Bool {
    let (red, green, blue) = components
    return max(red, green, blue) - min(red, green, blue) < 32
  }

  /// Red, green and blue, 0 to 255, by xterm's formula for the cube and the greys.
  var components: (red: Int, green: Int, blue: Int) {
    let value = Int(rawValue)
    switch value {
    case 8: return (128, 128, 128)
    case 0..<16:
      let level = value < 8 ? 192 : 255
      return ((value & 1) * level, (value >> 1 & 1) * level, (value >> 2 & 1) * level)
    case 16..<232:
      func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
      return (level((value - 16) / 36), level((value - 16) / 6 % 6), level((value - 16) % 6))
    default:
      let level = 8 + 10 * (value - 232)
      return (level, level, level)
    }
  }
}

extension Style {
  /// The style as a terminal of so many colours, 8 at least, can show it.
  ///
  /// Eight colours have one grey, which may be the terminal's own ground: there greys become
  /// the terminal's own colour, dimmed, and a grey ground becomes reverse video.
  func reduced(to colours: Int) -> Style {
    var result = self
    if colours >= 256 { return result }
    if colours < 16, let background, background.isGrey, background.rawValue > 15 {
      return Style(bold: bold, underline: underline, reverse: true)
    }
    if colours < 16, background == nil, let foreground, foreground.isGrey {
      result.foreground = nil
      result.dim = true
      return result
    }
    result.foreground = foreground?.reduced(to: colours)
    result.background = background?.reduced(to: colours)
    return result
  }
}
