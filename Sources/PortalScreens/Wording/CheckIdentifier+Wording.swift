import PortalModel

extension CheckIdentifier {
  /// What is looked at, as a noun: `permission of the target`.
  public var title: String { words.title }

  /// Whether a pass of this check tells a person little, so that short views leave it out.
  public var isRoutine: Bool { words.isRoutine }

  /// The line of a pass about which nothing more is known.
  var plainPass: String { words.passes }

  /// What the real service answers when the check fails; `nil` where no such request is made.
  func serviceWords(for finding: Finding?) -> String? {
    self == .client ? Self.clientWords(finding) : words.answers
  }

  private static func clientWords(_ finding: Finding?) -> String {
    let text = "\"Invalid client or Invalid client credentials\""
    if case .clientProtocol = finding { return "400 invalid_client \"Wrong client protocol.\"" }
    if case .secretMissing = finding { return "401 unauthorized_client \(text)" }
    if case .secretWrong = finding { return "401 unauthorized_client \(text)" }
    if case .secretNotKept = finding { return "401 unauthorized_client \(text)" }
    return "401 invalid_client \(text)"
  }

  private var words: CheckWords {
    CheckWords.all[self]
      ?? CheckWords("check \(rawValue)", passes: "\(rawValue) holds", answers: nil)
  }
}

/// What is said of one check.
struct CheckWords {
  /// What is looked at, as a noun.
  var title: String
  /// The line of a pass about which nothing more is known.
  var passes: String
  /// What the service answers when it fails; `nil` where a page says it.
  var answers: String?
  /// Whether a pass tells a person little.
  var isRoutine: Bool

  init(_ title: String, passes: String, answers: String?, isRoutine: Bool = false) {
    self.title = title
    self.passes = passes
    self.answers = answers
    self.isRoutine = isRoutine
  }

  /// Every check's words; a test sees that none is missing.
  static let all = [exchange, signOn, grants, endpoints, standard].reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }
}
