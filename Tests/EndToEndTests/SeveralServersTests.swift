import Foundation
import PortalTestSupport
import Testing

/// Servers on one home, and what other processes change under them.
@Suite struct SeveralServersTests {
  /// A server, and the address of its token endpoint.
  private static func serve(
    _ home: ScratchHome, _ more: [String] = []
  ) throws -> (PseudoTerminal, String) {
    let server = try PseudoTerminal(
      portalPath, ["serve", "--port", "0"] + more, environment: portalEnvironment(home: home),
      columns: 200, rows: 24, idleSignal: false)
    try server.waitFor("Its token endpoint: ")
    let address = try #require(
      server.screenText.firstMatch(of: /Its token endpoint: (\S+)/).map { String($0.1) })
    return (server, address)
  }

  private static func portal(_ line: String, _ home: ScratchHome) throws -> String {
    let result = try runPortal(
      line.split(separator: " ").map(String.init), home: home, patience: .seconds(120))
    #expect(result.status == 0, "\(line): \(result.stdout)\(result.stderr)")
    return result.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func curl(_ arguments: [String]) throws -> String {
    try runCommand(
      "/usr/bin/curl", ["-s", "-i"] + arguments, environment: ["PATH": "/usr/bin:/bin"],
      patience: .seconds(120)
    ).stdout
  }

  private static func exchange(_ token: String, _ address: String) throws -> String {
    try curl([
      "-d", "client_id=front-end-app", "--data-urlencode",
      "grant_type=urn:ietf:params:oauth:grant-type:token-exchange", "-d",
      "subject_token=\(token)", "-d", "audience=back-end-api", address,
    ])
  }

  @Test func whatOtherProcessesChangeCountsForTheNextRequestOfEach() throws {
    let home = try ScratchHome()
    // Begins the home and draws its key, so that two servers need not.
    let token = try Self.portal("token login --user jdoe --client front-end-app", home)
    _ = try Self.portal(
      "permission grant --from front-end-app --to back-end-api --as bob", home)
    let (first, one) = try Self.serve(home)
    let (second, two) = try Self.serve(home)
    // A token of the command line is good at every server.
    for address in [one, two] {
      let reply = try Self.exchange(token, address)
      #expect(reply.contains("200 OK") && reply.contains("\"access_token\":"), "\(reply)")
      #expect(reply.contains("X-Sim-Standard: S4: "), "\(reply)")
    }
    // The profile.
    _ = try Self.portal("token profile keycloak-v2", home)
    for address in [one, two] {
      let reply = try Self.exchange(token, address)
      #expect(reply.contains("X-Sim-Reason: S4: "))
    }
    _ = try Self.portal("token profile cern", home)
    #expect(try Self.exchange(token, two).contains("200 OK"))
    // A revoked permission.
    _ = try Self.portal(
      "permission revoke --from front-end-app --to back-end-api --as bob", home)
    #expect(try Self.exchange(token, one).contains("X-Sim-Reason: X14-no_policy: "))
    // The issuer, set by a third server: the others answer under it, and the old token is of another.
    let (third, three) = try Self.serve(
      home, ["--issuer", "http://localhost:9099/auth/realms/cern"])
    let discovery = one.replacing(
      "/protocol/openid-connect/token", with: "/.well-known/openid-configuration")
    let document = try Self.curl([discovery])
    #expect(document.contains("\"issuer\":\"http://localhost:9099/auth/realms/cern\""))
    for address in [one, two, three] {
      let reply = try Self.exchange(token, address)
      #expect(reply.contains("X-Sim-Reason: X4c: "))
    }
    // What was answered is in the log of every process.
    let log = try Self.portal("log --kind requests --json", home)
    #expect(log.contains("\"standard\":[\"S4\""))
    for server in [first, second, third] {
      try server.send(keys: "\u{3}")
      #expect(try server.waitForExit() == .exited(0))
    }
  }
}
