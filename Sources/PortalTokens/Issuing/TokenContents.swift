import PortalModel

/// Everything that a set of tokens issued together says, from which each token's claims are made.
struct TokenContents {
  var realm: Realm
  var now: Instant
  var identity: Identity
  /// The login; `nil` for a service account.
  var session: UserSession?
  /// `azp`: the client that asked.
  var requester: ApplicationIdentifier
  /// The client that the tokens are for.
  var target: Client
  var scope: GrantedScope
  var roles: TokenRoles

  /// Whether the client asked for itself, so that only its mapper names it in `aud` (§8.1, §18).
  var isSelf: Bool { requester == target.id }

  /// When an access token ends: the target's lifetime or the realm's, cut to the session's (§7).
  var accessEnd: Instant {
    let lifetime = target.settings.accessTokenLifetime.map(Int64.init) ?? realm.accessTokenLifetime
    return cut(lifetime)
  }

  /// When a refresh token ends (§7).
  var refreshEnd: Instant { cut(realm.sessionIdle) }

  /// Whether the session cuts the access token's lifetime.
  var isCut: Bool {
    session.map { accessEnd.seconds >= realm.maximumEnd(of: $0).seconds } ?? false
  }

  private func cut(_ lifetime: Int64) -> Instant {
    let end = now.advanced(seconds: lifetime)
    return session.map { min(end, realm.maximumEnd(of: $0)) } ?? end
  }

  /// Seconds from now, as replies count them.
  func secondsLeft(until end: Instant) -> Int64 { end.seconds - now.seconds }
}

extension TokenContents {
  /// §8.1 and `portal.md` §6.1.
  func accessClaims(jti: String) -> [TokenView.Claim] {
    beginning(type: "Bearer", jti: jti, end: accessEnd, audience: accessAudience)
      + origins + person
  }

  /// §8.2. `at_hash` ties it to the access token beside it, if there is one.
  func identityClaims(jti: String, accessToken: TokenView?) -> [TokenView.Claim] {
    let audience = TokenView.Claim("aud", .string(target.id.text), origin: .target)
    let hash = accessToken.map {
      [
        TokenView.Claim(
          "at_hash", .string(Digests.halfHash(of: $0.compact)), origin: .accessToken)
      ]
    }
    return beginning(type: "ID", jti: jti, end: accessEnd, audience: [audience])
      + (hash ?? []) + person + groups
  }

  /// What userinfo tells beside an access token's claims: the groups where the client has that claim
  /// (CERN's page "Group-based permissions"), and what older applications of CERN read there.
  func userInfoClaims() -> [TokenView.Claim] {
    var claims = accessClaims(jti: "") + groups
    if let number = identity.unixUser {
      claims.append(.init("cern_uid", .integer(Int64(number)), origin: .identity))
    }
    if let number = identity.unixGroup {
      claims.append(.init("cern_gid", .integer(Int64(number)), origin: .identity))
    }
    if !identity.institute.isEmpty {
      claims.append(.init("home_institute", .string(identity.institute), origin: .identity))
    }
    return claims
  }

  /// Absent where the client has no such claim; empty where the user is in no group.
  private var groups: [TokenView.Claim] {
    roles.groups.map { groups in
      [.init("groups", .array(groups.map { .string($0.text) }), origin: .identity)]
    } ?? []
  }

  /// §8.2: its audience is the service itself.
  func refreshClaims(jti: String) -> [TokenView.Claim] {
    let audience = TokenView.Claim("aud", .string(realm.issuer), origin: .service)
    let all = beginning(type: "Refresh", jti: jti, end: refreshEnd, audience: [audience])
    return all.filter { $0.name != "auth_time" }
      + [.init("scope", .string(scope.text), origin: .scope)]
  }

  private func beginning(
    type: String, jti: String, end: Instant, audience: [TokenView.Claim]
  ) -> [TokenView.Claim] {
    var claims: [TokenView.Claim] = [
      .init("exp", .integer(end.seconds), origin: .time),
      .init("iat", .integer(now.seconds), origin: .time),
    ]
    if let session {
      claims.append(.init("auth_time", .integer(session.startedAt.seconds), origin: .session))
    }
    claims.append(.init("jti", .string(jti), origin: .drawn))
    claims.append(.init("iss", .string(realm.issuer), origin: .service))
    claims += audience
    claims.append(.init("sub", .string(identity.id.text), origin: .identity))
    claims.append(.init("typ", .string(type), origin: .service))
    claims.append(.init("azp", .string(requester.text), origin: .requester))
    if let session { claims.append(.init("sid", .string(session.id), origin: .session)) }
    return claims
  }

