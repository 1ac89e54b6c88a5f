import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Pages of other origins (CORS), as Keycloak shares")
struct SharingTests {
  static let own = "https://front-end-app.cern.ch"
  static let other = "https://evil.example"

  @Test(arguments: [
    (EndpointStage.token, "OPTIONS, POST"), (EndpointStage.endpoints + "/revoke", "OPTIONS, POST"),
    (EndpointStage.endpoints + "/userinfo", "GET, HEAD, OPTIONS, POST"),
    (EndpointStage.endpoints + "/certs", "GET, HEAD, OPTIONS"),
    (EndpointStage.realm + "/.well-known/openid-configuration", "GET, HEAD, OPTIONS"),
  ])
  func `a preflight is answered for anybody`(path: String, methods: String) async throws {
    try await EndpointStage.run { stage in
      let reply = try await stage.send(
        "OPTIONS", path,
        headers: [("Origin", Self.other), ("Access-Control-Request-Method", "POST")])
      #expect(reply.status == 200)
      #expect(reply["access-control-allow-origin"] == Self.other)
      #expect(reply["access-control-allow-methods"] == methods)
      #expect(reply["access-control-allow-credentials"] == "true")
      #expect(reply["access-control-allow-headers"]?.hasSuffix(", Authorization") == true)
      #expect(reply["access-control-max-age"] == "3600")
    }
  }

  @Test func `no origin, no sharing`() async throws {
    try await EndpointStage.run { stage in
      let reply = try await stage.send("GET", EndpointStage.endpoints + "/certs")
      #expect(reply["access-control-allow-origin"] == nil)
    }
  }

  @Test func `public documents are anybody's`() async throws {
    try await EndpointStage.run { stage in
      for path in ["/protocol/openid-connect/certs", "/.well-known/openid-configuration", ""] {
        let reply = try await stage.send(
          "GET", EndpointStage.realm + path, headers: [("Origin", Self.other)])
        #expect(reply["access-control-allow-origin"] == Self.other)
      }
    }
  }

  @Test func `the client's own pages read its reply, and nobody else's do`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let form = stage.exchange(try await stage.subject().compact)
      let own = try await stage.post(form, headers: [("Origin", Self.own)])
      #expect(own.status == 200)
      #expect(own["access-control-allow-origin"] == Self.own)
      #expect(own["access-control-allow-credentials"] == "true")
      #expect(own["access-control-expose-headers"] == "Access-Control-Allow-Methods")
      let other = try await stage.post(form, headers: [("Origin", Self.other)])
      #expect(other.status == 200)
      #expect(other["access-control-allow-origin"] == nil)
      #expect(
        try await stage.post(form, headers: [("Origin", "null")])["access-control-allow-origin"]
          == nil)
    }
  }

  @Test func `web origins in the settings take the place of the redirect URIs`() async throws {
    try await EndpointStage.run { stage in
      let form = stage.exchange("x")
      func allowed(_ origin: String) async throws -> String? {
        let reply = try await stage.post(form, headers: [("Origin", origin)])
        return reply["access-control-allow-origin"]
      }
      try stage.configure(Story.frontEnd) { $0.webOrigins = ["https://pages.example"] }
      #expect(try await allowed("https://pages.example") == "https://pages.example")
      #expect(try await allowed(Self.own) == nil)
      try stage.configure(Story.frontEnd) { $0.webOrigins = ["+", "https://pages.example"] }
      #expect(try await allowed(Self.own) == Self.own)
      #expect(try await allowed(Self.other) == nil)
      try stage.configure(Story.frontEnd) { $0.webOrigins = ["*"] }
      #expect(try await allowed(Self.other) == Self.other)
      try stage.configure(Story.frontEnd) { $0.webOrigins = [] }
      #expect(try await allowed(Self.own) == nil)
    }
  }

  @Test func `refusals are shared as far as the client is known`() async throws {
    try await EndpointStage.run { stage in
      let headers: Form = [("Origin", Self.own)]
      let form = stage.exchange("x")
      let refused = try await stage.post(form, headers: headers)
      #expect(refused["access-control-allow-origin"] == Self.own)
      let nobody = try await stage.post(form.setting("client_id", "x"), headers: headers)
      #expect(nobody.status == 401 && nobody["access-control-allow-origin"] == Self.own)
      let early = try await stage.post(form.setting("grant_type", nil), headers: headers)
      #expect(early.status == 400 && early["access-control-allow-origin"] == nil)
    }
  }

  @Test(arguments: ["/auth", "/token/introspect", "/logout", "/auth/device"])
  func `pages and back channels are not shared`(path: String) async throws {
    try await EndpointStage.run { stage in
      let reply = try await stage.send(
        "OPTIONS", EndpointStage.endpoints + path, headers: [("Origin", Self.own)])
      #expect(reply.status == 405)
      #expect(reply["access-control-allow-origin"] == nil)
    }
  }
}
