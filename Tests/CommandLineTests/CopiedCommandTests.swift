import Foundation
import PortalEndpoint
import PortalModel
import PortalScreens
import Testing

@testable import portal

/// The command that `c` copies on the Exchange screen, pasted into a shell.
@Suite("The copied curl command")
struct CopiedCommandTests {
  @Test func worksAsPasted() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("permission grant --from front-end-app --to back-end-api --as bob")
    let session = try PortalSession.open(
      SessionOptions(home: home.path), environment: ["XDG_CONFIG_HOME": home.file("config")])
    var settings = EndpointSettings()
    settings.address.port = 0
    let running = try await session.startEndpoint(settings)
    // The issuer's port is the server's: what the screens copy is the issuer's address.
    try session.database.setIssuer(
      "http://localhost:\(running.server.address.port)/auth/realms/cern")
    for (source, target) in [
      ("front-end-app", "back-end-api"), ("starting-client", "target-client"),
    ] {
      for want in ExchangeQuery.Want.allCases {
        let outcome = try await session.outcome(
          of: ExchangeQuery(
            user: IdentityIdentifier(trusted: "jdoe"),
            signIn: SignIn(level: .cern, multifactor: false),
            source: ApplicationIdentifier(trusted: source),
            target: ApplicationIdentifier(trusted: target), want: want))
        #expect(outcome.curl.hasPrefix("curl -X POST \\\n"))
        let (status, output) = try await shell(outcome.curl)
        #expect(status == 0, "\(outcome.curl)")
        let reply = try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8))
        let type = "urn:ietf:params:oauth:token-type:\(want.rawValue)"
        #expect(reply["issued_token_type"]?.string == type, "\(output)")
        #expect(reply["access_token"]?.string?.hasPrefix("eyJ") == true)
      }
    }
    await running.stop()
  }

  /// A scenario may name any secret; neither the shell nor the form may read it otherwise.
  @Test func worksWithASecretFullOfSigns() async throws {
    let home = await CommandLineHome.filled()
    let secret = "a'b\"c$HOME`d`&e=+f%41 \\g#é"
    let file = home.file(
      "odd.yaml",
      """
      format: portal.scenario/1
      title: An odd secret
      identities:
        carol: {given-name: Carol, family-name: Novak, email: carol.novak@cern.ch}
      applications:
        odd-client:
          name: Odd Client
          owner: carol
          home-page: https://odd.cern.ch
          registration:
            kind: confidential
            secret: "\(secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))"
            redirect-uris: [https://odd.cern.ch/*]

      """)
    let loaded = await home.run("scenario load \(file)")
    #expect(loaded.status == .done, "\(loaded.output)\(loaded.errors)")
    let session = try PortalSession.open(
      SessionOptions(home: home.path), environment: ["XDG_CONFIG_HOME": home.file("config")])
    var settings = EndpointSettings()
    settings.address.port = 0
    let running = try await session.startEndpoint(settings)
    try session.database.setIssuer(
      "http://localhost:\(running.server.address.port)/auth/realms/cern")
    let odd = ApplicationIdentifier(trusted: "odd-client")
    let outcome = try await session.outcome(
      of: ExchangeQuery(
        user: IdentityIdentifier(trusted: "carol"),
        signIn: SignIn(level: .cern, multifactor: false), source: odd, target: odd, want: .access))
    let (status, output) = try await shell(outcome.curl)
    #expect(status == 0 && output.contains("\"access_token\""), "\(outcome.curl)\n\(output)")
    await running.stop()
  }

  private func shell(_ command: String) async throws -> (Int32, String) {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", command.replacing("curl -X", with: "curl -s -X")]
            process.environment = ["PATH": "/usr/bin:/bin", "NO_PROXY": "*"]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: data, as: UTF8.self))
          })
      }
    }
  }
}
