import PortalModel

extension Instant {
  /// The time of day in UTC, such as `10:15:00`.
  public var clockTime: String { String(rfc3339.dropFirst(11).prefix(8)) }

  /// The date in UTC, such as `2026-11-22`.
  public var date: String { String(rfc3339.prefix(10)) }

  /// Date and time of day in UTC, such as `2026-11-22 10:15:00`.
  public var dateAndTime: String { "\(date) \(clockTime)" }

  /// The distance from another instant: `3 d ago`, `in 4 min`, `now`.
  public func relative(to now: Instant) -> String {
    let seconds = self.seconds - now.seconds
    if seconds == 0 { return "now" }
    let length = durationText(seconds: seconds)
    return seconds < 0 ? "\(length) ago" : "in \(length)"
  }
}

/// A length of time in its largest whole unit, such as `19 min`; the sign does not count.
public func durationText(seconds: Int64) -> String {
  let length = seconds.magnitude
  switch length {
  case ..<60: return "\(length) s"
  case ..<3600: return "\(length / 60) min"
  case ..<86_400: return "\(length / 3600) h"
  case ..<(730 * 86_400): return "\(length / 86_400) d"
  default: return "\(length / (365 * 86_400)) y"
  }
}
