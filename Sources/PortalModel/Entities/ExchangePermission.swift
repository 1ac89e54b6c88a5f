/// From which application toward which one tokens may be exchanged. Direction matters.
public struct ExchangeDirection: Hashable, Codable, Sendable {
  /// The application that exchanges its users' tokens: the requester.
  public var source: ApplicationIdentifier
  /// The application that the new tokens are for; its side decides.
  public var target: ApplicationIdentifier

  /// Makes a direction.
  public init(source: ApplicationIdentifier, target: ApplicationIdentifier) {
    self.source = source
    self.target = target
  }
}

/// One round of a token-exchange permission: from its request or direct grant to its end.
///
/// At most one round of a direction is pending or granted; asking again opens the next one. Only
/// `granted` counts for an exchange. Pending, rejected and withdrawn are the portal's own states
/// (invented as to their details; the service itself knows granted or nothing).
public struct ExchangePermission: Hashable, Codable, Sendable {
  /// From which application toward which.
  public var direction: ExchangeDirection
  /// The number of this round among those of the same direction, from 1.
  public var round: Int
  /// Where the round stands.
  public var state: State
  /// How the round began.
  public var origin: Origin
  /// Who requested or granted it.
  public var openedBy: IdentityIdentifier
  /// When it was requested or granted.
  public var openedAt: Instant
  /// The requester's words; may be empty.
  public var justification: String
  /// Who took the last decision; `nil` while pending.
  public var decidedBy: IdentityIdentifier?
  /// When the last decision was taken; `nil` while pending.
  public var decidedAt: Instant?
  /// The words of whoever rejected or revoked; may be empty.
  public var reason: String

  /// Where a round stands.
  public enum State: String, CaseIterable, Codable, Sendable {
    /// Waits for the target's side.
    case pending
    /// Tokens may be exchanged.
    case granted
    /// The target's side said no.
    case rejected
    /// The source's side took its request back.
    case withdrawn
    /// The target's side took its grant back.
    case revoked

    /// Whether another round of the direction must wait for this one to end.
    public var isLive: Bool { self == .pending || self == .granted }
  }

  /// How a round began.
  public enum Origin: String, CaseIterable, Codable, Sendable {
    /// "Request token exchange permission" by the source's side.
    case requested
    /// "Grant token exchange permission" by the target's side, without a request.
    case granted
    /// A request by somebody who may decide for the target as well: granted at once.
    case automatic
  }

  /// Makes a round.
  public init(
    direction: ExchangeDirection, round: Int, state: State, origin: Origin,
    openedBy: IdentityIdentifier, openedAt: Instant, justification: String = "",
    decidedBy: IdentityIdentifier? = nil, decidedAt: Instant? = nil, reason: String = ""
  ) {
    self.direction = direction
    self.round = round
    self.state = state
    self.origin = origin
    self.openedBy = openedBy
    self.openedAt = openedAt
    self.justification = justification
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
    self.reason = reason
  }
}
