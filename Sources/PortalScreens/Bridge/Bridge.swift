/// What an action is in the real portal: the page, the button, and the request it stands for.
///
/// From portal.md §3, §4 and §7. Names in braces stand for what is under the cursor.
struct Bridge: Hashable, Sendable {
  /// How well the page and its button are known.
  enum Evidence: Hashable, Sendable {
    /// CERN's documentation says so.
    case documented
    /// Read off screenshots that users of the portal published.
    case seen
    /// CERN's own public code has it.
    case code
    /// Not public, but something documented or seen suggests it.
    case inferred
    /// Nothing public says it; this program had to make it up.
    case invented

    /// The one word for it.
    var word: String {
      switch self {
      case .documented: "documented"
      case .seen: "seen"
      case .code: "code"
      case .inferred: "inferred"
      case .invented: "invented"
      }
    }

    var words: String {
      switch self {
      case .documented: "documented by CERN"
      case .seen: "seen on published screenshots"
      case .code: "in CERN's public code"
      case .inferred: "inferred: not public, but likely"
      case .invented: "not public: invented here"
      }
    }
  }

  /// A request, and how well it is known.
  struct Request: Hashable, Sendable {
    var text: String
    var evidence: RequestEvidence

    /// A page of CERN's documentation gives it.
    static func documented(_ text: String) -> Request { Request(text, .documented(.page)) }
    /// CERN's public adapter, behind the portal, serves it.
    static func code(_ text: String) -> Request { Request(text, .documented(.adapter)) }
    /// Programs of the portal's users send it.
    static func used(_ text: String) -> Request { Request(text, .documented(.users)) }
    /// Made like requests that are known; nobody has shown it.
    static func inferred(_ text: String) -> Request { Request(text, .inferred) }
    /// Nothing public is like it.
    static func invented(_ text: String) -> Request { Request(text, .invented) }

    private init(_ text: String, _ evidence: RequestEvidence) {
      self.text = text
      self.evidence = evidence
    }
  }

  /// How well a request is known.
  enum RequestEvidence: Hashable, Sendable {
    case documented(Place)
    case inferred
    case invented

    /// Where a request is documented.
    enum Place: Hashable, Sendable { case page, adapter, users }

    var word: String {
      switch self {
      case .documented: "documented"
      case .inferred: "inferred"
      case .invented: "invented"
      }
    }

    var words: String {
      switch self {
      case .documented(.page): "documented by CERN"
      case .documented(.adapter): "documented by CERN's public code behind the portal"
      case .documented(.users): "documented by its users' public code"
      case .inferred: "inferred from requests like it"
      case .invented: "invented"
      }
    }
  }

  /// The page, and the button on it.
  var page: String
  var button: String
  /// The request, or `nil` where none is known.
  var request: Request?
  var evidence: Evidence

  init(_ page: String, _ button: String, _ request: Request? = nil, _ evidence: Evidence) {
    self.page = page
    self.button = button
    self.request = request
    self.evidence = evidence
  }

  /// What is known of each action; one that is not here is this program's own and changes nothing.
  static let table: [ActionID: Bridge] = [
    applications, registrations, roles, exchange, people, ownership, own,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}
