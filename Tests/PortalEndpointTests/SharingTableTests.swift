import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

/// Whose pages may read which reply, endpoint by endpoint.
struct SharingRow: Sendable, CustomTestStringConvertible {
  var path: String
  /// What the client's own pages, others', and a sandboxed one may read.
  var own: Bool
  var foreign: Bool
  var send: @Sendable (EndpointStage, Form) async throws -> Received

  var testDescription: String { path }
}

@Suite("Cross-origin sharing, endpoint by endpoint")
struct SharingTableTests {
  private static let bearer = { @Sendable (stage: EndpointStage) async throws -> (String, String) in
    ("Authorization", "Bearer \(try await stage.subject().compact)")
  }

  static let rows = [
    SharingRow(path: "token", own: true, foreign: false) { stage, headers in
      try stage.grant()
      return try await stage.post(
        stage.exchange(try await stage.subject().compact), headers: headers)
    },
    SharingRow(path: "token, refused", own: true, foreign: false) { stage, headers in
      try await stage.post(
        stage.exchange(try await stage.subject().compact), headers: headers)
    },
    SharingRow(path: "userinfo", own: true, foreign: false) { stage, headers in
      try await stage.send("GET", UserInfoRows.path, headers: headers + [bearer(stage)])
    },
    SharingRow(path: "userinfo, refused", own: true, foreign: true) { stage, headers in
      try await stage.send("GET", UserInfoRows.path, headers: headers)
    },
    SharingRow(path: "revoke", own: true, foreign: false) { stage, headers in
      try await stage.post(
        stage.client(Story.frontEnd) + [("token", try await stage.subject().compact)],
        headers: headers, to: EndpointStage.endpoints + "/revoke")
    },
    SharingRow(path: "certs", own: true, foreign: true) {
      try await $0.send("GET", EndpointStage.endpoints + "/certs", headers: $1)
    },
    SharingRow(path: "discovery", own: true, foreign: true) {
      try await $0.send(
        "GET", EndpointStage.realm + "/.well-known/openid-configuration", headers: $1)
    },
    SharingRow(path: "introspect", own: false, foreign: false) { stage, headers in
      try await stage.post(
        EndpointStage.starting + [("token", "x")], headers: headers,
        to: EndpointStage.endpoints + "/token/introspect")
    },
  ]

  @Test(arguments: rows)
  func simpleRequests(row: SharingRow) async throws {
    for (origin, isReader) in [
      (SharingTests.own, row.own), (SharingTests.other, row.foreign), ("null", row.foreign),
      (SharingTests.own + ":1", row.foreign), (SharingTests.own + ".evil.example", row.foreign),
      ("http://front-end-app.cern.ch", row.foreign),
    ] {
      let reply = try await EndpointStage.run { try await row.send($0, [("Origin", origin)]) }
      #expect(reply["access-control-allow-origin"] == (isReader ? origin : nil), "\(origin)")
      #expect(
        reply["access-control-allow-credentials"] == (isReader ? "true" : nil), "\(origin)")
    }
    let plain = try await EndpointStage.run { try await row.send($0, []) }
    #expect(!plain.fields.contains { $0.name.hasPrefix("access-control-") })
  }

  @Test(arguments: [
    "/protocol/openid-connect/token", "/protocol/openid-connect/userinfo",
    "/protocol/openid-connect/revoke", "/protocol/openid-connect/certs",
    "/.well-known/openid-configuration",
  ])
  func preflights(path: String) async throws {
    try await EndpointStage.run { stage in
      for origin in [SharingTests.own, SharingTests.other] {
        let reply = try await stage.send(
          "OPTIONS", EndpointStage.realm + path,
          headers: [
            ("Origin", origin), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,content-type"),
          ])
        #expect(reply.status == 200 && reply.body.isEmpty)
        #expect(reply["access-control-allow-origin"] == origin)
        #expect(reply["access-control-allow-credentials"] == "true")
        #expect(reply["access-control-allow-headers"]?.contains("Authorization") == true)
      }
      let plain = try await stage.send("OPTIONS", EndpointStage.realm + path)
      #expect(plain.status == 200 && plain["access-control-allow-origin"] == nil)
      // Nothing was asked of the service: a preflight is no request of anybody.
      #expect(stage.notes.entries.isEmpty)
    }
  }
}
