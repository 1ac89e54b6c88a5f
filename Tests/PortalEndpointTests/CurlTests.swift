import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("curl, as CERN's Token Exchange page has it")
struct CurlTests {
  /// The page's command to the letter, but for the token, and the address that its last line lost.
  static let page = #"""
    curl -X POST \
        -d "client_id=starting-client" \
        -d "client_secret=SECRET" \
        --data-urlencode "grant_type=urn:ietf:params:oauth:grant-type:token-exchange" \
        -d "subject_token=...." \
        --data-urlencode "requested_token_type=urn:ietf:params:oauth:token-type:refresh_token" \
        -d "audience=target-client" \

    """#

  @Test func thePagesCommandWorks() async throws {
    try await EndpointStage.run { stage in
      let subject = try await stage.subject(of: Story.starting)
      let command =
        Self.page.replacing("....", with: subject.compact)
        .trimmingSuffix(while: \.isNewline) + "\n" + stage.url(EndpointStage.token)
      let result = try await shell(command)
      #expect(result.status == 0)
      let reply = try #require(JSONParser.parse(Array(result.stdout.utf8)))
      #expect(reply["token_type"] == .string("Bearer"))
      #expect(
        reply["issued_token_type"] == .string("urn:ietf:params:oauth:token-type:refresh_token"))
      let access = try #require(reply["access_token"]?.string.flatMap(CompactToken.init))
      #expect(access.claims["aud"] == .string("target-client"))
      #expect(access.claims["azp"] == .string("starting-client"))
      #expect(stage.service.keys.signatureProblem(of: access) == nil)
      let refresh = try #require(reply["refresh_token"]?.string.flatMap(CompactToken.init))
      #expect(refresh.claims["typ"] == .string("Refresh"))
    }
  }

  @Test func theStorysTokenCarriesTheTargetsRolesOnly() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let subject = try await stage.subject()
      #expect(Set(subject.roles) == ["frontend_user", "administrator"])
      let fields = stage.exchange(subject.compact).map { "--data-urlencode '\($0.0)=\($0.1)'" }
      let result = try await shell(
        "curl -s " + fields.joined(separator: " ") + " " + stage.url(EndpointStage.token))
      let reply = try #require(JSONParser.parse(Array(result.stdout.utf8)))
      let access = try #require(reply["access_token"]?.string.flatMap(CompactToken.init))
      #expect(access.claims["cern_roles"] == .array([.string("backend_user")]))
      #expect(
        access.claims["resource_access"]
          == .object([
            .init(
              "back-end-api", .object([.init("roles", .array([.string("backend_user")]))]))
          ]))
    }
  }

  private func shell(_ command: String) async throws -> CommandResult {
    try await Connection.blocking {
      try runCommand(
        "/bin/sh", ["-c", command], environment: ["PATH": "/usr/bin:/bin"],
        patience: .seconds(600))
    }
  }
}

extension EndpointStage {
  /// The address of a path on this server.
  func url(_ path: String) -> String { "http://localhost:\(server.address.port)\(path)" }
}

extension String {
  fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
    String(self[..<(lastIndex { !isCut($0) }.map { index(after: $0) } ?? startIndex)])
  }
}
