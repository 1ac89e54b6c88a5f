import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("What comes over the wire: an answer or a clean close, never a wrong verdict")
struct WireTests {
  @Test(arguments: [
    "grant_type=%", "grant_type=%4", "grant_type=%GG", "a=%FF", "a=%C3%28", "%ED%A0%80=x",
    "a=%F0%9F", "a=b&c=%zz&d",
  ])
  func `a form that cannot be decoded is refused`(body: String) async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token,
          headers: [("Content-Type", "application/x-www-form-urlencoded")], body: body))
      let reply = try await wire.reply()
      #expect(reply.status == 400)
      #expect(reply.refusal == ["invalid_request", "Malformed form parameters"])
      // It is seen that somebody sent it.
      let entry = try #require(stage.notes.entries.last)
      #expect(entry.status == 400 && entry.error == "invalid_request" && entry.endpoint == .token)
    }
  }

  @Test func `raw bytes that are no UTF-8 are refused`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      let head = EndpointStage.text(
        "POST", EndpointStage.token,
        headers: [
          ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "3"),
        ])
      try await wire.send(Array(head.utf8) + [0x61, 0x3D, 0xFF])
      #expect(try await wire.reply().status == 400)
    }
  }

  @Test func `requests sent ahead are answered in their order`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      let one = EndpointStage.text("GET", EndpointStage.endpoints + "/certs")
      let two = EndpointStage.text("GET", EndpointStage.realm + "/nowhere")
      let three = EndpointStage.text(
        "GET", EndpointStage.realm + "x", headers: [("Connection", "close")])
      try await wire.send(one + two + three)
      let bytes = try await wire.rest()
      let first = try #require(Received(bytes))
      let second = try #require(Received(first.rest))
      let third = try #require(Received(second.rest))
      #expect([first.status, second.status, third.status] == [200, 404, 404])
      #expect(first.json?["keys"] != nil)
      #expect(third.refusal == ["Realm does not exist", nil])
      #expect(third.rest.isEmpty)
    }
  }

  @Test func `a body in chunks is one form`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      let head = EndpointStage.text(
        "POST", EndpointStage.token,
        headers: [
          ("Content-Type", "application/x-www-form-urlencoded"), ("Transfer-Encoding", "chunked"),
        ])
      try await wire.send(head + "6\r\ngrant_\r\n9\r\ntype=magi\r\n1\r\nc\r\n0\r\n\r\n")
      #expect(try await wire.reply().refusal[0] == "unsupported_grant_type")
    }
  }

  @Test func `a length and chunks at once are refused and closed`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        "POST \(EndpointStage.token) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")
      let bytes = try await wire.rest()
      #expect(Received(bytes)?.status == 400 || bytes.isEmpty)
    }
  }

  @Test(arguments: [
    "\u{0}\u{1}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ])
  func `what is no HTTP is closed`(text: String) async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(text)
      wire.finish()
      let bytes = try await wire.rest()
      #expect(bytes.isEmpty || Received(bytes)?.status == 400 || Received(bytes)?.status == 421)
    }
  }

  @Test func `too long a body is 413, and a head too long or of too many fields is closed`()
    async throws
  {
    try await EndpointStage.run { stage in
      let limits = EndpointLimits()
      let long = try await stage.post([("a", String(repeating: "x", count: limits.body))])
      #expect(long.status == 413)
      let fat = try await Connection(port: stage.server.address.port)
      try await fat.send(
        EndpointStage.text(
          "GET", "/", headers: [("X", String(repeating: "x", count: limits.headers + 1))]))
      #expect(Received(try await fat.rest())?.status == 400)
      let many = try await Connection(port: stage.server.address.port)
      try await many.send(
        EndpointStage.text(
          "GET", "/", headers: (0...limits.headerCount).map { ("X-\($0)", "y") }))
      #expect(Received(try await many.rest())?.status == 400)
    }
  }

  @Test func `clients that vanish leave the server as it was`() async throws {
    try await EndpointStage.run { stage in
      let request = EndpointStage.text("GET", EndpointStage.endpoints + "/certs")
      for cut in stride(from: 1, through: request.utf8.count, by: 7) {
        let wire = try await Connection(port: stage.server.address.port)
        try await wire.send(Array(request.utf8.prefix(cut)))
      }
      #expect(try await stage.send("GET", EndpointStage.endpoints + "/certs").status == 200)
    }
  }

  @Test func `a client that waits for leave to send its body is given it`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token,
          headers: [
            ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "16"),
            ("Expect", "100-continue"),
          ]))
      #expect(try await wire.reply().status == 100)
      try await wire.send("grant_type=magic")
      #expect(try await wire.reply().refusal[0] == "unsupported_grant_type")
    }
  }
}
