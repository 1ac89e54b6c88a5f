import CryptoExtras
import FoundationEssentials
import JWTKit
import PortalModel

/// The realm's keys, ready for use: RS256 for access and ID tokens, HS512 for refresh tokens (§8.2).
///
/// jwt-kit signs and verifies; the bytes that are signed are made here, so that claims keep their
/// order and nothing is encoded twice.
public struct RealmKeys: Sendable {
  /// The RSA key's identifier.
  public let id: String
  /// The key that signs access and ID tokens, for the `certs` endpoint (§16).
  let signing: PublishedKey
  /// The public key as base64 of its DER form, for the realm document (§16).
  public let publicKeyDER: String

  private let rsa: any JWTAlgorithm
  private let hmac: any JWTAlgorithm
  private let accessHeader: Header
  private let refreshHeader: Header
  /// The `kid` of refresh tokens, whose key nobody but the service has.
  let refreshID: String

  /// Reads stored keys.
  ///
  /// - Throws: ``TokenError/keyUnreadable`` where they are no keys.
  public init(_ stored: StoredKey) async throws(TokenError) {
    guard stored.refreshSecret.count >= 64 else { throw .keyUnreadable }
    do {
      let key = try _RSA.Signing.PrivateKey(pemRepresentation: stored.privateKeyPEM)
      signing = PublishedKey(
        id: stored.id, use: .signatures, privateKey: key, madeAt: stored.createdAt)
      publicKeyDER = key.publicKey.derRepresentation.base64EncodedString()
      let collection = JWTKeyCollection()
      await collection.add(
        rsa: try Insecure.RSA.PrivateKey(backing: key), digestAlgorithm: .sha256, kid: "rsa")
      await collection.add(
        hmac: HMACKey(from: stored.refreshSecret), digestAlgorithm: .sha512, kid: "hmac")
      rsa = try await collection.getKey(for: "rsa")
      hmac = try await collection.getKey(for: "hmac")
      id = stored.id
      refreshID = stored.id + "-refresh"
      accessHeader = Header(algorithm: Self.accessAlgorithm, id: id)
      refreshHeader = Header(algorithm: Self.refreshAlgorithm, id: refreshID)
    } catch {
      throw .keyUnreadable
    }
  }

  static let accessAlgorithm = "RS256"
  static let refreshAlgorithm = "HS512"

  /// What stands before the claims of every token signed with one key.
  private struct Header {
    let claims: [TokenView.Claim]
    /// The members as base64url.
    let text: [UInt8]

    init(algorithm: String, id: String) {
      claims = [
        .init("alg", .string(algorithm), origin: .service),
        .init("typ", .string("JWT"), origin: .service),
        .init("kid", .string(id), origin: .service),
      ]
      var text: [UInt8] = []
      Base64URL.encode(RealmKeys.encode(claims), into: &text)
      self.text = text
    }
  }
}

extension RealmKeys {
  /// The header of a token of this kind.
  func header(of kind: TokenView.Kind) -> [TokenView.Claim] {
    kind == .refresh ? refreshHeader.claims : accessHeader.claims
  }

  /// Signs claims as they stand, in their order.
  ///
  /// - Throws: ``TokenError/signing``.
  func sign(_ claims: [TokenView.Claim], as kind: TokenView.Kind) throws(TokenError) -> TokenView {
    let header = kind == .refresh ? refreshHeader : accessHeader
    var text: [UInt8] = []
    text.reserveCapacity(2048)
    text += header.text
    text.append(UInt8(ascii: "."))
    Base64URL.encode(Self.encode(claims), into: &text)
    let signature: [UInt8]
    do { signature = try (kind == .refresh ? hmac : rsa).sign(text) } catch { throw .signing }
    text.append(UInt8(ascii: "."))
    Base64URL.encode(signature, into: &text)
    return TokenView(
      kind: kind, compact: String(decoding: text, as: UTF8.self), header: header.claims,
      claims: claims)
  }

  /// What is wrong with a token's signature; `nil` where it is one of this realm's (X4d).
  ///
  /// The key decides on the algorithm, never the token: `none`, or HS256 with the public key, is
  /// another algorithm than the key's.
  func signatureProblem(of token: CompactToken) -> Finding.SignatureProblem? {
    let kid = token.header["kid"]?.string
    let algorithm = token.header["alg"]?.string
    let key: any JWTAlgorithm
    let expected: String
    switch kid {
    case id: (key, expected) = (rsa, Self.accessAlgorithm)
    case refreshID: (key, expected) = (hmac, Self.refreshAlgorithm)
    default: return algorithmIsKnown(algorithm) ? .unknownKey(kid) : .algorithm(algorithm)
    }
    guard algorithm == expected else { return .algorithm(algorithm) }
    guard token.header["crit"] == nil else { return .algorithm(algorithm) }
    let isGood = try? key.verify(token.signature, signs: token.signed)
    return isGood == true ? nil : .wrong
  }

  private func algorithmIsKnown(_ algorithm: String?) -> Bool {
    algorithm == Self.accessAlgorithm || algorithm == Self.refreshAlgorithm
  }

  fileprivate static func encode(_ claims: [TokenView.Claim]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    JSONValue.object(claims.map { JSONValue.Member($0.name, $0.value) }).write(into: &bytes)
    return bytes
  }
}
