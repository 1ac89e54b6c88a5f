import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Faults found in servers that people use instead of this one")
struct OtherServersFaultsTests {
  @Test func `a confidential client does not exchange without its secret`() async throws {
    try await EndpointStage.run { stage in
      let subject = try await stage.subject(of: Story.starting)
      let form = stage.exchange(subject.compact, by: Story.starting, toward: Story.target)
      #expect(try await stage.post(form).status == 200)
      for secret in [nil, "", "secret", "SECRET ", "SECRETSECRET"] as [String?] {
        let reply = try await stage.post(form.setting("client_secret", secret))
        #expect(reply.status == 401 && reply.refusal[0] == "unauthorized_client")
      }
    }
  }

  @Test func `the source's roles are not copied into the new token`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let subject = try await stage.subject()
      #expect(Set(subject.roles) == ["frontend_user", "administrator"])
      let reply = try await stage.post(stage.exchange(subject.compact))
      let token = try #require(reply.json?["access_token"]?.string.flatMap(CompactToken.init))
      #expect(token.claims["cern_roles"]?.strings == ["backend_user"])
      #expect(token.claims["resource_access"]?["front-end-app"] == nil)
    }
  }

  @Test func `the subject token's signature is checked`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let subject = try await stage.subject()
      #expect(try await stage.post(stage.exchange(subject.compact)).status == 200)
      let foreign = try await RealmKeys(EndpointStage.foreign.get())
      let forged = try stage.forged([:], from: subject, by: foreign)
      let reply = try await stage.post(stage.exchange(forged))
      #expect(reply.refusal == ["invalid_request", "Invalid token"])
    }
  }

  @Test func `wrong secrets do not hold anybody else up`() async throws {
    try await EndpointStage.run { stage in
      let form = FormText.encoded(
        stage.exchange("x", by: Story.starting).setting("client_secret", "wrong")
          .map { Repair.Parameter(name: $0.0, value: $0.1) })
      let request = EndpointStage.text(
        "POST", EndpointStage.token,
        headers: [("Content-Type", "application/x-www-form-urlencoded")], body: form)
      let last = EndpointStage.text(
        "GET", EndpointStage.realm, headers: [("Connection", "close")])
      // On a busy machine a crowd may be served before the other request is even sent; a server
      // that is held up never answers it among them, however often it is tried.
      var answeredAmongThem = false
      for round in 1...10 where !answeredAmongThem {
        var crowd: [Connection] = []
        for _ in 0..<8 {
          let wire = try await Connection(port: stage.server.address.port)
          try await wire.send(String(repeating: request, count: 100) + last)
          crowd.append(wire)
        }
        #expect(try await stage.send("GET", EndpointStage.endpoints + "/certs").status == 200)
        answeredAmongThem = stage.notes.entries.count < 800 * round
        for wire in crowd { #expect(!(try await wire.rest().isEmpty)) }
        #expect(stage.notes.entries.count == 800 * round)
      }
      #expect(answeredAmongThem)
    }
  }
}
