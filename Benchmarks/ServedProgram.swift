import Foundation

/// `portal serve` as a process of its own.
final class ServedProgram {
  private let process = Process()

  /// Starts it and waits until it says that it listens.
  init(_ program: String, home: String, port: Int) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["serve", "--port", String(port), "--home", home, "--json"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard !output.fileHandleForReading.availableData.isEmpty else { throw Failure.silent }
  }

  /// Resident memory.
  var megabytes: Double {
    let status = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? .nan) / 1024
  }

  /// Stops it as a person would.
  func stop() {
    process.terminate()
    process.waitUntilExit()
  }

  enum Failure: Error {
    case silent
  }
}
