/// What a check found: values, from which the sentences are made elsewhere.
public enum Finding: Hashable, Codable, Sendable {
  /// The check had nothing to look at, or found nothing to object to.
  case fine
  /// A method other than POST.
  case method(String)
  /// Another content type than a form's; `nil` where none was sent.
  case contentType(String?)
  /// A parameter that must be there is not.
  case parameterMissing(String)
  /// A parameter's value, as it was understood or as it is not.
  case parameter(String, value: String)
  /// A grant type that nobody knows; the known one that it was probably meant to be.
  case grantTypeUnknown(String, meant: String?)
  /// Parameters that were sent more than once.
  case duplicated([String])

  /// The client authenticated or needs not to (C8); its kind.
  case client(ApplicationIdentifier, ClientKind)
  /// No `client_id` anywhere (C1), or a Basic header that cannot be decoded (C9).
  case clientMissing(badHeader: Bool)
  /// No such client (C2).
  case clientUnknown(String)
  /// The client speaks SAML only.
  case clientProtocol(ApplicationIdentifier)
  /// The client is disabled (C3), or its application blocked.
  case clientDisabled(ApplicationIdentifier, blocked: Bool)
  /// A confidential client sent no secret (C4).
  case secretMissing(ApplicationIdentifier)
  /// A confidential client sent a wrong secret (C5).
  case secretWrong(ApplicationIdentifier)
  /// A confidential client sent a secret, and the service keeps none for it (C6).
  case secretNotKept(ApplicationIdentifier)

  /// The subject token is genuine and live.
  case subjectToken(subject: IdentityIdentifier, holder: ApplicationIdentifier, expires: Instant)
  /// It is not three base64url parts of JSON (X4a).
  case tokenMalformed
  /// Its `typ` is not an access token's (X4b).
  case tokenType(String?)
  /// Its issuer is another (X4c).
  case tokenIssuer(found: String?, expected: String)
  /// Its signature, key or algorithm is wrong (X4d).
  case tokenSignature(SignatureProblem)
  /// It has expired (X4e).
  case tokenExpired(at: Instant, now: Instant)
  /// It is not valid yet (X4e).
  case tokenNotYetValid(from: Instant, now: Instant)
  /// It was revoked (X4f).
  case tokenRevoked(jti: String)
  /// It is older than a not-before mark (X4g).
  case tokenStale(issued: Instant, notBefore: Instant)
  /// Its user is unknown or disabled (X4h).
  case tokenUser(String?, disabled: Bool)
  /// Its session is over or was never there (X4i).
  case tokenSession(String?, ended: SessionEnd)
  /// The client in `azp` is unknown or disabled (X4j).
  case tokenClient(String?, disabled: Bool)
  /// Its session knows nothing of the client in `azp` (X4k).
  case tokenClientSession(ApplicationIdentifier)

  /// The requested token type; `nil` where none was named and the default counts.
  case requestedType(String?)
  /// The target, and whether it is the requester itself. Further audiences are checked and then not
  /// used.
  case target(ApplicationIdentifier, isSelf: Bool, unused: [ApplicationIdentifier])
  /// No audience was named, so that the target is the requester itself.
  case targetDefaulted(ApplicationIdentifier)
  /// An audience that is no client; the identifiers nearest to it.
  case audienceUnknown(String, nearest: [ApplicationIdentifier])
  /// An application without OIDC registration was named as audience.
  case audienceNotRegistered(ApplicationIdentifier)
  /// The target, which needs consent or does not, is enabled or not, as the check's id says.
  case targetSetting(ApplicationIdentifier)
  /// The target is disabled because its application is blocked.
  case targetBlocked(ApplicationIdentifier)
  /// Who holds the token (`azp`), and who asks.
  case holder(ApplicationIdentifier, requester: ApplicationIdentifier)
  /// The token's audience, and who asks.
  case audience([String], requester: ApplicationIdentifier)
  /// The permission, granted or not; the step of §5 at which the look-up ended; the newest round of
  /// the direction, if there is one.
  case permission(ExchangeDirection, PermissionStep, newest: ExchangePermission?, target: Managers)
  /// The check does not apply: the target is the requester, say, or the requester is confidential.
  case notApplicable

  /// Signing in: the application has no OIDC registration.
  case notRegistered(ApplicationIdentifier)
  /// Signing in: the identity is unknown or disabled.
  case identity(IdentityIdentifier, disabled: Bool)
  /// Signing in: the required roles that the identity lacks, with what stands in the way.
  case requiredRolesMissing([RoleFinding])

  /// What a check beside the exchange found: signing on, other grants, other endpoints.
  case signOn(SignOnFinding)

  /// What is wrong with a signature.
  public enum SignatureProblem: Hashable, Codable, Sendable {
    /// The signature does not fit the contents.
    case wrong
    /// No key of this id.
    case unknownKey(String?)
    /// Another algorithm than the key's.
    case algorithm(String?)
  }

  /// Why a session does not count.
  public enum SessionEnd: String, Codable, Sendable {
    /// There is none of that id, or the token names none.
    case unknown
    /// It was logged out.
    case loggedOut = "logged_out"
    /// It was idle for too long.
    case idle
    /// It reached its maximum age.
    case expired
  }

  /// The steps of `token-exchange.md` §5, by what the portal keeps for them.
  public enum PermissionStep: String, Codable, Sendable {
    /// It is granted, but so is another, and the target's strategy is that all must agree.
    case notUnanimous = "not_unanimous"
    /// Steps 1–3: the target has never granted anybody anything.
    case resourceMissing = "resource_missing"
    /// Step 4: nobody is granted at present.
    case noPolicy = "no_policy"
    /// Step 5: others are granted, the requester is not.
    case notThisRequester = "not_this_requester"
    /// The requester is granted.
    case granted
  }
}
