/// Finds what matters in a sequence that fails.
public enum Shrinking {
  /// The shortest sequence that still fails and is left when nothing more can be taken out of one:
  /// first large parts are tried, then smaller ones, at last single elements.
  ///
  /// - Parameter fails: Whether a sequence fails; it must for the whole.
  public static func shortest<Element>(
    of whole: [Element], fails: ([Element]) throws -> Bool
  ) rethrows -> [Element] {
    var kept = whole
    var size = max(1, kept.count / 2)
    while true {
      var start = 0
      var isShorter = false
      while start < kept.count {
        let tried = Array(kept[..<start] + kept[min(start + size, kept.count)...])
        if try fails(tried) {
          kept = tried
          isShorter = true
        } else {
          start += size
        }
      }
      if size == 1, !isShorter { return kept }
      if !isShorter || size > kept.count { size = max(1, size / 2) }
    }
  }
}