  /// `allowed-origins` (§8.1): where the client names origins of its own. CERN's template has `+`, and
  /// its samples have no such claim (`portal.md` §6.1).
  private var origins: [TokenView.Claim] {
    let named = target.settings.webOrigins.filter { $0 != "+" }
    return named.isEmpty
      ? [] : [.init("allowed-origins", .array(named.map(JSONValue.string)), origin: .target)]
  }

  /// Other applications whose roles are in the token, then the target; a single one stands alone.
  private var accessAudience: [TokenView.Claim] {
    let others = roles.others.map(\.application.text)
    let extra = target.settings.extraAudiences.filter {
      $0 != target.id.text && !others.contains($0)
    }
    let hasOwn = !isSelf || target.settings.ownAudience
    let parts: [(name: String, origin: ClaimOrigin)] =
      others.map { ($0, .roles) } + extra.map { ($0, .extraMapper) }
      + (hasOwn ? [(target.id.text, isSelf ? .audienceMapper : .target)] : [])
    guard let first = parts.first else { return [] }
    guard parts.count > 1 else {
      return [.init("aud", .string(first.name), origin: first.origin)]
    }
    return [
      .init(
        "aud", .array(parts.map { .string($0.name) }), origin: isSelf ? .audienceMapper : .target,
        elements: parts.map(\.origin))
    ]
  }
}

extension TokenContents {
  /// Roles, scope and what is said of the person.
  private var person: [TokenView.Claim] { roleClaims + profile + cern }

  private var roleClaims: [TokenView.Claim] {
    let given = roles.given
    let own = given.isEmpty ? [] : [(application: target.id, roles: given)]
    let members = (own + roles.others).map {
      JSONValue.Member($0.application.text, .object([.init("roles", Self.texts($0.roles))]))
    }
    // Absent, not empty, where the user has no roles (§8.3).
    let access =
      members.isEmpty
      ? [] : [TokenView.Claim("resource_access", .object(members), origin: .roles)]
    return access + [
      .init("scope", .string(scope.text), origin: .scope),
      .init("cern_roles", Self.texts(given), origin: .roles),
    ]
  }

  private static func texts(_ roles: [RoleIdentifier]) -> JSONValue {
    .array(roles.map { .string($0.text) })
  }

  private var profile: [TokenView.Claim] {
    var texts: [(String, String)] = []
    if scope.contains("profile") {
      let isNamed = !identity.givenName.isEmpty || !identity.familyName.isEmpty
      texts += [
        ("name", isNamed ? identity.displayName : ""), ("preferred_username", identity.id.text),
        ("given_name", identity.givenName), ("family_name", identity.familyName),
      ]
    }
    if scope.contains("email") { texts.append(("email", identity.email)) }
    return texts.filter { !$0.1.isEmpty }
      .map { .init($0.0, .string($0.1), origin: .identity) }
  }

  /// CERN's own claims (`portal.md` §6.1): the mail name for CERN's accounts only, the person's
  /// number for primary accounts only, nothing personal for applications.
  private var cern: [TokenView.Claim] {
    var claims = [
      TokenView.Claim("cern_upn", .string(identity.id.text), origin: .identity)
    ]
    switch identity.kind {
    case .primary, .secondary, .service:
      claims.append(
        .init("cern_mail_upn", .string(identity.id.text + "@cern.ch"), origin: .identity))
    case .guest, .social, .edugain, .application: break
    }
    if identity.kind != .application {
      claims.append(
        .init(
          "cern_preferred_language", .string(identity.language.rawValue), origin: .identity))
    }
    if identity.kind == .primary, let number = identity.personID {
      claims.append(.init("cern_person_id", .integer(Int64(number)), origin: .identity))
    }
    if !identity.orcid.isEmpty {
      claims.append(.init("eduperson_orcid", .string(identity.orcid), origin: .identity))
    }
    return claims
  }
}
