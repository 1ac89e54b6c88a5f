/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Integers rather than a floating-point date, so that what is stored, compared, signed and printed
/// is the same number everywhere.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
  public var milliseconds: Int64

  /// Makes the instant that lies this many milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Makes the instant that lies this many whole seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) { milliseconds = seconds * 1000 }

  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down: what JWT calls a NumericDate (RFC 7519 §2).
  public var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : -((999 - milliseconds) / 1000)
  }

  /// The instant this many seconds later; earlier when negative.
  public func advanced(seconds: Int64) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant {
  /// The parts of a calendar date and time in UTC (proleptic Gregorian).
  public struct Parts: Equatable, Sendable {
    /// The year, four digits in every instant that can be written as RFC 3339.
    public var year: Int64
    /// The month, 1 to 12.
    public var month: Int64
    /// The day of the month, 1 to 31.
    public var day: Int64
    /// The hour, 0 to 23.
    public var hour: Int64
    /// The minute, 0 to 59.
    public var minute: Int64
    /// The second, 0 to 59.
    public var second: Int64
    /// The millisecond, 0 to 999.
    public var millisecond: Int64
  }

  /// The calendar parts in UTC.
  public var parts: Parts {
    let seconds = self.seconds
    let days = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    let rest = seconds - days * 86_400
    // Days since 0000-03-01, counted in eras of 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return Parts(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1,
      hour: rest / 3600,
      minute: rest % 3600 / 60,
      second: rest % 60,
      millisecond: milliseconds - seconds * 1000)
  }

  init?(parts: Parts) {
    guard (1...12).contains(parts.month), (1...31).contains(parts.day),
      (0...23).contains(parts.hour), (0...59).contains(parts.minute),
      (0...60).contains(parts.second)
    else { return nil }
    let year = parts.month <= 2 ? parts.year - 1 : parts.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let monthFromMarch = parts.month > 2 ? parts.month - 3 : parts.month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + parts.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    // A day that the month does not have (31 April) comes out as another date.
    guard Instant(seconds: days * 86_400).parts.day == parts.day else { return nil }
    let seconds = days * 86_400 + parts.hour * 3600 + parts.minute * 60 + parts.second
    self.init(milliseconds: seconds * 1000 + parts.millisecond)
  }
}
