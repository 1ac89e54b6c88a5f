import PortalModel

/// What introspection says of an active token (§13).
///
/// From Keycloak 23 on the claims are computed again: what the token itself fixes is taken from it, and
/// what mappers put into tokens is made anew by those of its holder (`azp`), by the roles that the user
/// has now. So the introspection of an exchanged token shows the requester's view, not the target's.
/// Which claims are taken over is as in Keycloak's `AccessTokenIntrospectionProvider`.
struct IntrospectionBody {
  /// The token's claims as they stand in it.
  var members: [JSONValue.Member]
  var claims: SubjectClaims

  /// Claims that belong to the token and not to its user.
  private static let kept: Set<String> = [
    "exp", "iat", "nbf", "auth_time", "jti", "iss", "aud", "sub", "typ", "azp", "nonce", "sid",
    "scope",
  ]

  init?(_ compact: String?, _ claims: SubjectClaims) {
    guard case .object(let members)? = compact.flatMap({ CompactToken($0) })?.claims else {
      return nil
    }
    self.members = members
    self.claims = claims
  }

  /// The body for an access token.
  func recomputed(_ subject: Subject, _ realm: Realm, facts: any TokenFacts, at now: Instant)
    throws -> JSONValue
  {
    let scope = GrantedScope(signIn: subject.claims.scope, target: subject.holder.settings)
    let contents = TokenContents(
      realm: realm, now: now, identity: subject.identity, session: subject.session,
      requester: subject.holder.id, target: subject.holder, scope: scope,
      roles: try TokenRoles(
        of: subject.identity.id, signedIn: subject.signIn, target: subject.holder, facts: facts))
    let made = contents.accessClaims(jti: "")
    let mapped = made.filter { !Self.kept.contains($0.name) }
      .map { JSONValue.Member($0.name, $0.value) }
    let own = members.filter { Self.kept.contains($0.name) }.map { member in
      member.name == "aud" ? .init("aud", audience(made)) : member
    }
    let named = own.contains { $0.name == "aud" } ? [] : made.filter { $0.name == "aud" }
    return closed(own + named.map { .init($0.name, $0.value) } + mapped)
  }

  /// The body for a refresh token, whose claims are echoed.
  var echoed: JSONValue {
    closed(members.filter { $0.name != RefreshRules.audience && $0.name != "active" })
  }

  /// The token's own audiences, and then those that its holder's mappers add.
  private func audience(_ made: [TokenView.Claim]) -> JSONValue {
    let added = made.first { $0.name == "aud" }?.value.strings ?? []
    let all = claims.audience + added.filter { !claims.audience.contains($0) }
    return all.count == 1 ? .string(all[0]) : .array(all.map(JSONValue.string))
  }

  private func closed(_ members: [JSONValue.Member]) -> JSONValue {
    let more: [(String, String?)] = [
      ("client_id", claims.holder), ("username", claims.subject), ("token_type", claims.type),
    ]
    return .object(
      members + more.compactMap { name, value in value.map { .init(name, .string($0)) } }
        + [.init("active", .bool(true))])
  }
}
