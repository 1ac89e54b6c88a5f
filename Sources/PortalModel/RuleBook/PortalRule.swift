/// One rule that the portal or its token service keeps, in a sentence, and where it comes from.
///
/// The rules themselves stand in `decide` and in the token service. This is the list of them: what
/// `Docs/fidelity.md` is made from, and what the tables of tests have one row for each of.
public struct PortalRule: Hashable, Sendable {
  /// The word by which pages and tests know the rule, such as `application-name`.
  public var id: String
  /// What it is about.
  public var area: Area
  /// The rule.
  public var sentence: String
  /// Where it comes from.
  public var source: Source

  /// What a rule is about.
  public enum Area: String, CaseIterable, Sendable {
    /// Applications, and who manages them.
    case applications = "Applications"
    /// Ownership, transfers and leaving.
    case ownership = "Ownership"
    /// OIDC and SAML registrations, and the service's own settings.
    case registrations = "Registrations"
    /// The metadata of SAML providers, as it is read.
    case metadata = "SAML metadata"
    /// Roles, and who is given them.
    case roles = "Roles"
    /// Identities and groups.
    case people = "People and groups"
    /// Exchange permissions.
    case exchange = "Exchange permissions"
    /// Scenarios.
    case scenarios = "Scenarios"
    /// What the token service does with all of it.
    case tokens = "Tokens"
  }

  /// Where a rule comes from.
  public enum Source: Hashable, Sendable {
    /// A page of CERN's documentation says so; its title.
    case page(String)
    /// Read off screenshots of the portal that its users published.
    case screenshots
    /// CERN's public code does it, the service that drives Keycloak for the portal.
    case code
    /// Users of the portal tell so in public.
    case users
    /// Keycloak, which the single sign-on is, does it.
    case keycloak
    /// A public text (RFC) says so; its name.
    case standard(String)
    /// Not said anywhere; follows from something that is.
    case inferred(String)
    /// Nothing public says it; this program had to make it up.
    case invented

    /// One word for it.
    public var word: String {
      switch self {
      case .page, .standard: "documented"
      case .screenshots, .users: "seen"
      case .code, .keycloak: "code"
      case .inferred: "inferred"
      case .invented: "invented"
      }
    }

    /// The word, and what it rests on.
    public var words: String {
      switch self {
      case .page(let title): "documented: CERN's page \"\(title)\""
      case .standard(let name): "documented: \(name)"
      case .screenshots: "seen on published screenshots"
      case .users: "seen by users who told"
      case .code: "code: CERN's public adapter"
      case .keycloak: "code: Keycloak"
      case .inferred(let ground): "inferred from \(ground)"
      case .invented: "invented"
      }
    }
  }

  init(_ id: String, _ area: Area, _ sentence: String, _ source: Source) {
    self.id = id
    self.area = area
    self.sentence = sentence
    self.source = source
  }

  /// All rules, area by area.
  public static let all =
    applications + ownership + registrations + settings + metadata + roles + people + groups
    + exchange
    + scenarios + tokens
}

extension PortalRule.Source {
  static let adding = page("Adding an application")
  static let scheme = page("Permission scheme")
  static let rolePage = page("Role-based permissions")
  static let exchangePage = page("Token Exchange")
  static let requests = page("Token requests")
  static let access = page("API Access")
  static let model = page("Data model")
  static let lifeCycle = page("Account life cycle")
  static let oidc = page("OpenID Connect configuration")
  static let limits = page("Time limits")
}
