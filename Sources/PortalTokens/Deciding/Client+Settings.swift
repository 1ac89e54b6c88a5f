import PortalModel

/// What a registration allows beyond CERN's template.
extension Client {
  /// Whether the password grant is allowed.
  var allowsPassword: Bool { false }
  /// Whether it may use the standard exchange (S4).
  var standardExchange: Bool { false }
  /// Whether the standard exchange may give it refresh tokens.
  var standardRefresh: Bool { false }
  /// Further applications that its tokens name in `aud`.
  var extraAudiences: [ApplicationIdentifier] { [] }

  /// The origins that its pages may call the service from: those of its redirect URIs (Keycloak's
  /// web origin `+`).
  var origins: [String] {
    var seen: Set<String> = []
    return registration.redirectURIs.compactMap { Self.origin(of: $0.text) }
      .filter { seen.insert($0).inserted }
  }

  /// `scheme://host[:port]` of a web address.
  static func origin(of address: String) -> String? {
    for scheme in ["https://", "http://"] where address.hasPrefix(scheme) {
      let host = address.dropFirst(scheme.count).prefix { !"/?#*".contains($0) }
      return host.isEmpty ? nil : scheme + host.lowercased()
    }
    return nil
  }
}
