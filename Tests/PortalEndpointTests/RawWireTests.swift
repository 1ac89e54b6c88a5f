import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Clients that behave badly, over a raw socket")
struct RawWireTests {
  private static let form: Form = [("Content-Type", "application/x-www-form-urlencoded")]

  /// The story's granted exchange as it goes over the wire.
  private static func exchange(_ stage: EndpointStage) async throws -> String {
    try stage.grant()
    let pairs = stage.exchange(try await stage.subject().compact)
    return EndpointStage.text(
      "POST", EndpointStage.token, headers: form,
      body: FormText.encoded(pairs.map { Repair.Parameter(name: $0.0, value: $0.1) }))
  }

  @Test(arguments: [
    "/protocol/openid-connect/token", "/protocol/openid-connect/token/introspect",
    "/protocol/openid-connect/revoke", "/protocol/openid-connect/userinfo", "/api-access/token",
    "/protocol/openid-connect/auth/device",
  ])
  func `no endpoint takes what is no form-encoded UTF-8`(path: String) async throws {
    try await EndpointStage.run { stage in
      for body in ["token=%", "token=%4", "%GG=1", "token=%C3%28", "client_id=%ED%A0%80"] {
        let wire = try await Connection(port: stage.server.address.port)
        try await wire.send(
          EndpointStage.text("POST", EndpointStage.realm + path, headers: Self.form, body: body))
        let reply = try await wire.reply()
        #expect(reply.status == 400, "\(body)")
        #expect(reply.refusal == ["invalid_request", "Malformed form parameters"])
        #expect(reply["cache-control"] == "no-store")
      }
    }
  }

  @Test func `malformed queries of the pages are an error page`() async throws {
    try await EndpointStage.run { stage in
      for path in ["/protocol/openid-connect/auth", "/protocol/openid-connect/logout", "/device"] {
        let reply = try await stage.send(
          "GET", EndpointStage.realm + path + "?user_code=%FF&state=%")
        #expect(reply.status == 400 && reply.body.contains("Invalid Request"), "\(path)")
      }
    }
  }

  @Test func `targets that are no paths lead nowhere`() async throws {
    try await EndpointStage.run { stage in
      for target in [
        "*", "/..", "/auth/realms/cern/../cern", "/auth/realms/cern%2Fprotocol", "//auth", "/%",
        "/auth/realms/c%65rn", "/apps/%2e%2e/whoami",
        "/apps/" + String(repeating: "a", count: 3000)
          + "/whoami",
      ] {
        let reply = try await stage.send("GET", target)
        #expect(reply.status == 404, "\(target): \(reply.status)")
      }
    }
  }

