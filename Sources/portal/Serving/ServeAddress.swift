import PortalEndpoint

/// Where a server is to listen, and what is to be said of it.
struct ServeAddress: Hashable, Sendable {
  /// The address.
  var address: EndpointAddress
  /// The issuer of the home.
  var issuer: IssuerAddress
  /// Whether the server speaks TLS.
  var isSecure: Bool

  /// Whether nobody but this machine can reach it.
  var isLoopback: Bool {
    let host = address.host
    return host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// Where a browser on this machine finds the realm on this server.
  var realm: String {
    let host =
      ["0.0.0.0", "::", "127.0.0.1", "::1"].contains(address.host) ? "localhost" : address.host
    return "\(isSecure ? "https" : "http")://\(host):\(address.port)\(issuer.path)"
  }

  /// What somebody should know before clients are pointed at it, each in a sentence or two.
  var warnings: [String] {
    var sentences: [String] = []
    if !isLoopback, !isSecure {
      sentences.append(
        "Whoever reaches \(address.host) can get tokens here as anybody, and reads all of them on "
          + "the wire: nothing is encrypted (--insecure).")
    } else if !isLoopback {
      sentences.append(
        "Whoever reaches \(address.host) can get tokens here as anybody: the sign-in page asks for "
          + "no password.")
    }
    if address.port != issuer.port || isSecure != (issuer.scheme == "https") {
      sentences.append(
        "The issuer of this home is \(issuer.text), which is not where this server listens. Clients "
          + "that compare it with the address they read the discovery document from refuse it "
          + "(go-oidc, Spring Security, openid-client for Node, mod_auth_openidc); the others are "
          + "sent to the issuer's own port by it (Authlib, python-keycloak). To make this server "
          + "the issuer's, for every program on this home: portal serve --port \(address.port) "
          + "--issuer \(realm)")
    }
    return sentences
  }
}
