import PortalTestSupport
import Testing

/// The server that the screens start with one key: its state in the frame, its requests in 7 Activity.
@Suite struct ServerOnScreenTests {
  @Test func requestsAreSeenInActivityWhileTheyHappen() throws {
    let home = try ScratchHome()
    let port = try freePort(of: home)
    let terminal = try PseudoTerminal.portal(home: home, columns: 120, rows: 40)
    try terminal.press(.character("7"), .character("S")).waitFor(":\(port) ●")
    let place = "http://localhost:\(port)/auth/realms/cern/protocol/openid-connect/"
    func ask(_ arguments: String..., at endpoint: String = "token") throws -> String {
      try runCommand(
        "/usr/bin/curl", ["-s"] + arguments + [place + endpoint],
        environment: ["PATH": "/usr/bin:/bin"]
      ).stdout
    }
    // Nobody presses a key from here on.
    #expect(try ask("-d", "grant_type=magic").contains("unsupported_grant_type"))
    try terminal.waitFor("Token asked for, magic").waitFor("400 unsupport")
    let wrong = try ask(
      "-d", "grant_type=client_credentials", "-d", "client_id=starting-client", "-d",
      "client_secret=wrong")
    #expect(wrong.contains("unauthorized_client"))
    func waitForRow(_ words: String, _ status: String) throws {
      try terminal.waitUntil("a row with \(status) is listed") { screen in
        screen.lines.contains { line in
          [words, " \(status)"]
            .allSatisfy(line.contains)
        }
      }
    }
    try waitForRow("Token asked for, client_credentials", "401")
    let good = try ask(
      "-d", "client_id=starting-client", "-d", "client_secret=SECRET", at: "auth/device")
    #expect(good.contains("device_code"))
    try waitForRow("Sign-in of a device", "200")
    // The server ends with the program.
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try ask("-d", "grant_type=magic").isEmpty)
  }

  @Test func aPortThatCannotBeHadStaysInTheFrame() throws {
    let home = try ScratchHome()
    let port = try freePort(of: home)
    let other = try PseudoTerminal(
      portalPath, ["serve"], environment: portalEnvironment(home: home), columns: 200, rows: 24,
      idleSignal: false)
    try other.waitFor("Its token endpoint: ")
    let terminal = try PseudoTerminal.portal(home: home, columns: 120, rows: 40)
    try terminal.press(.character("S")).waitFor(":\(port) ✕")
    // It is said which program, that it answers alike, and what else there is.
    try terminal.expect(contains: "Another program listens on port \(port) already: portal")
    try terminal.expect(contains: "Listen on port").expect(contains: "go-oidc")
    try terminal.press(.escape)
    // It stays there whatever is done next, and goes once the port can be had.
    try terminal.press(.character("2")).waitFor("Nothing waits for you")
    try terminal.expect(contains: ":\(port) ✕")
    try other.send(keys: "\u{3}").waitFor("Stopped.")
    #expect(try other.waitForExit() == .exited(0))
    try terminal.press(.character("S")).waitFor(":\(port) ●")
  }

  /// A port that nobody listens on, made the issuer's of a home.
  private func freePort(of home: ScratchHome) throws -> Int {
    let result = try ServerScripts.run(
      #"""
      serve --port 0; free=$port; kill "$pid"; wait "$pid"
      serve --port "$free" --issuer "http://localhost:$free$realm"; kill "$pid"; wait "$pid"
      echo "$free"
      """#, home: home)
    return try #require(Int(result.stdout.split(separator: "\n").last ?? ""), "\(result)")
  }
}
