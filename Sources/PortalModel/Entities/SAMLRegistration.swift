/// The SAML registration of an application, beside or without an OIDC one.
///
/// What the portal keeps of the service provider's metadata; which of it the real portal keeps is not
/// public (invented).
public struct SAMLRegistration: Hashable, Codable, Sendable {
  /// The application.
  public var application: ApplicationIdentifier
  /// What the metadata says.
  public var form: SAMLForm

  /// Makes a registration.
  public init(application: ApplicationIdentifier, form: SAMLForm) {
    self.application = application
    self.form = form
  }
}

/// "New CERN SSO Registration", the SAML panel: what is read from the pasted metadata.
public struct SAMLForm: Hashable, Codable, Sendable {
  /// `entityID`, which must equal the issuer of the provider's requests (CERN's page "SAML").
  public var entityID: String
  /// The address of its assertion consumer service.
  public var consumerURL: String
  /// Its signing certificate, base64 without line breaks; empty where it has none.
  public var certificate: String

  /// Makes a form.
  public init(entityID: String, consumerURL: String, certificate: String = "") {
    self.entityID = entityID
    self.consumerURL = consumerURL
    self.certificate = certificate
  }
}

extension SAMLForm {
  /// The hosts outside of cern.ch that its addresses name, each once: CERN lets those in by ticket only
  /// (page "SAML configuration").
  public var hostsOutside: [String] {
    var found: [String] = []
    for address in [entityID, consumerURL] {
      guard let host = Self.host(of: address), !found.contains(host) else { continue }
      if host != "cern.ch", !host.hasSuffix(".cern.ch") { found.append(host) }
    }
    return found
  }

  /// The host of an address, in lower case; `nil` where a text is no such address.
  private static func host(of address: String) -> String? {
    guard let start = address.firstRange(of: "://") else { return nil }
    let authority = address[start.upperBound...].prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? ""
    if host.hasPrefix("[") { return host.prefix { $0 != "]" } + "]" }
    return host.prefix { $0 != ":" }.lowercased()
  }
}
