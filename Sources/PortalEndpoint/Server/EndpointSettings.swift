import PortalModel

/// What a server is to be beside the token service that it stands in front of.
public struct EndpointSettings: Sendable {
  /// Where to listen.
  public var address = EndpointAddress()
  /// The certificate to speak TLS with; `nil` for plain http.
  public var certificate: CertificateFiles?
  /// What one client may take.
  public var limits = EndpointLimits()
  /// Whether refusals are explained in a header beside the real service's words.
  public var explains = true

  /// Makes the usual settings.
  public init() {}
}

/// A certificate and its key, each in a PEM file.
public struct CertificateFiles: Hashable, Sendable {
  /// The file of the certificate, followed by those that vouch for it.
  public var certificate: String
  /// The file of the private key.
  public var key: String

  /// Names the files.
  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}
