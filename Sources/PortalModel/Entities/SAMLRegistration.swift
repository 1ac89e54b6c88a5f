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
