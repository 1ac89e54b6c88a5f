extension ColorIndex {
  /// The nearest colour that a terminal of so many colours has.
  ///
  /// - Parameter colours: 256 or more keeps the colour, 16 or more gives 0 to 15, fewer give
  ///   0 to 7.
  public func reduced(to colours: Int) -> ColorIndex {
    let available = colours >= 256 ? 256 : colours >= 16 ? 16 : 8
    if Int(rawValue) < available { return self }
    if rawValue < 16 { return ColorIndex(rawValue: rawValue - 8) }
    let wanted = Self.components(rawValue)
    var best: UInt8 = 0
    var bestDistance = Int.max
    for candidate in 0..<UInt8(available) {
      let found = Self.components(candidate)
      let distance = zip(wanted, found).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      if distance < bestDistance {
        best = candidate
        bestDistance = distance
      }
    }
    return ColorIndex(rawValue: best)
  }

  /// Red, green and blue, 0 to 255, by xterm's formula for the cube and the greys.
  private static func components(_ index: UInt8) -> [Int] {
    let value = Int(index)
    switch value {
    case 0..<16:
      let level = value < 8 ? 192 : 255
      if value == 8 { return [128, 128, 128] }
      return (0..<3).map { value >> $0 & 1 == 1 ? level : 0 }
    case 16..<232:
      let cube = value - 16
      return [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    default:
      return Array(repeating: 8 + 10 * (value - 232), count: 3)
    }
  }
}
