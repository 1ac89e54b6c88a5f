import PortalModel

/// The body with which the token endpoint says yes, whatever was granted (§7).
struct TokenBody {
  var contents: TokenContents
  /// What was signed.
  var tokens: [TokenView]
  var hasRefreshToken: Bool
  /// When the refresh token ends, where there is one.
  var refreshEnd: Instant
  var notBefore: Instant?
  /// `issued_token_type`, which exchanges alone have.
  var issuedType: ExchangeWant?

  /// The members in the order of §7; those without a value are left out.
  var json: JSONValue {
    let isIdentity = issuedType == .idToken
    let refreshLeft = hasRefreshToken ? contents.secondsLeft(until: refreshEnd) : 0
    let members: [(String, JSONValue?)] = [
      ("access_token", compact(isIdentity ? .id : .access)),
      ("expires_in", .integer(contents.secondsLeft(until: contents.accessEnd))),
      ("refresh_expires_in", .integer(refreshLeft)),
      ("refresh_token", compact(.refresh)),
      ("token_type", .string(isIdentity ? "N_A" : "Bearer")),
      ("id_token", isIdentity ? nil : compact(.id)),
      ("not-before-policy", .integer(notBefore?.seconds ?? 0)),
      ("session_state", contents.session.map { .string($0.id) }),
      ("scope", .string(contents.scope.text)),
      ("issued_token_type", issuedType.map { .string($0.uri) }),
    ]
    return .object(members.compactMap { name, value in value.map { .init(name, $0) } })
  }

  private func compact(_ kind: TokenView.Kind) -> JSONValue? {
    tokens.first { $0.kind == kind }.map { .string($0.compact) }
  }
}
