import Crypto
import CryptoExtras
import FoundationEssentials
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The subject token (X0 to X4)")
struct SubjectTokenTests {
  @Test("X0 to X3", arguments: parameters)
  func parameterRow(_ row: RefusalCase) async throws { try await row.run() }

  @Test("X4a to X4k each have their finding and one text", arguments: verification)
  func verificationRow(_ row: RefusalCase) async throws { try await row.run() }

  @Test("X4a: malformed tokens", arguments: MalformedTokens.all)
  func malformed(token: String) async throws {
    let row = RefusalCase("X4a", .subjectToken, .invalidToken, finding: { $0 == .tokenMalformed }) {
      world in world.request(token)
    }
    try await row.run()
  }

  private static let wrongType = Reply(
    status: 400, error: "invalid_request", description: "Invalid token type, must be access token")
  private static let invalid = Reply(
    status: 400, error: "invalid_request", description: "Invalid token")

  static let parameters: [RefusalCase] =
    [
      RefusalCase(
        "X0", .subjectTokenPresent,
        Reply(
          status: 400, error: "invalid_request",
          description: "Parameter 'subject_token' required for standard token exchange"),
        finding: { $0 == .parameterMissing("subject_token") },
        arrange: { world in world.request("").removing("subject_token") }),
      RefusalCase(
        "X1 another issuer", .issuer,
        Reply(
          status: 400, error: "invalid_issuer", description: "Invalid subject_issuer parameter"),
        finding: { $0 == .parameter("subject_issuer", value: "https://other") },
        arrange: { world in
          world.request(try await world.token()).adding("subject_issuer", "https://other")
        }),
      RefusalCase(
        "X1 a foreign jwt", .issuer,
        Reply(
          status: 400, error: "invalid_issuer", description: "Invalid subject_issuer parameter"),
        finding: { $0 == .tokenIssuer(found: "https://other", expected: Realm().issuer) },
        arrange: { world in
          let view = try await world.view()
          return world.request(try world.forged(["iss": .string("https://other")], from: view))
            .adding("subject_token_type", Wire.jwtType)
        }),
      RefusalCase(
        "X2", .parseable, wrongType, finding: { $0 == .tokenMalformed },
        arrange: { world in world.request("x.y.z").adding("subject_token_type", Wire.jwtType) }),
    ]
    + ["refresh_token", "id_token", "jwt", "saml1", "saml2"].map {
      wrongType("urn:ietf:params:oauth:token-type:" + $0)
    } + [wrongType(""), wrongType("access_token")]

  private static func wrongType(_ type: String) -> RefusalCase {
    RefusalCase(
      "X3 \(type)", .subjectTokenType, wrongType,
      finding: { $0 == .parameter("subject_token_type", value: type) },
      arrange: { world in
        world.request(try await world.token()).adding("subject_token_type", type)
      })
  }

  private static func fails(
    _ row: String, repairs: Int = 1, _ finding: @escaping @Sendable (Finding) -> Bool,
    _ arrange: @escaping @Sendable (inout World) async throws -> String
  ) -> RefusalCase {
    RefusalCase(row, .subjectToken, invalid, repairs: repairs, finding: finding) { world in
      world.request(try await arrange(&world))
    }
  }

  private static func claim(
    _ row: String, _ name: String, _ value: JSONValue?, _ finding: Finding
  ) -> RefusalCase {
    fails(row, { $0 == finding }) { world in
      try world.forged([name: value], from: try await world.view())
    }
  }

  private static let now = Story.start.advanced(seconds: 3600)

