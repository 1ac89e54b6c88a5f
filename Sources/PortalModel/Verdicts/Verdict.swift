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
    /// Send the browser through the sign-in of this client again, and use the new code with the
    /// request as it should be.
    case restartSignIn(ApplicationIdentifier)
    /// Start the device's sign-in again, and use the new device code.
    case restartDevice(ApplicationIdentifier)
    /// Exchange the token toward this application first, and send the new one.
    case exchangeToken(toward: ApplicationIdentifier)
    /// Send the token that the service issued, in a header `Authorization: Bearer`.
    case sendBearer
    /// Let the user approve on the device page, and ask again.
    case approveDevice
    /// Ask again after this many seconds.
    case wait(seconds: Int)
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
