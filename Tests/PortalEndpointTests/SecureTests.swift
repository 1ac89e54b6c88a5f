import Foundation
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint

@Suite("TLS")
struct SecureTests {
  @Test func `a certificate makes it https`() async throws {
    let folder = try ScratchHome()
    let (certificate, key) = ("\(folder.path)/cert.pem", "\(folder.path)/key.pem")
    let made = try await shell(
      "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        + "-addext subjectAltName=DNS:localhost -keyout \(key) -out \(certificate)")
    #expect(made.status == 0, "\(made.stderr)")
    var settings = EndpointSettings.ofTests
    settings.certificate = CertificateFiles(certificate: certificate, key: key)
    try await EndpointStage.run(settings) { stage in
      let address = "https://localhost:\(stage.server.address.port)\(EndpointStage.endpoints)/certs"
      let result = try await shell("curl -s --cacert \(certificate) \(address)")
      #expect(result.stdout.hasPrefix("{\"keys\":["))
      let unknown = try await shell("curl -s \(address)")
      #expect(unknown.status == 60)
      // Plain http on the same port gets no answer.
      let plain = try await shell("curl -s " + address.replacing("https:", with: "http:"))
      #expect(plain.status != 0 && plain.stdout.isEmpty)
    }
    for files in [
      CertificateFiles(certificate: folder.path + "/no.pem", key: key),
      CertificateFiles(certificate: key, key: key),
    ] {
      settings.certificate = files
      await #expect(throws: EndpointError.certificate(path: files.certificate)) {
        try await EndpointStage.run(settings) { _ in }
      }
    }
    settings.certificate = CertificateFiles(certificate: certificate, key: certificate)
    await #expect(throws: EndpointError.certificate(path: certificate)) {
      try await EndpointStage.run(settings) { _ in }
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
