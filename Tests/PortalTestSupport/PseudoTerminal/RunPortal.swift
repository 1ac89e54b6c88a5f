import Foundation
import Glibc

/// The built program, which lies beside the test bundle.
public let portalPath: String = {
  let runner = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return URL(fileURLWithPath: runner ?? CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("portal").path
}()

/// What the program sees of the world: a home of its own and nothing of the tester's.
public func portalEnvironment(home: ScratchHome, adding extra: [String: String] = [:])
  -> [String: String]
{
  let kept = ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"]
  let own = [
    "HOME": home.path, "PORTAL_HOME": home.portal, "TERM": "xterm-256color", "LANG": "C.UTF-8",
    // A crash on purpose would otherwise take seconds and print over the screen.
    "SWIFT_BACKTRACE": "enable=no",
  ]
  return ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
    .merging(own) { $1 }.merging(extra) { $1 }
}

extension PseudoTerminal {
  /// Opens the program in a pseudo-terminal and waits for its first complete screen.
  public static func portal(
    _ arguments: [String] = [], home: ScratchHome, columns: Int = 80, rows: Int = 24,
    environment extra: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let environment = portalEnvironment(home: home, adding: extra)
    return try PseudoTerminal(
      portalPath, arguments, environment: environment, columns: columns, rows: rows,
      idleSignal: true
    ).settle()
  }
}

/// What a command line left behind.
public struct CommandResult: Equatable, Sendable {
  /// The exit status, or 128 and the number of the signal that ended it, as a shell says it.
  public let status: Int32
  /// All of standard output.
  public let stdout: String
  /// All of standard error.
  public let stderr: String
}

/// Runs `portal` without a terminal and returns what it said.
public func runPortal(
  _ arguments: [String], home: ScratchHome, stdin: String = "",
  environment extra: [String: String] = [:], patience: Duration = .seconds(40)
) throws -> CommandResult {
  try runCommand(
    portalPath, arguments, environment: portalEnvironment(home: home, adding: extra),
    stdin: stdin, patience: patience)
}
