extension Instant {
  /// The instant as RFC 3339 in UTC, for example `2026-11-22T10:15:00Z`.
  ///
  /// Milliseconds are written only where they are not zero.
  public var rfc3339: String {
    let parts = self.parts
    let date = "\(Self.digits(parts.year, 4))-\(Self.digits(parts.month))-\(Self.digits(parts.day))"
    let time =
      "\(Self.digits(parts.hour)):\(Self.digits(parts.minute)):\(Self.digits(parts.second))"
    let fraction = parts.millisecond == 0 ? "" : ".\(Self.digits(parts.millisecond, 3))"
    return "\(date)T\(time)\(fraction)Z"
  }

  /// Reads an RFC 3339 instant, with `Z` or a numeric offset; `nil` for anything else.
  public init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
      reader.take("-"), let day = reader.number(2), reader.take("T") || reader.take("t"),
      let hour = reader.number(2), reader.take(":"), let minute = reader.number(2),
      reader.take(":"), let second = reader.number(2)
    else { return nil }
    let millisecond = reader.take(".") ? reader.fraction() : 0
    guard let millisecond, let offset = reader.offsetMinutes(), reader.isAtEnd,
      let local = Instant(
        parts: Parts(
          year: year, month: month, day: day, hour: hour, minute: minute, second: second,
          millisecond: millisecond))
    else { return nil }
    self = local.advanced(seconds: -offset * 60)
    // An offset may lead out of the years that can be written again.
    guard (0...9999).contains(self.parts.year) else { return nil }
  }

  private static func digits(_ number: Int64, _ width: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension Instant: Codable {
  /// Reads the RFC 3339 form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an RFC 3339 instant")
    }
    self = instant
  }

  /// Writes the RFC 3339 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}

private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ count: Int) -> Int64? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
  }

  /// Up to nine digits after the point, as milliseconds.
  mutating func fraction() -> Int64? {
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    let three = (Array(digits) + [48, 48]).prefix(3)
    return three.reduce(0) { $0 * 10 + Int64($1 - 48) }
  }

  mutating func offsetMinutes() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64 = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(2), hours < 24, take(":"), let minutes = number(2),
      minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
