import PortalModel

/// What a request is read for.
public enum RequestPurpose: Hashable, Sendable {
  /// To decide on it.
  case details
  /// To read it as the e-mail that would have been sent.
  case mail
}

/// A request with everything that whoever decides should know.
public struct RequestDetail: Hashable, Sendable {
  /// The newest round of the direction.
  public var permission: ExchangePermission
  /// How many rounds there were before it.
  public var earlierRounds: Int
  /// The application that asks.
  public var source: Application
  /// Its registration.
  public var sourceRegistration: Registration?
  /// The application that is asked.
  public var target: Application
  /// The target's roles, each with its linked groups: what the source's users would get.
  public var targetRoles: [ApplicationDetail.RoleDetail]
  /// Whoever opened the round; `nil` where the account is gone.
  public var requester: Identity?
  /// The target's owner; `nil` where the account is gone.
  public var decider: Identity?

  /// Makes a detail.
  public init(
    permission: ExchangePermission, earlierRounds: Int, source: Application,
    sourceRegistration: Registration?, target: Application,
    targetRoles: [ApplicationDetail.RoleDetail], requester: Identity?, decider: Identity?
  ) {
    self.permission = permission
    self.earlierRounds = earlierRounds
    self.source = source
    self.sourceRegistration = sourceRegistration
    self.target = target
    self.targetRoles = targetRoles
    self.requester = requester
    self.decider = decider
  }
}