  static let verification: [RefusalCase] =
    [
      fails("X4b ID token", { $0 == .tokenType("ID") }) { world in
        try #require(try await world.signIn().tokens.first { $0.kind == .id }).compact
      },
      fails("X4b refresh token", { $0 == .tokenType("Refresh") }) { world in
        try #require(try await world.signIn().tokens.first { $0.kind == .refresh }).compact
      },
      claim("X4b logout token", "typ", .string("Logout"), .tokenType("Logout")),
      claim("X4b no type", "typ", nil, .tokenType(nil)),
      claim(
        "X4c 127.0.0.1", "iss", .string("http://127.0.0.1:8080/auth/realms/cern"),
        .tokenIssuer(
          found: "http://127.0.0.1:8080/auth/realms/cern", expected: Realm().issuer)),
      claim("X4c none", "iss", nil, .tokenIssuer(found: nil, expected: Realm().issuer)),
      claim(
        "X4e expired", "exp", .integer(now.seconds - 1),
        .tokenExpired(at: now.advanced(seconds: -1), now: now)),
      claim(
        "X4e not yet", "nbf", .integer(now.seconds + 1),
        .tokenNotYetValid(from: now.advanced(seconds: 1), now: now)),
      fails("X4f", { if case .tokenRevoked = $0 { true } else { false } }) { world in
        let view = try await world.view()
        let jti = try #require(view["jti"]?.string)
        try world.portal.record([.revoked(jti: jti, expires: world.now)])
        return view.compact
      },
      claim("X4h unknown", "sub", .string("nobody"), .tokenUser("nobody", disabled: false)),
      claim("X4h none", "sub", nil, .tokenUser(nil, disabled: false)),
      fails("X4h disabled", { $0 == .tokenUser("jdoe", disabled: true) }) { world in
        let token = try await world.token()
        try world.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe)
        return token
      },
      claim("X4i none", "sid", nil, .tokenSession(nil, ended: .unknown)),
      claim("X4i unknown", "sid", .string("gone"), .tokenSession("gone", ended: .unknown)),
      claim("X4j unknown", "azp", .string("gone-app"), .tokenClient("gone-app", disabled: false)),
      claim("X4k", "azp", .string("back-end-api"), .tokenClientSession(Story.backEnd)),
    ] + stale + sessions + holders + signatures

  private static let stale: [RefusalCase] = [
    NotBeforeSubject.realm, .client(Story.frontEnd), .identity(Story.jdoe),
  ].map { subject in
    fails("X4g \(subject)", { if case .tokenStale = $0 { true } else { false } }) { world in
      let token = try await world.token(at: world.now.advanced(seconds: -10))
      try world.portal.record([.notBefore(subject, world.now)])
      return token
    }
  }

  private static let sessions: [RefusalCase] = [
    fails("X4i logged out", { ended($0, .loggedOut) }) { world in
      let answer = try await world.signIn()
      let session = try #require(answer.session)
      try world.portal.record([.sessionEnded(session.id, at: world.now)])
      return try #require(answer.accessToken)
    },
    fails("X4i idle", { ended($0, .idle) }) { world in
      try await longLived(&world, after: 36_001)
    },
    fails("X4i expired", { ended($0, .expired) }) { world in
      try await longLived(&world, after: 43_200)
    },
    fails("X4i another user's", { ended($0, .unknown) }) { world in
      try world.forged(["sub": .string("alice")], from: try await world.view())
    },
  ]

  private static func ended(_ finding: Finding, _ end: Finding.SessionEnd) -> Bool {
    if case .tokenSession(_, end) = finding { true } else { false }
  }

  private static func longLived(_ world: inout World, after seconds: Int64) async throws -> String {
    let view = try await world.view()
    world.now = world.now.advanced(seconds: seconds)
    return try world.forged(["exp": .integer(world.now.seconds + 60)], from: view)
  }

  private static let holders: [RefusalCase] = [
    RefusalCase(
      "X4j disabled", .subjectToken, invalid,
      finding: { $0 == .tokenClient("front-end-app", disabled: true) },
      arrange: { world in
        let token = try await world.token()
        try world.configure(Story.frontEnd) { $0.enabled = false }
        return world.request(token, by: Story.starting, toward: Story.target)
      }),
    RefusalCase(
      "X4j not registered", .subjectToken, invalid, repairs: 2,
      finding: { $0 == .tokenClient("front-end-app", disabled: false) },
      arrange: { world in
        let token = try await world.token()
        try world.perform(.deleteRegistration(Story.frontEnd), as: Story.alice)
        return world.request(token, by: Story.starting, toward: Story.target)
      }),
  ]

  private static let signatures: [RefusalCase] = [
    fails("X4d another realm's key", { $0 == .tokenSignature(.wrong) }) { world in
      var other = try World.foreign.get()
      other.id = world.keys.id
      let view = try await world.view()
      return try await RealmKeys(other).sign(view.claims, as: .access).compact
    },
    fails(
      "X4d unknown key",
      { if case .tokenSignature(.unknownKey) = $0 { true } else { false } }
    ) { world in
      let view = try await world.view()
      return try await RealmKeys(try World.foreign.get()).sign(view.claims, as: .access).compact
    },
    fails("X4d changed claims", { $0 == .tokenSignature(.wrong) }) { world in
      let parts = try await world.token().split(separator: ".")
      let claims = try world.forged(["sub": .string("alice")], from: try await world.view())
      return "\(parts[0]).\(claims.split(separator: ".")[1]).\(parts[2])"
    },
    fails("X4d no signature", { $0 == .tokenSignature(.wrong) }) { world in
      let parts = try await world.token().split(separator: ".")
      return "\(parts[0]).\(parts[1])."
    },
    fails("X4d alg none", { $0 == .tokenSignature(.algorithm("none")) }) { world in
      try await reheaded(world, #"{"alg":"none","kid":"\#(world.keys.id)"}"#) { _ in [] }
    },
    fails("X4d alg none without kid", { $0 == .tokenSignature(.algorithm("none")) }) { world in
      try await reheaded(world, #"{"alg":"none"}"#) { _ in [] }
    },
    fails("X4d HS256 with the public key", { $0 == .tokenSignature(.algorithm("HS256")) }) {
      world in
      let stored = try World.stored.get()
      let pem = try _RSA.Signing.PrivateKey(pemRepresentation: stored.privateKeyPEM).publicKey
        .pemRepresentation
      return try await reheaded(world, #"{"alg":"HS256","kid":"\#(world.keys.id)"}"#) {
        Array(
          HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: Data(pem.utf8))))
      }
    },
    fails("X4d critical extension", { $0 == .tokenSignature(.algorithm("RS256")) }) { world in
      try await reheaded(world, #"{"alg":"RS256","kid":"\#(world.keys.id)","crit":["x"]}"#) {
        _ in []
      }
    },
  ]

  private static func reheaded(
    _ world: World, _ header: String, sign: (Data) -> [UInt8]
  ) async throws -> String {
    let claims = try await world.token().split(separator: ".")[1]
    let signed = "\(Base64URL.encode(header.utf8)).\(claims)"
    return "\(signed).\(Base64URL.encode(sign(Data(signed.utf8))))"
  }
}
