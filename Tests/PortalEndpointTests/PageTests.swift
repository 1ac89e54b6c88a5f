import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("The pages, by their forms")
struct PageTests {
  static let callback = "https://starting-client.cern.ch/back"

  static func request(_ changes: [String: String?] = [:]) -> String {
    var form: Form = [
      ("client_id", "starting-client"), ("redirect_uri", callback), ("response_type", "code"),
      ("scope", "openid"), ("state", "s&<1>"), ("nonce", "n"),
    ]
    for (name, value) in changes { form = form.setting(name, value) }
    return EndpointStage.endpoints + "/auth?"
      + FormText.encoded(form.map { Repair.Parameter(name: $0.0, value: $0.1) })
  }

  @Test func `somebody is chosen and the browser is sent back with a code that counts once`()
    async throws
  {
    try await EndpointStage.run { stage in
      let page = try await stage.page(Self.request())
      #expect(page.reply.status == 200)
      #expect(page.reply.body.contains("Sign in to Starting Client"))
      let done = try await stage.submit(page, [("login", "jdoe"), ("multifactor", "yes")])
      #expect(done.status == 302)
      let back = try #require(done["location"])
      #expect(back.hasPrefix(Self.callback + "?"))
      let query = try #require(FormText.parameters(back.drop { $0 != "?" }.dropFirst().utf8))
      #expect(query["state"] == "s&<1>")
      #expect(query["iss"] == Realm().issuer)
      let form: Form = [
        ("client_id", "starting-client"), ("client_secret", "SECRET"),
        ("grant_type", "authorization_code"), ("code", query["code"] ?? ""),
        ("redirect_uri", Self.callback),
      ]
      let tokens = try await stage.post(form)
      #expect(tokens.status == 200, "\(tokens.body)")
      #expect(tokens.json?["id_token"] != nil)
      #expect(try await stage.post(form).refusal[0] == "invalid_grant")
      // Who signed in is written down, and how it ended.
      let entry = try #require(stage.notes.entries.first)
      #expect(entry.endpoint == .authorization && entry.status == 302)
      #expect(entry.client == "starting-client" && entry.subject == "jdoe")
    }
  }

  @Test func `pages have no script, load nothing from outside, and are not kept`() async throws {
    try await EndpointStage.run { stage in
      for path in [
        Self.request(), EndpointStage.realm + "/device", Self.request(["client_id": "x"]),
      ] {
        let reply = try await stage.send("GET", path)
        #expect(reply["content-type"] == "text/html; charset=utf-8")
        let policy = try #require(reply["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; form-action"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(reply["cache-control"] == "no-store")
        #expect(reply["referrer-policy"] == "same-origin")
        #expect(!reply.body.lowercased().contains("<script"))
        #expect(!reply.body.contains("://"), "\(reply.body)")
      }
      let style = try await stage.send("GET", "/auth/resources/portal.css")
      #expect(style.status == 200 && style["content-type"] == "text/css; charset=utf-8")
    }
  }

  @Test func `a post must come from the page, once, from the same browser`() async throws {
    try await EndpointStage.run { stage in
      let page = try await stage.page(Self.request())
      for origin in ["https://evil.example", "null", "http://localhost:1", nil] as [String?] {
        let reply = try await stage.submit(page, [("login", "jdoe")], origin: origin)
        #expect(reply.status == 403)
        #expect(reply["location"] == nil)
      }
      let stolen = try await stage.submit(page, [("login", "jdoe")], cookie: "other")
      #expect(stolen.status == 400 && stolen.body.contains("Page has expired"))
      let forged = try await stage.submit(
        page, [("login", "jdoe"), ("ticket", "0123456789abcdef0123456789abcdef")], ticket: false)
      #expect(forged.status == 400)
      #expect(try await stage.submit(page, [("login", "jdoe")]).status == 302)
      #expect(try await stage.submit(page, [("login", "jdoe")]).status == 400)
    }
  }

  @Test func `what was asked for cannot be changed by the form`() async throws {
    try await EndpointStage.run { stage in
      let page = try await stage.page(Self.request())
      let done = try await stage.submit(
        page, [("login", "jdoe"), ("redirect_uri", "https://evil.example/"), ("state", "x")])
      #expect(done["location"]?.hasPrefix(Self.callback + "?") == true)
    }
  }

