/// Something worth knowing about a granted exchange.
public enum TokenNote: Hashable, Codable, Sendable {
  /// A public client sent a secret, which was not looked at (C8).
  case secretIgnored(ApplicationIdentifier)
  /// No audience was sent, so that the target became the requester itself (§4).
  case audienceDefaulted(ApplicationIdentifier)
  /// These audiences were checked and then not used (§4, §19 item 8).
  case audiencesUnused([ApplicationIdentifier])
  /// These scopes were asked for or held, and are not in the new token (§10).
  case scopesDropped([String])
  /// A refresh of this token will lose the target again: exchange again instead (§12).
  case refreshLosesAudience(ApplicationIdentifier)
  /// A refresh token was wanted; the requester's "use refresh tokens" is off, or the subject has no
  /// session (§6).
  case refreshTokenWithheld
  /// The user lacks roles that the target requires at sign-in; an exchange does not ask for them
  /// (`portal.md` §5.3, invented).
  case requiredRolesMissing([RoleFinding])
  /// The user has no role of the target, so that the token says who they are and nothing that they may do.
  case noRole(of: ApplicationIdentifier, IdentityIdentifier)
  /// The token is for the requester itself and does not name it in `aud` (§8.1).
  case audienceMissing(ApplicationIdentifier)
  /// "Full scope allowed" is on: the roles of other applications are in the token too (§8.3).
  case fullScope(ApplicationIdentifier)
  /// The session ends before the token's usual lifetime does (§7).
  case cutBySession(expires: Instant)
}

/// What became of one scope (§10).
public struct ScopeFate: Hashable, Encodable, Sendable {
  /// The scope.
  public var name: String
  /// Whether the subject token has it.
  public var isHeld: Bool
  /// Whether it was asked for; `nil` where the request named no scopes, which asks for those of the
  /// subject token.
  public var isAsked: Bool?
  /// What the target makes of it.
  public var offer: Offer
  /// Whether the new token has it.
  public var isGranted: Bool

  /// What a client makes of a scope.
  public enum Offer: String, Encodable, Sendable {
    /// It is in each of its tokens.
    case always = "default"
    /// It is there for whom holds it and asks for it.
    case optional
    /// It is no scope of this client.
    case none
  }

  /// Makes a fate.
  public init(name: String, isHeld: Bool, isAsked: Bool?, offer: Offer, isGranted: Bool) {
    self.name = name
    self.isHeld = isHeld
    self.isAsked = isAsked
    self.offer = offer
    self.isGranted = isGranted
  }
}
