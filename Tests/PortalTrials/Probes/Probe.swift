import Foundation

/// A process at work on a home.
public final class Probe {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var text = Data()

  /// Starts it.
  ///
  /// - Parameters:
  ///   - program: The program and the arguments that make it a probe; `WriterProbe` of the tests
  ///     where nothing is said.
  ///   - arguments: The kind of work, the home and what it needs.
  public init(program: [String] = Probe.testProgram, _ arguments: [String]) throws {
    process.executableURL = program.first.map { URL(fileURLWithPath: $0) }
    process.arguments = program.dropFirst() + arguments
    process.standardInput = input
    process.standardOutput = output
    // What a minute's writing says fits in: nobody has to read meanwhile.
    _ = fcntl(output.fileHandleForWriting.fileDescriptor, Self.setPipeSize, 1 << 20)
    try process.run()
  }

  deinit { if process.isRunning { kill() } }

  /// Linux's `F_SETPIPE_SZ`, which Swift does not import.
  private static let setPipeSize: Int32 = 1031

  /// Whether it has not ended yet.
  public var isRunning: Bool { process.isRunning }

  /// The process's number.
  public var id: Int32 { process.processIdentifier }

  /// The program beside the tests. SwiftPM hands the bundle's path to the runner in another place's
  /// binary.
  public static var testProgram: [String] {
    let bundle =
      CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    let places = [bundle, CommandLine.arguments[0], "/proc/self/exe"].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("WriterProbe").path
    }
    return places.filter { FileManager.default.isExecutableFile(atPath: $0) }.prefix(1).map(\.self)
  }

  /// Waits until it has said something, or has ended.
  public func waitForFirstLine() { text += output.fileHandleForReading.availableData }

  /// Gives it a line to read.
  public func tell(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
  }

  /// The next whole line it says; `nil` where it has ended.
  public func nextLine() -> String? {
    while true {
      if let end = text.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: text[..<end], as: UTF8.self)
        text = Data(text[text.index(after: end)...])
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      text += more
    }
  }

  /// Whether it was still at work when the signal came.
  @discardableResult
  public func kill() -> Bool {
    let isRunning = process.isRunning
    Glibc.kill(process.processIdentifier, SIGKILL)
    return isRunning
  }

  /// Ends its input; the whole lines that came out until its end.
  public func lines() -> [String] {
    try? input.fileHandleForWriting.close()
    text += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let whole = String(decoding: text, as: UTF8.self)
    return whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }
}
