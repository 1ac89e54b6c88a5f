import PortalModel

/// What follows from the settings of a registration.
extension Client {
  /// The origins that its pages may call the service from: its web origins, `+` standing for those of
  /// its redirect URIs. `*`, every origin, stays as it is.
  var origins: [String] {
    var seen: Set<String> = []
    return settings.webOrigins.flatMap { $0 == "+" ? redirectOrigins : [Self.origin(of: $0) ?? $0] }
      .filter { seen.insert($0).inserted }
  }

  private var redirectOrigins: [String] {
    registration.redirectURIs.compactMap { Self.origin(of: $0.text) }
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
