import PortalModel

extension TokenService {
  /// Signs what was granted beside a V1 exchange, and writes the reply.
  func issue(_ grant: SessionGrant, _ verdict: Verdict) throws -> TokenAnswer {
    let tokens = try tokens(of: grant)
    let contents = grant.contents
    let body = TokenBody(
      contents: contents, tokens: tokens, hasRefreshToken: grant.hasRefreshToken,
      refreshEnd: refreshEnd(grant), notBefore: grant.notBefore, issuedType: grant.issuedType)
    let after = ApplicationRoles(
      application: contents.target.id, inToken: contents.roles.given.map(\.text),
      findings: contents.roles.findings)
    return TokenAnswer(
      reply: Reply(status: 200, body: body.json), verdict: verdict, tokens: tokens,
      roles: RoleComparison(before: after, after: after), notes: grant.notes)
  }

  /// Access token, refresh token where there is one, ID token where the scope has `openid`.
  private func tokens(of grant: SessionGrant) throws(TokenError) -> [TokenView] {
    let contents = grant.contents
    if grant.issuedType == .idToken {
      let claims = contents.identityClaims(jti: identifiers.next(), accessToken: nil)
      return [try keys.sign(claims, as: .id)]
    }
    let claims = grant.narrowed(contents.accessClaims(jti: identifiers.next()))
    let access = try keys.sign(claims, as: .access)
    var tokens = [access]
    if grant.hasRefreshToken { tokens.append(try keys.sign(refreshClaims(grant), as: .refresh)) }
    if contents.scope.contains("openid") {
      var claims = contents.identityClaims(jti: identifiers.next(), accessToken: access)
      if let nonce = grant.nonce {
        claims.append(.init("nonce", .string(nonce), origin: .requester))
      }
      tokens.append(try keys.sign(claims, as: .id))
    }
    return tokens
  }

  private func refreshClaims(_ grant: SessionGrant) -> [TokenView.Claim] {
    var contents = grant.contents
    contents.scope = grant.refreshScope ?? contents.scope
    var claims = contents.refreshClaims(jti: identifiers.next())
    if grant.isOffline {
      let end = refreshEnd(grant).seconds
      claims = claims.map { claim in
        switch claim.name {
        case "typ": .init("typ", .string(RefreshRules.offline), origin: .service)
        case "exp": .init("exp", .integer(end), origin: .time)
        default: claim
        }
      }
    }
    if !grant.requestedAudience.isEmpty {
      let names = grant.requestedAudience.map { JSONValue.string($0.text) }
      claims.append(.init(RefreshRules.audience, .array(names), origin: .requester))
    }
    return claims
  }

  private func refreshEnd(_ grant: SessionGrant) -> Instant {
    grant.isOffline
      ? grant.contents.now.advanced(seconds: realm.offlineIdle) : grant.contents.refreshEnd
  }
}

extension SessionGrant {
  /// §8.4: the audience that was asked for filters `aud` and the roles; nothing is added for it.
  fileprivate func narrowed(_ claims: [TokenView.Claim]) -> [TokenView.Claim] {
    guard !requestedAudience.isEmpty else { return claims }
    let names = requestedAudience.map(\.text)
    return claims.compactMap { claim in
      switch claim.name {
      case "aud":
        let kept = claim.value.strings.filter(names.contains)
        let value = kept.count == 1 ? JSONValue.string(kept[0]) : .array(kept.map(JSONValue.string))
        return kept.isEmpty ? nil : .init("aud", value, origin: claim.origin)
      case "resource_access":
        guard case .object(let members) = claim.value else { return claim }
        let kept = members.filter { names.contains($0.name) }
        return kept.isEmpty ? nil : .init(claim.name, .object(kept), origin: claim.origin)
      case "cern_roles" where !names.contains(contents.target.id.text):
        return .init(claim.name, .array([]), origin: claim.origin)
      default: return claim
      }
    }
  }
}
