import PortalModel

extension TokenService {
  /// Signs what was granted and writes the reply (§6, §7).
  func issue(_ grant: ExchangeGrant) throws -> TokenAnswer {
    let tokens = try grant.want == .idToken ? identityToken(grant) : accessTokens(grant)
    return TokenAnswer(
      reply: Reply(status: 200, body: body(grant, tokens)), verdict: grant.verdict, tokens: tokens,
      roles: grant.roles, notes: grant.notes, standard: grant.standard)
  }

  /// The access token, and beside it a refresh token if there is to be one, and an ID token where the
  /// scope has `openid`.
  private func accessTokens(_ grant: ExchangeGrant) throws(TokenError) -> [TokenView] {
    try accessTokens(grant.contents, withRefresh: grant.hasRefreshToken)
  }

  func accessTokens(
    _ contents: TokenContents, withRefresh: Bool
  ) throws(TokenError) -> [TokenView] {
    let access = try keys.sign(contents.accessClaims(jti: identifiers.next()), as: .access)
    var tokens = [access]
    if withRefresh {
      tokens.append(
        try keys.sign(contents.refreshClaims(jti: identifiers.next()), as: .refresh))
    }
    if contents.scope.contains("openid") {
      let claims = contents.identityClaims(jti: identifiers.next(), accessToken: access)
      tokens.append(try keys.sign(claims, as: .id))
    }
    return tokens
  }

  /// §19 item 1: an ID token alone, in the place of the access token.
  private func identityToken(_ grant: ExchangeGrant) throws(TokenError) -> [TokenView] {
    let claims = grant.contents.identityClaims(jti: identifiers.next(), accessToken: nil)
    return [try keys.sign(claims, as: .id)]
  }

  /// The members in the order of §7; those without a value are left out.
  private func body(_ grant: ExchangeGrant, _ tokens: [TokenView]) -> JSONValue {
    let contents = grant.contents
    let isIdentity = grant.want == .idToken
    func compact(_ kind: TokenView.Kind) -> JSONValue? {
      tokens.first { $0.kind == kind }.map { .string($0.compact) }
    }
    let refreshLeft =
      grant.hasRefreshToken ? contents.secondsLeft(until: contents.refreshEnd) : 0
    let issued: ExchangeWant =
      isIdentity ? .idToken : grant.hasRefreshToken ? .refreshToken : .accessToken
    let members: [(String, JSONValue?)] = [
      ("access_token", compact(isIdentity ? .id : .access)),
      ("expires_in", .integer(contents.secondsLeft(until: contents.accessEnd))),
      ("refresh_expires_in", .integer(refreshLeft)),
      ("refresh_token", compact(.refresh)),
      ("token_type", .string(isIdentity ? "N_A" : "Bearer")),
      ("id_token", isIdentity ? nil : compact(.id)),
      ("not-before-policy", .integer(grant.notBefore?.seconds ?? 0)),
      ("session_state", contents.session.map { .string($0.id) }),
      ("scope", .string(contents.scope.text)),
      ("issued_token_type", .string(issued.uri)),
    ]
    return .object(members.compactMap { name, value in value.map { .init(name, $0) } })
  }
}
