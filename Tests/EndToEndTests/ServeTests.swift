import Foundation
import PortalTestSupport
import Testing

/// `portal serve` as a process, beside others on the same home.
@Suite struct ServeTests {
  @Test func whatAnotherProcessApprovesCountsForTheNextRequest() throws {
    let home = try ScratchHome()
    _ = try runPortal(
      ["exchange", "--user", "jdoe", "--from", "front-end-app", "--to", "back-end-api"], home: home,
      patience: .seconds(60))
    let server = try PseudoTerminal(
      portalPath, ["serve", "--port", "0"], environment: portalEnvironment(home: home),
      columns: 200, rows: 24, idleSignal: false)
    try server.waitFor("Its token endpoint: ")
    let address = try #require(
      server.screenText.firstMatch(of: /Its token endpoint: (\S+)/).map { String($0.1) })
    let subject = try signIn(at: address.replacing("/token", with: "/auth"), home)
    let request = [
      "-s", "-i", "-d", "client_id=front-end-app", "--data-urlencode",
      "grant_type=urn:ietf:params:oauth:grant-type:token-exchange", "-d",
      "subject_token=\(subject)", "-d", "audience=back-end-api", address,
    ]
    let refused = try curl(request)
    #expect(refused.contains("403") && refused.contains("Client not allowed to exchange"))
    #expect(refused.contains("X-Sim-Reason: X14-resource_missing: "))
    let granted = try runPortal(
      ["permission", "grant", "--from", "front-end-app", "--to", "back-end-api", "--as", "bob"],
      home: home, patience: .seconds(60))
    #expect(granted.status == 0, "\(granted.stdout)\(granted.stderr)")
    #expect(try curl(request).contains("\"access_token\":"))

    // The screens' own endpoint answers the same, and a stop says so.
    try server.send(keys: "\u{3}")
    try server.waitFor("Stopped.")
    #expect(try server.waitForExit() == .exited(0))
    #expect(try curl(request).isEmpty)
  }

  @Test func beyondThisMachineIsNotWithoutBeingToldTo() throws {
    let home = try ScratchHome()
    let result = try runPortal(
      ["serve", "--host", "0.0.0.0", "--port", "0"], home: home, patience: .seconds(60))
    #expect(result.status == 2)
    #expect(result.stderr.contains("--insecure"))
  }

  /// jdoe's token for front-end-app, by the sign-in page, as a browser gets it.
  private func signIn(at page: String, _ home: ScratchHome) throws -> String {
    let script = #"""
      back="http://localhost:3000/callback"
      html=$(curl -s -c "$HOME/jar" -G "$PAGE" -d client_id=front-end-app -d response_type=code \
        -d scope=openid --data-urlencode "redirect_uri=$back")
      ticket=$(printf %s "$html" | sed -n 's/.*name="ticket" value="\([^"]*\)".*/\1/p')
      origin=$(printf %s "$PAGE" | cut -d/ -f1-3)
      code=$(curl -s -i -b "$HOME/jar" -H "Origin: $origin" -d "ticket=$ticket" -d login=jdoe \
        "${PAGE%/protocol*}/login-actions/authenticate" \
        | sed -n 's/.*[?&]code=\([^&[:space:]]*\).*/\1/p')
      curl -s -d client_id=front-end-app -d grant_type=authorization_code -d "code=$code" \
        --data-urlencode "redirect_uri=$back" "${PAGE%/auth}/token" \
        | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
      """#
    let result = try runCommand(
      "/bin/sh", ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "HOME": home.path, "PAGE": page],
      patience: .seconds(60))
    #expect(result.stdout.hasPrefix("eyJ"), "\(result.stdout)\(result.stderr)")
    return result.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func curl(_ arguments: [String]) throws -> String {
    try runCommand(
      "/usr/bin/curl", arguments, environment: ["PATH": "/usr/bin:/bin"], patience: .seconds(30)
    ).stdout
  }
}