  @Test(
    arguments: [
      ["client_id": "nobody"], ["client_id": nil], ["redirect_uri": "https://evil.example/"],
      ["redirect_uri": "https://starting-client.cern.ch.evil.example/"],
      ["redirect_uri": "javascript:alert(1)"],
    ] as [[String: String?]])
  func `a browser is not sent to where nobody registered`(changes: [String: String?]) async throws {
    try await EndpointStage.run { stage in
      let reply = try await stage.send("GET", Self.request(changes))
      #expect(reply.status == 400)
      #expect(reply["location"] == nil)
      #expect(reply.body.contains("We are sorry..."))
      #expect(reply["x-sim-reason"] != nil)
    }
  }

  @Test func `the answer travels as it was asked to`() async throws {
    try await EndpointStage.run { stage in
      let page = try await stage.page(Self.request(["response_mode": "form_post"]))
      let done = try await stage.submit(page, [("login", "jdoe")])
      #expect(done.status == 200 && done["location"] == nil)
      #expect(done.body.contains("<form method=\"post\" action=\"\(Self.callback)\">"))
      #expect(done.body.contains("name=\"state\" value=\"s&amp;&lt;1&gt;\""))
      // The policy lets the form go there, and no script do it.
      let policy = try #require(done["content-security-policy"])
      #expect(
        policy.contains("form-action 'self' http: https:;") && policy.hasPrefix("default-src"))
      let mark = try #require(done.body.firstRange(of: "name=\"code\" value=\"")).upperBound
      let form: Form = [
        ("client_id", "starting-client"), ("client_secret", "SECRET"),
        ("grant_type", "authorization_code"), ("redirect_uri", Self.callback),
        ("code", String(done.body[mark...].prefix { $0 != "\"" })),
      ]
      #expect(try await stage.post(form).status == 200)
      #expect(stage.notes.entries.first?.subject == "jdoe")
    }
    try await EndpointStage.run { stage in
      let page = try await stage.page(Self.request(["response_mode": "fragment"]))
      let done = try await stage.submit(page, [("login", "jdoe")])
      #expect(done["location"]?.hasPrefix(Self.callback + "#state=") == true)
      // An error travels the same way.
      let error = try await stage.send(
        "GET", Self.request(["response_mode": "form_post", "prompt": "none"]))
      #expect(error.status == 200 && error.body.contains("value=\"login_required\""))
      let unknown = try await stage.send("GET", Self.request(["response_mode": "web_message"]))
      #expect(unknown["location"]?.contains("error=invalid_request") == true)
    }
  }

  @Test func `implicit flow is refused in the answer`() async throws {
    try await EndpointStage.run { stage in
      let reply = try await stage.send("GET", Self.request(["response_type": "token"]))
      #expect(reply.status == 302)
      #expect(reply["location"]?.contains("error=un") == true)
    }
  }

  @Test func `a blocked application and a missing required role refuse here`() async throws {
    try await EndpointStage.run { stage in
      try stage.perform(.blockApplication(Story.starting, blocked: true), as: Story.carol)
      let blocked = try await stage.send("GET", Self.request())
      #expect(blocked.status >= 400 && blocked["location"] == nil)
    }
    try await EndpointStage.run { stage in
      let role = Role(
        application: Story.starting, id: RoleIdentifier(trusted: "chosen"), name: "Chosen",
        required: true)
      try stage.perform(.defineRole(role), as: Story.carol)
      let page = try await stage.page(Self.request())
      let refused = try await stage.submit(page, [("login", "jdoe")])
      #expect(refused["location"]?.contains("code=") != true)
      #expect(refused["x-sim-reason"] == "L3")
      #expect(stage.notes.entries.last?.reason == "L3")
    }
  }

  @Test func `names are escaped wherever they stand`() async throws {
    try await EndpointStage.run { stage in
      var form = try #require(stage.portal.facts.application(Story.starting))
      form.name = "<b>\"Bold\"</b>"
      stage.portal.apply([.updateApplication(form)])
      let reply = try await stage.send("GET", Self.request(["login_hint": "\"><i>"]))
      #expect(reply.body.contains("&lt;b&gt;&quot;Bold&quot;&lt;/b&gt;"))
      #expect(!reply.body.contains("<b>") && !reply.body.contains("<i>"))
    }
  }
}
