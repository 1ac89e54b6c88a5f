import PortalModel
import Synchronization

/// The `Date` of replies (RFC 9110 §5.6.7), written once a second.
final class DateText: Sendable {
  private let last = Mutex<(second: Int64, text: String)>((.min, ""))

  /// The text of an instant.
  func text(of instant: Instant) -> String {
    let second = instant.seconds
    return last.withLock { last in
      if last.second != second { last = (second, Self.written(instant)) }
      return last.text
    }
  }

  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func written(_ instant: Instant) -> String {
    let parts = instant.parts
    // The first day of all was a Thursday.
    let day = (instant.seconds - (parts.hour * 60 + parts.minute) * 60 - parts.second) / 86_400
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(days[Int((day % 7 + 7) % 7)]), \(two(parts.day)) \(months[Int(parts.month) - 1]) "
      + "\(parts.year) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) GMT"
  }
}
