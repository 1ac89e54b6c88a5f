import Foundation
import PortalTestSupport

/// The client programs in Python, and the virtual environment that they run in: set up once for each
/// state of their requirements, kept under `.build`.
enum PythonClients {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appending(path: "Tests/PortalEndpointTests/Clients")

  /// Runs a program to its end.
  static func run(_ name: String, environment: [String: String]) async throws -> CommandResult {
    let python = try await interpreter.value
    return try await Connection.blocking {
      try runCommand(
        python, [folder.appending(path: name).path],
        environment: [
          "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "NO_PROXY": "*",
          // Both libraries insist on TLS unless told that this is a test.
          "AUTHLIB_INSECURE_TRANSPORT": "1", "OAUTHLIB_INSECURE_TRANSPORT": "1",
        ].merging(environment) { $1 }, patience: .seconds(600))
    }
  }

  private static let interpreter = Task {
    try await Connection.blocking { try environment() + "/bin/python" }
  }

  /// The environment's folder, made if it is not there: beside its place first, so that one that was
  /// broken off is never taken for whole.
  private static func environment() throws -> String {
    let requirements = try String(
      contentsOf: folder.appending(path: "requirements.txt"), encoding: .utf8)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in requirements.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let place = root.appending(path: ".build/python-clients-" + String(hash, radix: 16)).path
    if FileManager.default.fileExists(atPath: place) { return place }
    let draft = place + ".\(ProcessInfo.processInfo.processIdentifier)"
    try call("/usr/bin/python3", ["-m", "venv", draft])
    try call(
      draft + "/bin/python",
      [
        "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r",
        folder.appending(path: "requirements.txt").path,
      ])
    do { try FileManager.default.moveItem(atPath: draft, toPath: place) } catch {
      // Another test run was faster.
      guard FileManager.default.fileExists(atPath: place) else { throw error }
      try FileManager.default.removeItem(atPath: draft)
    }
    return place
  }

  private static func call(_ program: String, _ arguments: [String]) throws {
    let inherited = ProcessInfo.processInfo.environment
    let result = try runCommand(
      program, arguments, environment: inherited, patience: .seconds(600))
    guard result.status == 0 else { throw Failure.setUp(result.stdout + result.stderr) }
  }

  enum Failure: Error {
    case setUp(String)
  }
}
