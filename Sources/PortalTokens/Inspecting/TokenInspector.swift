import PortalModel

/// Looks at a pasted token and gives three verdicts apart: whether it decodes, whether its signature
/// is good, and whether one application would accept what it says (R61).
public struct TokenInspector: Sendable {
  let realm: Realm
  let keys: RealmKeys

  /// Makes an inspector.
  public init(realm: Realm = Realm(), keys: RealmKeys) {
    self.realm = realm
    self.keys = keys
  }

  /// Inspects a token.
  ///
  /// Quotes, blanks and line breaks that came along with it, and a `Bearer` in front, do not matter.
  ///
  /// - Parameters:
  ///   - text: The token as it was pasted.
  ///   - application: Who should accept it; `nil` to leave that question out.
  ///   - now: When.
  public func inspect(
    _ text: String, for application: ApplicationIdentifier? = nil, at now: Instant
  ) -> TokenInspection {
    let compact = Self.cleaned(text)
    guard let token = CompactToken(compact) else {
      return TokenInspection(decoding: .tokenMalformed)
    }
    let signature = keys.signatureProblem(of: token).map { Finding.tokenSignature($0) }
    let judged = application.map { acceptance(token, by: $0, at: now) }
    return TokenInspection(
      token: Self.view(of: token, compact: compact), decoding: .fine, signature: signature ?? .fine,
      acceptance: judged?.found, acceptanceCheck: judged?.id ?? .resourceType)
  }

  private static func cleaned(_ text: String) -> String {
    var plain = text.filter { !$0.isWhitespace && !"\"'`,;".contains($0) }
    if plain.lowercased().hasPrefix("authorization:") { plain.removeFirst(14) }
    // No token begins so: its first byte would have to be a header's, and that is `{`.
    if plain.lowercased().hasPrefix("bearer") { plain.removeFirst(6) }
    return plain
  }

  /// The careful API's look: an access token, of this issuer, for this application, in its time. The
  /// check at which it ended, and what it found.
  private func acceptance(
    _ token: CompactToken, by application: ApplicationIdentifier, at now: Instant
  ) -> (id: CheckIdentifier, found: Finding) {
    guard let claims = SubjectClaims(token.claims) else { return (.resourceType, .tokenMalformed) }
    guard claims.type?.lowercased() == "bearer" else {
      return (.resourceType, .tokenType(claims.type))
    }
    guard claims.issuer == realm.issuer else {
      return (.resourceIssuer, .tokenIssuer(found: claims.issuer, expected: realm.issuer))
    }
    guard claims.audience.contains(application.text) else {
      return (.resourceAudience, .audience(claims.audience, requester: application))
    }
    return (.resourceTime, SubjectRules.timeProblem(of: claims, at: now) ?? .fine)
  }
}

/// The three verdicts on a pasted token.
public struct TokenInspection: Hashable, Sendable {
  /// The token laid open, where it decodes.
  public var token: TokenView?
  /// ``Finding/fine``, or ``Finding/tokenMalformed``.
  public var decoding: Finding
  /// ``Finding/fine`` or what is wrong with the signature; `nil` where there was none to look at.
  public var signature: Finding?
  /// ``Finding/fine`` or why the application would not accept the contents, whoever signed them;
  /// `nil` where no application was named or nothing decodes.
  public var acceptance: Finding?
  /// The check of a careful API that ``acceptance`` was found at.
  public var acceptanceCheck: CheckIdentifier

  /// Makes an inspection.
  public init(
    token: TokenView? = nil, decoding: Finding, signature: Finding? = nil,
    acceptance: Finding? = nil, acceptanceCheck: CheckIdentifier = .resourceType
  ) {
    self.token = token
    self.decoding = decoding
    self.signature = signature
    self.acceptance = acceptance
    self.acceptanceCheck = acceptanceCheck
  }

  /// Whether an application that checks everything would take the token.
  public var isAccepted: Bool {
    decoding == .fine && signature == .fine && acceptance == .fine
  }
}
