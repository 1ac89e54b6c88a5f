import PortalModel

/// When something in a scenario counts as done.
///
/// Scenarios are loaded long after they are written: an age keeps "3 days ago" true at every loading.
public enum ScenarioTime: Hashable, Sendable {
  /// The moment of loading.
  case loading
  /// This many seconds before the moment of loading.
  case ago(seconds: Int64)
  /// A fixed instant.
  case instant(Instant)

  /// The units that ages are written in, with their lengths in seconds.
  static let units: [(word: String, seconds: Int64)] = [
    ("second", 1), ("minute", 60), ("hour", 3600), ("day", 86_400), ("week", 604_800),
  ]

  /// Reads `now`, an age such as `3 days ago` or an RFC 3339 instant; `nil` for anything else.
  public init?(_ text: String) {
    if text == "now" {
      self = .loading
    } else if let instant = Instant(rfc3339: text) {
      self = .instant(instant)
    } else {
      let words = text.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 3, words[2] == "ago", words[0].count <= 6,
        words[0].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(words[0]),
        let unit = Self.units.first(where: { words[1] == $0.word || words[1] == $0.word + "s" })
      else { return nil }
      self = .ago(seconds: number * unit.seconds)
    }
  }

  /// The instant, where the scenario is loaded at `now`; `nil` stands for that moment itself.
  func resolved(at now: Instant) -> Instant? {
    switch self {
    case .loading: nil
    case .ago(let seconds): now.advanced(seconds: -seconds)
    case .instant(let instant): instant
    }
  }
}