  @Test func `a hundred requests sent ahead are answered each by itself and in order`()
    async throws
  {
    try await EndpointStage.run { stage in
      let good = try await Self.exchange(stage)
      let bad = EndpointStage.text(
        "POST", EndpointStage.token, headers: Self.form, body: "grant_type=magic")
      let last = EndpointStage.text(
        "GET", EndpointStage.realm + "/nowhere", headers: [("Connection", "close")])
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(String(repeating: good + bad, count: 50) + last)
      var rest = try await wire.rest()
      var statuses: [Int] = []
      while let reply = Received(rest) {
        statuses.append(reply.status)
        if reply.status == 200 { #expect(reply.json?["access_token"] != nil) }
        rest = reply.rest
      }
      #expect(rest.isEmpty)
      #expect(statuses == (0..<100).map { $0.isMultiple(of: 2) ? 200 : 400 } + [404])
    }
  }

  @Test func `clients that vanish while their reply is made or sent leave others their answers`()
    async throws
  {
    try await EndpointStage.run { stage in
      let request = try await Self.exchange(stage)
      for round in 0..<40 {
        let wire = try await Connection(port: stage.server.address.port)
        // Some have sent all of it, some a part, some many; none waits for anything.
        let sent = round % 3 == 0 ? request.utf8.count / 2 : request.utf8.count
        try await wire.send(Array(request.utf8.prefix(sent)))
        if round % 4 == 3, sent == request.utf8.count {
          try await wire.send(String(repeating: request, count: 20))
        }
        wire.reset()
      }
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(request)
      #expect(try await wire.reply().status == 200)
      // Whatever was answered was answered rightly.
      #expect(stage.notes.entries.allSatisfy { $0.status == 200 })
    }
  }

  @Test func `a client that closes its sending half still gets its reply`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(try await Self.exchange(stage))
      wire.finish()
      #expect(Received(try await wire.rest())?.status == 200)
    }
  }

  @Test func `a body shorter than its length, and then nothing, is no request`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token, headers: Self.form + [("Content-Length", "500")])
          + "grant_type=client_credentials")
      wire.finish()
      let bytes = try await wire.rest()
      #expect(bytes.isEmpty || Received(bytes)?.status == 400)
      #expect(stage.notes.entries.isEmpty)
    }
  }

  @Test(arguments: ["-1", "1e3", "0x10", "99999999999999999999", "4, 5", ""])
  func `lengths that are none are refused and closed`(length: String) async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        "POST \(EndpointStage.token) HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(length)\r\n\r\n"
          + "abcd")
      wire.finish()
      let bytes = try await wire.rest()
      #expect(bytes.isEmpty || Received(bytes)?.status == 400, "\(bytes.count)")
      #expect(stage.notes.entries.isEmpty)
    }
  }

  @Test(arguments: ["zz\r\n", "5\r\nab", "ffffffffffffffffff\r\n", "-1\r\nab\r\n"])
  func `chunks that are none are refused and closed`(chunks: String) async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token, headers: Self.form + [("Transfer-Encoding", "chunked")])
          + chunks)
      wire.finish()
      let bytes = try await wire.rest()
      #expect(bytes.isEmpty || Received(bytes)?.status == 400)
      #expect(stage.notes.entries.isEmpty)
    }
  }

  @Test func `a body in chunks has the same bound`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token, headers: Self.form + [("Transfer-Encoding", "chunked")]))
      let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
      // What is refused may be closed before all of it is sent.
      try? await wire.send(String(repeating: chunk, count: 12) + "0\r\n\r\n")
      #expect(try await wire.reply().status == 413)
    }
  }

  @Test func `HEAD is GET without its body, with the same head`() async throws {
    try await EndpointStage.run { stage in
      for path in ["/protocol/openid-connect/certs", "/.well-known/openid-configuration", ""] {
        let wire = try await Connection(port: stage.server.address.port)
        func text(_ method: String) -> String {
          EndpointStage.text(
            method, EndpointStage.realm + path, headers: [("Connection", "close")])
        }
        try await wire.send(text("HEAD"))
        let bytes = try await wire.rest()
        let head = try #require(Received(bytes, hasBody: false))
        #expect(head.rest.isEmpty, "\(path)")
        let get = try await stage.send("GET", EndpointStage.realm + path)
        #expect(head.status == 200)
        for name in ["content-type", "content-length", "cache-control"] {
          #expect(head[name] == get[name], "\(path) \(name)")
        }
      }
    }
  }

  @Test func `two hosts, or none, are refused`() async throws {
    try await EndpointStage.run { stage in
      for hosts in [
        "", "Host: evil.example\r\n", "Host: localhost\r\nHost: evil.example\r\n",
        "Host: evil.example\r\nHost: localhost\r\n", "Host: localhost, evil.example\r\n",
      ] {
        let wire = try await Connection(port: stage.server.address.port)
        try await wire.send(
          "GET \(EndpointStage.realm) HTTP/1.1\r\n\(hosts)Connection: close\r\n\r\n")
        let bytes = try await wire.rest()
        let status = Received(bytes)?.status
        #expect(status == 421 || status == 400, "\(hosts) \(status ?? 0)")
        #expect(!String(decoding: bytes, as: UTF8.self).contains("public_key"), "\(hosts)")
      }
    }
  }

  /// The library drops the host of an absolute target; what browsers fill in is the header.
  @Test func `the Host header is judged beside an absolute target too`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        "GET http://localhost\(EndpointStage.realm) HTTP/1.1\r\nHost: evil.example\r\n"
          + "Connection: close\r\n\r\n")
      #expect(Received(try await wire.rest())?.status == 421)
    }
  }

  @Test func `header values with other bytes are harmless`() async throws {
    try await EndpointStage.run { stage in
      for (name, value) in [
        ("Authorization", "Basic \u{FF}\u{FE}"), ("Authorization", "Bearer \u{1b}[31m"),
        ("Origin", "https://a\u{7}b"), ("Cookie", "AUTH_SESSION_ID=\u{80}; ==;;"),
        ("Content-Type", "application/x-www-form-urlencoded\u{B}"),
      ] {
        let wire = try await Connection(port: stage.server.address.port)
        try await wire.send(
          EndpointStage.text(
            "POST", EndpointStage.token, headers: [(name, value), ("Connection", "close")],
            body: "grant_type=magic"))
        let bytes = try await wire.rest()
        #expect(bytes.isEmpty || [400, 401, 415].contains(Received(bytes)?.status ?? 0), "\(name)")
        #expect(!bytes.contains(0x1B) && !bytes.contains(0x07))
      }
    }
  }
}
