/// A no in words: what happened, which rule says so, and what to do next.
public struct Explanation: Hashable, Encodable, Sendable {
  /// What happened.
  public var what: String
  /// Which rule says so, and where the rule comes from.
  public var why: String
  /// What to do next, and who can.
  public var next: String
  /// Two texts that should be the same, one above the other.
  public var comparison: Comparison?

  /// Makes an explanation.
  public init(what: String, why: String, next: String, comparison: Comparison? = nil) {
    self.what = what
    self.why = why
    self.next = next
    self.comparison = comparison
  }

  /// All three, in order.
  public var sentences: [String] { [what, why, next] }

  /// The sentences, each on a line of its own, with what is compared after the first.
  public var lines: [String] { [what] + (comparison?.lines ?? []) + [why, next] }
}

/// Where a rule comes from, as explanations quote it.
enum Source {
  static let adding = "(CERN's page \"Add an Application\")"
  static let scheme = "(CERN's page \"Permission scheme\")"
  static let roles = "(CERN's page \"Role-based permissions\")"
  static let form = "(the portal's registration form)"
  static let exchange = "(CERN's page \"Token Exchange\")"
  static let life = "(CERN's pages on resources and the account life cycle)"
  static let accounts = "(CERN's page \"Account life cycle\")"
  static let questions = "(CERN's page \"Frequently asked questions\")"
  static let invented = "(invented: the real portal's rule is not public)"
  static let simulator = "(a rule of this simulator)"
}

/// Lists words: `a`, `a and b`, `a, b and c`.
func listed(_ words: [String], joint: String = "and") -> String {
  guard let last = words.last else { return "none" }
  guard words.count > 1 else { return last }
  return words.dropLast().joined(separator: ", ") + " \(joint) " + last
}

/// A text in quotation marks.
func quoted(_ text: String) -> String { "\"\(text)\"" }

/// A count with its noun.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
