import HTTPTypes

/// The cookies of the pages, by Keycloak's names.
enum Cookie: String {
  /// Which browser it is: what a page's ticket is bound to.
  case browser = "AUTH_SESSION_ID"
  /// That somebody has signed on; the token service makes and reads it.
  case signOn = "KEYCLOAK_IDENTITY"
}

extension Call {
  /// The value of a cookie, where it is there once.
  func cookie(_ cookie: Cookie) -> String? {
    let values = head.headerFields[values: .cookie].flatMap { $0.split(separator: ";") }
      .compactMap { pair -> String? in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == cookie.rawValue else {
          return nil
        }
        return String(parts[1])
      }
    return values.count == 1 ? values.first : nil
  }
}

extension Response {
  /// Lets the browser keep a cookie as long as it runs, or forget it.
  mutating func set(_ cookie: Cookie, to value: String?, for issuer: IssuerAddress, isSecure: Bool)
  {
    let ending = value == nil ? "; Max-Age=0" : ""
    headers.append(
      HTTPField(
        name: .setCookie,
        value: "\(cookie.rawValue)=\(value ?? ""); Path=\(issuer.path)/; HttpOnly; SameSite=Lax"
          + (isSecure ? "; Secure" : "") + ending))
  }
}
