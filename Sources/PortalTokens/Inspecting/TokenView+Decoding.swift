import PortalModel

extension TokenInspector {
  /// A decoded token with each claim's usual origin: the token itself does not tell.
  static func view(of token: CompactToken, compact: String) -> TokenView {
    let kind: TokenView.Kind =
      switch token.claims["typ"]?.string {
      case "Refresh": .refresh
      case "ID": .id
      default: .access
      }
    return TokenView(
      kind: kind, compact: compact,
      header: members(token.header).map { .init($0.name, $0.value, origin: .service) },
      claims: members(token.claims).map {
        .init($0.name, $0.value, origin: origin(of: $0, in: token.claims, kind: kind))
      })
  }

  private static func members(_ value: JSONValue) -> [JSONValue.Member] {
    if case .object(let members) = value { members } else { [] }
  }

  private static func origin(
    of member: JSONValue.Member, in claims: JSONValue, kind: TokenView.Kind
  ) -> ClaimOrigin {
    if member.name == "aud" {
      switch kind {
      case .refresh: return .service
      case .id: return .target
      case .access: return claims["azp"] == member.value ? .audienceMapper : .target
      }
    }
    return origins[member.name] ?? .identity
  }

  private static let origins: [String: ClaimOrigin] = [
    "exp": .time, "iat": .time, "nbf": .time, "jti": .drawn, "iss": .service, "typ": .service,
    "azp": .requester, "client_id": .requester, "sid": .session, "session_state": .session,
    "auth_time": .session, "acr": .session, "nonce": .session, "scope": .scope,
    "at_hash": .accessToken, "resource_access": .roles, "realm_access": .roles,
    "cern_roles": .roles,
  ]
}
