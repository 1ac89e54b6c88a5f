/// How sure the service is of who a person is, by the way they signed in: six stops from least to most.
///
/// The portal's slider has exactly these six; the names of stops 1 to 3 are invented.
public enum LevelOfAssurance: Int, CaseIterable, Comparable, Sendable {
  /// "Any (no restrictions)".
  case any
  /// A social account (invented stop).
  case social
  /// A guest account (invented stop).
  case guest
  /// An eduGAIN institute without Sirtfi (invented stop).
  case edugain
  /// "EduGain with SIRTIFI" (the portal's own spelling), where an untouched form stands.
  case edugainSirtfi
  /// "CERN (highest)".
  case cern

  /// The word used in scenarios, on the command line and in JSON.
  public var word: String {
    switch self {
    case .any: "any"
    case .social: "social"
    case .guest: "guest"
    case .edugain: "edugain"
    case .edugainSirtfi: "edugain-sirtfi"
    case .cern: "cern"
    }
  }

  /// The label beside the portal's slider.
  public var label: String {
    switch self {
    case .any: "Any (no restrictions)"
    case .social: "Social account"
    case .guest: "Guest account"
    case .edugain: "EduGain"
    case .edugainSirtfi: "EduGain with SIRTIFI"
    case .cern: "CERN (highest)"
    }
  }

  /// Reads the word that ``word`` writes.
  public init?(word: String) {
    guard let level = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = level
  }

  /// Orders from least to most sure.
  public static func < (left: LevelOfAssurance, right: LevelOfAssurance) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension LevelOfAssurance: Codable {
  /// Reads the word.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let level = LevelOfAssurance(word: word) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "unknown level of assurance '\(word)'")
    }
    self = level
  }

  /// Writes the word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(word)
  }
}

/// How a person signed in: what their login proves, which decides the roles they are given.
public struct SignIn: Hashable, Codable, Sendable {
  /// The login's level of assurance.
  public var level: LevelOfAssurance
  /// Whether a second factor was used.
  public var multifactor: Bool

  /// Makes a sign-in.
  public init(level: LevelOfAssurance, multifactor: Bool) {
    self.level = level
    self.multifactor = multifactor
  }
}
