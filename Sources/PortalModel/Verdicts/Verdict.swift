/// Why the token service answered as it did: every check in its order, and for a refusal what would
/// change it. Made while answering; nothing works a reason out again afterwards.
public struct Verdict: Hashable, Codable, Sendable {
  /// The checks in the order in which the service makes them. Those after a failed one are not
  /// reached.
  public var checks: [Check]
  /// What would turn the failed check, the shortest way first; empty where nothing failed or no
  /// change of the portal would help.
  public var repairs: [Repair]

  /// Makes a verdict.
  public init(checks: [Check] = [], repairs: [Repair] = []) {
    self.checks = checks
    self.repairs = repairs
  }

  /// The check that failed, if one did.
  public var failure: Check? { checks.first { $0.outcome == .failed } }
}

/// One thing that the service looked at.
public struct Check: Hashable, Codable, Sendable {
  /// The row of `token-exchange.md`, such as `X14`.
  public var id: CheckIdentifier
  /// How it came out.
  public var outcome: Outcome
  /// What was found; `nil` where it was not reached.
  public var found: Finding?

  /// How a check came out.
  public enum Outcome: String, Codable, Sendable {
    /// Nothing to object to.
    case passed
    /// The request was refused here.
    case failed
    /// An earlier check failed.
    case notReached = "not_reached"
  }

  /// Makes a check.
  public init(id: CheckIdentifier, outcome: Outcome, found: Finding?) {
    self.id = id
    self.outcome = outcome
    self.found = found
  }
}

/// The checks by the ids of the reference page `token-exchange.md`.
public enum CheckIdentifier: String, CaseIterable, Codable, Sendable {
  /// §2: the method is POST.
  case method = "E1"
  /// §2: the body is form-encoded.
  case contentType = "E2"
  /// §2: `grant_type` is there.
  case grantType = "E5"
  /// §2: `grant_type` is known.
  case knownGrantType = "E6"
  /// §2: no parameter is sent twice.
  case duplicates = "E9"
  /// §3: the client is known, enabled, and proves itself. The finding tells C1 to C10 apart.
  case client = "E7"
  /// §4.2: a subject token was sent at all. A deliberate difference: see §19 item 4.
  case subjectTokenPresent = "X0"
  /// §4: the subject token is of this issuer.
  case issuer = "X1"
  /// §4: a `jwt` subject token can be parsed.
  case parseable = "X2"
  /// §4: the subject token type is the access token's.
  case subjectTokenType = "X3"
  /// §4.1: the subject token verifies. The finding tells X4a to X4k apart.
  case subjectToken = "X4"
  /// §9: no `requested_subject`.
  case requestedSubject = "X5"
  /// §9: no `requested_issuer`.
  case requestedIssuer = "X6"
  /// §6: the requested token type is supported.
  case requestedTokenType = "X7"
  /// §4: every audience is a client.
  case audience = "X8"
  /// §4: the target needs no consent.
  case consent = "X9"
  /// §4: the target is enabled.
  case targetEnabled = "X10"
  /// §4: a public requester that is its own target holds the token.
  case selfHolder = "X11"
  /// §4: a confidential requester that is its own target is in the token's audience.
  case selfAudience = "X12"
  /// §4: a public requester holds the token.
  case holder = "X13"
  /// §5: the requester is permitted by the target.
  case permission = "X14"
  /// Sign-in, before any exchange: the client can be signed in to (invented id).
  case signInClient = "L1"
  /// Sign-in: the identity may sign in (invented id).
  case signInIdentity = "L2"
  /// Sign-in: the identity has the roles that the application requires (portal page "Roles";
  /// invented id).
  case signInRoles = "L3"
}

/// What would turn a failed check: commands for the portal, and who may give them.
public struct Repair: Hashable, Codable, Sendable {
  /// The steps in order.
  public var steps: [Step]
  /// What the request itself must have otherwise, where no command helps.
  public var request: RequestChange?

  /// One command of a repair.
  public struct Step: Hashable, Codable, Sendable {
    /// What is to be done.
    public var command: PortalCommand
    /// An identity that may do it.
    public var by: IdentityIdentifier
    /// Everybody who may do it; `nil` where anybody may.
    public var managers: Managers?

    /// Makes a step.
    public init(command: PortalCommand, by: IdentityIdentifier, managers: Managers?) {
      self.command = command
      self.by = by
      self.managers = managers
    }
  }

  /// Another request that would pass the failed check.
  public enum RequestChange: Hashable, Codable, Sendable {
    /// Set these parameters to these values, in place of any they have.
    case set([Parameter])
    /// Leave these parameters out.
    case remove([String])
    /// Send each parameter once only.
    case sendOnce([String])
    /// POST a form: the method or content type is another.
    case postForm
    /// Authenticate with the client's present secret.
    case authenticate(ApplicationIdentifier)
    /// Let this client, which holds the token, make the request.
    case callAs(ApplicationIdentifier)
    /// Sign the user in again to this client and send the access token got thereby.
    case signInAgain(IdentityIdentifier?, to: ApplicationIdentifier?)
  }

  /// A form parameter.
  public struct Parameter: Hashable, Codable, Sendable {
    /// Its name.
    public var name: String
    /// Its value, not encoded.
    public var value: String

    /// Makes a parameter.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes a repair.
  public init(steps: [Step], request: RequestChange? = nil) {
    self.steps = steps
    self.request = request
  }
}
