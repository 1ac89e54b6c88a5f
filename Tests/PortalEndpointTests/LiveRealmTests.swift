import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("A running server takes the realm's settings up with its next request")
struct LiveRealmTests {
  @Test func `the profile, on one and the same connection`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let wire = try await Connection(port: stage.server.address.port)
      let form = stage.exchange(try await stage.subject().compact)
        .setting("requested_token_type", ExchangeRows.uri("id_token"))
      let request = EndpointStage.text(
        "POST", EndpointStage.token,
        headers: [("Content-Type", "application/x-www-form-urlencoded")],
        body: FormText.encoded(form.map { Repair.Parameter(name: $0.0, value: $0.1) }))
      func ask() async throws -> Received {
        try await wire.send(request)
        return try await wire.reply()
      }
      #expect(try await ask().status == 200)
      stage.notes.change(Realm(profile: .keycloakV1))
      #expect(try await ask()["x-sim-reason"] == "X7")
      stage.notes.change(Realm(profile: .keycloakV2))
      #expect(try await ask()["x-sim-reason"] == "S4")
      stage.notes.change(Realm())
      #expect(try await ask().status == 200)
    }
  }

  @Test func `the issuer: older tokens go out of use, and paths and hosts follow`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let old = try await stage.subject()
      #expect(try await stage.post(stage.exchange(old.compact)).status == 200)
      let issuer = "http://sso.example:9090/other/realms/physics"
      stage.notes.change(Realm(issuer: issuer))
      let discovery = "/other/realms/physics/.well-known/openid-configuration"
      let found = try await stage.send("GET", discovery)
      #expect(found.json?["issuer"] == .string(issuer))
      #expect(try await stage.send("GET", discovery, host: "sso.example").status == 200)
      let token = "/other/realms/physics/protocol/openid-connect/token"
      let refused = try await stage.post(stage.exchange(old.compact), to: token)
      #expect(refused.refusal == ["invalid_request", "Invalid token"])
      #expect(refused["x-sim-reason"] == "X4c")
      // The path of before is none of this realm's any more.
      #expect(try await stage.post(stage.exchange(old.compact)).status == 404)
      stage.notes.change(Realm())
      #expect(try await stage.post(stage.exchange(old.compact)).status == 200)
      #expect(try await stage.send("GET", EndpointStage.realm, host: "sso.example").status == 421)
    }
  }

  @Test func `a store that fails is a fault of the server, told to nobody (§2)`() async throws {
    try await EndpointStage.run { stage in
      stage.notes.breakRealm(ConnectionError.silent)
      for path in [EndpointStage.token, EndpointStage.realm, "/apps/back-end-api/whoami"] {
        let reply = try await stage.post([("grant_type", "x")], to: path)
        #expect(reply.status == 500)
        #expect(
          reply.body
            == "{\"error\":\"unknown_error\",\"error_description\":"
            + "\"For more on this error consult the server log.\"}")
        #expect(reply["x-content-type-options"] == "nosniff")
      }
      #expect(stage.notes.takeFaults().count == 3)
      stage.notes.change(Realm())
      #expect(try await stage.send("GET", EndpointStage.realm).status == 200)
    }
  }
}

@Suite("§12: reuse of a refresh token past the limit, over a socket")
struct RefreshReuseTests {
  @Test func `is refused where the realm limits it, from the next request on`() async throws {
    try await EndpointStage.run { stage in
      let form =
        EndpointStage.starting + [
          ("grant_type", "refresh_token"),
          ("refresh_token", try await stage.token(.refresh).compact),
        ]
      for _ in 0..<3 { #expect(try await stage.post(form).status == 200) }
      stage.notes.change(Realm(refreshReuse: 0))
      let fresh = form.setting("refresh_token", try await stage.token(.refresh).compact)
      #expect(try await stage.post(fresh).status == 200)
      let again = try await stage.post(fresh)
      #expect(again.status == 400)
      #expect(
        again.refusal == ["invalid_grant", "Maximum allowed refresh token reuse exceeded"])
      #expect(again["x-sim-reason"] != nil && again["cache-control"] == "no-store")
    }
  }
}
