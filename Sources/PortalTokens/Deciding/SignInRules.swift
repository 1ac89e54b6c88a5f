import PortalModel

/// The checks of a sign-in (portal pages "Roles" and "Role-based permissions"; ids invented).
struct SignInRules {
  var identity: IdentityIdentifier
  var signIn: SignIn
  var facts: any TokenFacts

  /// The rows in their order.
  static let order: [CheckIdentifier] = [.signInClient, .signInIdentity, .signInRoles]

  /// What a sign-in that passes leads to.
  struct Permit {
    var client: Client
    var identity: Identity
    var roles: TokenRoles
  }

  func pass(_ trail: inout Trail, _ id: ApplicationIdentifier) throws -> Permit {
    let client = try trail.check(.signInClient) { try usable(id) }
    let person = try trail.check(.signInIdentity) { try known(client) }
    let roles = try trail.check(.signInRoles) { try given(client) }
    return Permit(client: client, identity: person, roles: roles)
  }

  /// L1: the application is a client, enabled and not blocked.
  private func usable(_ id: ApplicationIdentifier) throws -> Ruling<Client> {
    let repairs = Repairs(facts: facts)
    switch try ClientLookup(id.text, facts: facts) {
    case .unknown: return .refused(.clientUnknown(id.text), .invalidClient, [])
    case .notRegistered(let application):
      return .refused(.notRegistered(id), .invalidClient, try repairs.registering(application))
    case .client(let client):
      guard client.isEnabled else {
        return .refused(
          .clientDisabled(id, blocked: client.application.blocked), .invalidClient,
          try repairs.enabling(client))
      }
      return .passed(client, .client(id, client.registration.kind))
    }
  }

  /// L2: the identity exists, is enabled, and is not an application's own, which no login page knows.
  private func known(_ client: Client) throws -> Ruling<Identity> {
    guard let person = try facts.identity(identity), person.kind != .application else {
      return .refused(.identity(identity, disabled: false), .invalidClient, [])
    }
    guard person.enabled else {
      return .refused(
        .identity(identity, disabled: true), .invalidClient,
        Repairs(facts: facts).enabling(identity, by: client.application.owner))
    }
    return .passed(person, .identity(identity, disabled: false))
  }

  /// L3: every required role is given (that all of them must be is invented).
  func given(
    _ client: Client, refusedAs reply: Reply = .invalidClient
  ) throws -> Ruling<TokenRoles> {
    let roles = try TokenRoles(of: identity, signedIn: signIn, target: client, facts: facts)
    let missing = try roles.missing(in: client.id, facts: facts)
    guard !missing.isEmpty else { return .passed(roles, .fine) }
    return .refused(
      .requiredRolesMissing(missing), reply,
      try RoleRepairs(facts: facts, client: client, identity: identity, signIn: signIn)
        .giving(missing))
  }
}

/// What a page tells somebody who is not signed in.
enum SignInProblem {
  /// L2: no such login.
  case unknown
  /// L2: the account is disabled.
  case disabled
  /// L1 and L3: the application is none of theirs.
  case noAccess

  /// Reads it off the check that failed.
  init(_ failure: Check?) {
    guard failure?.id == .signInIdentity, case .identity(_, let isDisabled) = failure?.found else {
      self = .noAccess
      return
    }
    self = isDisabled ? .disabled : .unknown
  }

  /// Keycloak's words on its pages.
  var words: String {
    switch self {
    case .unknown: "Invalid username or password."
    case .disabled: "Account is disabled, contact your administrator."
    // Invented: what CERN's page says to a user without a required role is not public.
    case .noAccess: "You are not authorized to access this application."
    }
  }
}
