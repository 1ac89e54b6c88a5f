import PortalModel

extension TokenService {
  /// Answers `api-access/token`: client credentials for another application's audience
  /// (`portal.md` §5.5).
  ///
  /// - Throws: ``TokenError``, or what the store throws. A refusal is an answer, not an error.
  public func answerAPIAccess(
    _ request: TokenRequest, at now: Instant
  ) async throws -> TokenAnswer {
    TokenAnswer(reply: .unsupportedGrantType, verdict: Verdict())
  }

  /// Answers `auth/device`: a device code, a user code and where to type it (RFC 8628 §3.2).
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func startDevice(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    TokenAnswer(reply: .unsupportedGrantType, verdict: Verdict())
  }

  /// Answers `token/introspect` (RFC 7662, §13).
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func introspect(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    TokenAnswer(reply: .unsupportedGrantType, verdict: Verdict())
  }

  /// Answers `userinfo`, GET or POST (§14).
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func userInfo(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    TokenAnswer(reply: .unsupportedGrantType, verdict: Verdict())
  }

  /// Answers `revoke` (RFC 7009, §15).
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func revoke(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    TokenAnswer(reply: .unsupportedGrantType, verdict: Verdict())
  }

  /// Answers a simulated application's `/apps/<id>/whoami`: what a careful API makes of the bearer
  /// token that it is sent (R57, R61).
  ///
  /// - Parameters:
  ///   - application: The `<id>` of the address, as it was sent.
  ///   - authorization: The `Authorization` header.
  ///   - now: When.
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func whoAmI(
    at application: String, authorization: String?, at now: Instant
  ) async throws -> TokenAnswer {
    TokenAnswer(reply: .unsupportedGrantType, verdict: Verdict())
  }

  /// The web origins that a client's pages may call the service from, for CORS: those of its
  /// redirect URIs and those it names; `nil` where there is no such client.
  ///
  /// - Throws: What the store throws.
  public func webOrigins(ofClient id: String) throws -> [String]? { nil }
}
