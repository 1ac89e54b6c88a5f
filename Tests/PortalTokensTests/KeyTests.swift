import CryptoExtras
import FoundationEssentials
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The realm's keys")
struct KeyTests {
  @Test("A generated key has 2,048 bits, 64 secret bytes, and the thumbprint for its kid")
  func generated() async throws {
    let stored = try World.stored.get()
    let key = try _RSA.Signing.PrivateKey(pemRepresentation: stored.privateKeyPEM)
    #expect(key.keySizeInBits == 2048)
    #expect(stored.refreshSecret.count == 64)
    #expect(Set(stored.refreshSecret).count > 16)
    let thumbprint = try StoredKey.thumbprint(of: key.publicKey)
    #expect(stored.id == thumbprint)
    #expect(stored.id.utf8.count == 43)
    let keys = try await RealmKeys(stored)
    let published = try keys.signing.member(realm: "cern")
    #expect(published["kid"]?.string == stored.id)
    #expect(published["e"]?.string == "AQAB")
  }

  @Test("The thumbprint of RFC 7638 §3.1")
  func thumbprint() throws {
    let modulus =
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJEC"
      + "PebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2Q"
      + "vzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh"
      + "6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    let number = try #require(Base64URL.decode(modulus.utf8))
    let key = try _RSA.Signing.PublicKey(n: Data(number), e: Data([1, 0, 1]))
    let thumbprint = try StoredKey.thumbprint(of: key)
    #expect(thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
  }

  @Test("A damaged key is told, not crashed on", arguments: ["", "x", "-----BEGIN"])
  func damaged(pem: String) async throws {
    var stored = try World.stored.get()
    stored.privateKeyPEM = pem
    await #expect(throws: TokenError.keyUnreadable) { try await RealmKeys(stored) }
    var short = try World.stored.get()
    short.refreshSecret = [1]
    await #expect(throws: TokenError.keyUnreadable) { try await RealmKeys(short) }
  }

  @Test("Identifiers are UUIDs of version 4, the same for the same seed")
  func identifiers() {
    let first = IdentifierSource.seeded(7)
    let second = IdentifierSource.seeded(7)
    var seen: Set<String> = []
    for _ in 0..<100 {
      let id = first.next()
      #expect(id == second.next())
      #expect(id.utf8.count == 36)
      #expect(Array(id)[14] == "4")
      #expect("89ab".contains(Array(id)[19]))
      #expect(seen.insert(id).inserted)
    }
    #expect(IdentifierSource.random.next() != IdentifierSource.random.next())
  }
}
