import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Devices, logout and simulated applications")
struct DeviceTests {
  private static let grant = "urn:ietf:params:oauth:grant-type:device_code"

  @Test func `a device is signed in by the code that it shows`() async throws {
    try await EndpointStage.run { stage in
      let client: Form = [("client_id", "starting-client"), ("client_secret", "SECRET")]
      let begun = try await stage.post(client, to: EndpointStage.endpoints + "/auth/device")
      #expect(begun.status == 200, "\(begun.body)")
      let device = try #require(begun.json?["device_code"]?.string)
      let code = try #require(begun.json?["user_code"]?.string)
      #expect(
        begun.json?["verification_uri"]?.string == Realm().issuer + "/device")
      let poll = client + [("grant_type", Self.grant), ("device_code", device)]
      #expect(try await stage.post(poll).refusal[0] == "authorization_pending")

      let ask = try await stage.page(EndpointStage.realm + "/device")
      let wrong = try await stage.submit(ask, [("user_code", "XXXX-XXXX")])
      #expect(wrong.status == 200 && wrong.body.contains("role=\"alert\""))
      let again = try stage.held(wrong, cookie: ask.cookie)
      let decide = try await stage.submit(again, [("user_code", code.lowercased())])
      #expect(decide.body.contains("Starting Client") && decide.body.contains(code))
      let page = try stage.held(decide, cookie: ask.cookie)
      let done = try await stage.submit(page, [("login", "jdoe"), ("action", "approve")])
      #expect(done.body.contains("Device signed in"), "\(done.body)")
      stage.notes.set(stage.now.advanced(seconds: 10))
      let tokens = try await stage.post(poll)
      #expect(tokens.status == 200, "\(tokens.body)")
      #expect(try await stage.post(poll).status == 400)
    }
  }

  @Test func `whoever is signed on signs a device in without being asked who they are`()
    async throws
  {
    try await EndpointStage.run { stage in
      let page = try await stage.page(PageTests.request())
      let login = try await stage.submit(page, [("login", "jdoe")])
      let cookies = login.fields.filter { $0.name == "set-cookie" }
        .map { String($0.value.prefix { $0 != ";" }) }
      let signOn = try #require(cookies.first { $0.hasPrefix("KEYCLOAK_IDENTITY=") })
      let browser = page.cookie + "; " + signOn

      let client: Form = [("client_id", "starting-client"), ("client_secret", "SECRET")]
      func begin() async throws -> (device: String, page: Received) {
        let begun = try await stage.post(client, to: EndpointStage.endpoints + "/auth/device").json
        let code = try #require(begun?["user_code"]?.string)
        let page = try await stage.send(
          "GET", EndpointStage.realm + "/device?user_code=\(code)",
          headers: [("Cookie", "AUTH_SESSION_ID=" + browser)])
        return (try #require(begun?["device_code"]?.string), page)
      }
      func decide(_ form: Form) async throws -> (Received, JSONValue?) {
        let (device, reply) = try await begin()
        #expect(reply.body.contains("You are signed on as <strong>jdoe</strong>"))
        #expect(!reply.body.contains("name=\"login\""))
        let asked = try stage.held(reply, cookie: page.cookie)
        let done = try await stage.submit(asked, form, cookie: browser)
        stage.notes.set(stage.now.advanced(seconds: 10))
        let tokens = try await stage.post(
          client + [("grant_type", Self.grant), ("device_code", device)])
        return (done, tokens.json)
      }

      let sessions = stage.portal.facts.sessionCount
      let (approved, tokens) = try await decide([("action", "go-on")])
      #expect(approved.body.contains("Device signed in"), "\(approved.body)")
      #expect(tokens?["access_token"] != nil)
      // In the same login: no other has begun, and logging out ends the device's part too.
      #expect(stage.portal.facts.sessionCount == sessions)
      let (refused, denied) = try await decide([("action", "deny")])
      #expect(refused.body.contains("Device refused"))
      #expect(denied?["error"]?.string == "access_denied")
      let (other, _) = try await decide([("action", "other")])
      #expect(other.body.contains("name=\"login\"") && !other.body.contains("signed on as"))

      // A login that has ended since signs nothing in.
      let session = try #require(stage.portal.facts.newestSession)
      try stage.portal.record([.sessionEnded(session.id, at: stage.now)])
      let late = try await begin().page.body
      #expect(late.contains("name=\"login\"") && !late.contains("signed on as"))
    }
  }

  @Test func `logout by refresh token ends what the session had`() async throws {
    try await EndpointStage.run { stage in
      let subject = try await stage.subject(of: Story.starting)
      var form = stage.exchange(subject.compact, by: Story.starting, toward: Story.target)
      form = form.setting("requested_token_type", ExchangeWant.refreshToken.uri)
      let refresh = try await stage.post(form).json?["refresh_token"]?.string ?? ""
      let client: Form = [("client_id", "starting-client"), ("client_secret", "SECRET")]
      let logout = EndpointStage.endpoints + "/logout"
      let done = try await stage.post(client + [("refresh_token", refresh)], to: logout)
      #expect(done.status == 204 && done.body.isEmpty)
      let found = try await stage.post(
        client + [("token", subject.compact)], to: EndpointStage.endpoints + "/token/introspect")
      #expect(found.body == "{\"active\":false}")
      #expect(try await stage.post(form).refusal == ["invalid_request", "Invalid token"])
    }
  }

  @Test func `a browser is asked before it is logged out, and only its own page can say yes`()
    async throws
  {
    try await EndpointStage.run { stage in
      let path = EndpointStage.endpoints + "/logout"
      let page = try await stage.page(path)
      #expect(page.reply.body.contains("Do you want to log out?"))
      let foreign = try await stage.submit(
        page, [("confirm", "yes")], origin: "https://evil.example")
      #expect(foreign.status == 403)
      #expect(try await stage.submit(page, [("confirm", "yes")], ticket: false).status == 400)
      let done = try await stage.submit(page, [("confirm", "yes")])
      #expect(done.status < 400, "\(done.body)")
    }
  }

  @Test func `an application takes the exchanged token and no other`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let subject = try await stage.subject()
      let reply = try await stage.post(stage.exchange(subject.compact))
      let token = try #require(reply.json?["access_token"]?.string)
      func ask(_ header: String?) async throws -> Received {
        try await stage.send(
          "GET", "/apps/back-end-api/whoami",
          headers: header.map { [("Authorization", $0)] } ?? [])
      }
      let good = try await ask("Bearer \(token)")
      #expect(good.status == 200, "\(good.body)")
      #expect(good.body.contains("backend_user") && !good.body.contains("administrator"))
      for header in [
        nil, "Bearer \(subject.compact)", "Bearer x", "Basic eDp5",
        "Bearer \(token.dropLast(6))AAAAAA",
      ] as [String?] {
        let bad = try await ask(header)
        #expect(bad.status == 401 || bad.status == 400, "\(header ?? "none"): \(bad.status)")
        #expect(bad["www-authenticate"]?.hasPrefix("Bearer") == true)
      }
      stage.notes.set(stage.now.advanced(seconds: 1201))
      let expired = try await ask("Bearer \(token)")
      #expect(expired.status == 401)
      #expect(expired["www-authenticate"]?.contains("invalid_token") == true)
      let entry = try #require(stage.notes.entries.last)
      #expect(entry.endpoint == .resource && entry.audience == "back-end-api")
      // Whose token it was is known once it is known to be genuine.
      #expect(entry.subject == "jdoe" && entry.client == "front-end-app")
    }
  }
}
