/// What would become of a token that an exchange gave: what the service itself answers when it is asked
/// under suppositions, of which nothing is kept.
public struct Aftermath: Hashable, Encodable, Sendable {
  /// The requester refreshes the exchanged token; `nil` where there is no refresh token.
  public var refresh: Answer?
  /// The target refreshes the token that it was handed; `nil` as above, and where the target is the
  /// requester.
  public var refreshByTarget: Answer?
  /// What is left after each act.
  public var fates: [TokenFate]

  /// What the service answers.
  public struct Answer: Hashable, Encodable, Sendable {
    /// What the caller is sent.
    public var reply: Reply
    /// Why.
    public var verdict: Verdict
    /// The tokens that were issued.
    public var tokens: [TokenView]

    /// Makes an answer.
    public init(reply: Reply, verdict: Verdict, tokens: [TokenView]) {
      self.reply = reply
      self.verdict = verdict
      self.tokens = tokens
    }
  }

  /// Makes an aftermath.
  public init(refresh: Answer? = nil, refreshByTarget: Answer? = nil, fates: [TokenFate] = []) {
    self.refresh = refresh
    self.refreshByTarget = refreshByTarget
    self.fates = fates
  }
}

/// What is left of the tokens of an exchange after one act.
public struct TokenFate: Hashable, Encodable, Sendable {
  /// The act.
  public var act: Act
  /// The subject token, looked up at the service.
  public var subject: Life
  /// The exchanged access token, looked up at the service.
  public var exchanged: Life
  /// The exchanged access token at a target that checks by itself, without asking the service.
  public var offline: Life
  /// Refreshing the exchanged token.
  public var refresh: Life
  /// Exchanging the subject token once more.
  public var again: Life

  /// What somebody may do afterwards.
  public enum Act: String, CaseIterable, Encodable, Sendable {
    /// Nothing at all.
    case nothing
    /// The requester revokes the subject token.
    case revokeSubject
    /// The requester revokes the exchanged access token.
    case revokeExchanged
    /// The requester revokes the exchanged refresh token.
    case revokeRefresh
    /// The user's login is ended.
    case logOut
    /// The target revokes the permission.
    case revokePermission
    /// The user's account is disabled.
    case disableUser
    /// The target's client is disabled.
    case disableTarget
    /// The requester's client is disabled.
    case disableRequester
  }

  /// Whether something still works.
  public enum Life: Hashable, Encodable, Sendable {
    /// It does.
    case alive
    /// It is refused by this check.
    case dead(Check)
    /// There is no such token.
    case absent
  }

  /// Makes a fate.
  public init(
    act: Act, subject: Life, exchanged: Life, offline: Life, refresh: Life, again: Life
  ) {
    self.act = act
    self.subject = subject
    self.exchanged = exchanged
    self.offline = offline
    self.refresh = refresh
    self.again = again
  }
}
