import Crypto
import CryptoExtras
import FoundationEssentials
import PortalModel
import X509

/// A key of the realm as `certs` publishes it: its public half, and a certificate that it signed itself
/// (RFC 7517 §4, §16).
struct PublishedKey: Sendable {
  var id: String
  var use: Use
  var privateKey: _RSA.Signing.PrivateKey
  var madeAt: Instant

  /// What a key is for.
  enum Use: Sendable {
    /// Signatures of access and ID tokens.
    case signatures
    /// What clients encrypt for the service: nothing that is served here (discovery lists no such thing).
    case encryption

    var words: (use: String, algorithm: String) {
      switch self {
      case .signatures: ("sig", RealmKeys.accessAlgorithm)
      case .encryption: ("enc", "RSA-OAEP")
      }
    }
  }

  /// How long a certificate is good, in years of 365.25 days: as Keycloak makes them.
  static let years: Int64 = 10

  /// The member of the JWK set. Clients need `n` and `e`; those that want a certificate find it in `x5c`.
  ///
  /// - Throws: What the library throws.
  func member(realm: String) throws -> JSONValue {
    let numbers = try privateKey.publicKey.getKeyPrimitives()
    let certificate = try certificate(of: realm)
    let words = use.words
    return .object([
      .init("kid", .string(id)), .init("kty", .string("RSA")),
      .init("alg", .string(words.algorithm)), .init("use", .string(words.use)),
      .init("x5c", .array([.string(Data(certificate).base64EncodedString())])),
      .init("x5t", .string(Base64URL.encode(Array(Insecure.SHA1.hash(data: certificate))))),
      .init("x5t#S256", .string(Base64URL.encode(Array(SHA256.hash(data: certificate))))),
      .init("n", .string(Base64URL.encode(numbers.modulus))),
      .init("e", .string(Base64URL.encode(numbers.publicExponent))),
    ])
  }

  /// The certificate in DER, named after the realm as Keycloak's are. The same key always gets the same
  /// one, at every server: nothing in it is drawn, and such signatures are not either.
  func certificate(of realm: String) throws -> [UInt8] {
    let name = try DistinguishedName { CommonName(realm) }
    let start = Date(timeIntervalSince1970: Double(madeAt.seconds))
    let certificate = try Certificate(
      version: .v1, serialNumber: Certificate.SerialNumber(madeAt.milliseconds),
      publicKey: Certificate.PublicKey(privateKey.publicKey), notValidBefore: start,
      notValidAfter: start.addingTimeInterval(Double(Self.years) * 31_557_600),
      issuer: name, subject: name, signatureAlgorithm: .sha256WithRSAEncryption,
      extensions: Certificate.Extensions(), issuerPrivateKey: Certificate.PrivateKey(privateKey))
    return try certificate.serializeAsPEM().derBytes
  }
}
