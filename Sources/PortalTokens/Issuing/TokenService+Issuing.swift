import PortalModel

extension TokenService {
  /// Signs what was granted and writes the reply (§6, §7).
  func issue(_ grant: ExchangeGrant) throws -> TokenAnswer {
    let tokens = try grant.want == .idToken ? identityToken(grant) : accessTokens(grant)
    let issued: ExchangeWant =
      grant.want == .idToken ? .idToken : grant.hasRefreshToken ? .refreshToken : .accessToken
    let body = TokenBody(
      contents: grant.contents, tokens: tokens, hasRefreshToken: grant.hasRefreshToken,
      refreshEnd: grant.contents.refreshEnd, notBefore: grant.notBefore, issuedType: issued)
    return TokenAnswer(
      reply: Reply(status: 200, body: body.json), verdict: grant.verdict, tokens: tokens,
      roles: grant.roles, notes: grant.notes, standard: grant.standard,
      scopes: grant.scopes)
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
}
