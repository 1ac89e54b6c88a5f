import Glibc
import TerminalKit

/// What a command may see and touch of the process it runs in; tests bring their own.
struct Surroundings: Sendable {
  /// The variables of the environment.
  var environment: [String: String]
  /// Writes to standard output.
  var output: @Sendable (String) -> Void
  /// Writes to standard error.
  var errors: @Sendable (String) -> Void
  /// Whether somebody can type: standard input is a terminal.
  var canAsk: Bool
  /// Reads a line that somebody types; `nil` at the end of the input.
  var readLine: @Sendable () -> String?
  /// Reads standard input to its end, up to so many bytes; throws `FileError`.
  var readInput: @Sendable (Int) throws -> [UInt8] = {
    try TextFile.bytes(
      descriptor: STDIN_FILENO, named: Surroundings.standardInput, maximum: $0)
  }
  /// Whether somebody sees what changes on standard error: it is a terminal.
  var showsProgress = false
  /// From its return on, being told to stop is heard, and ends nothing by itself.
  var heedStop: @Sendable () async -> Void = {}
  /// Returns when the process is told to stop; at once where nobody can tell it.
  var untilStopped: @Sendable () async -> Void = {}
  /// Returns when nobody can read standard output any more, or when the task is cancelled.
  var untilUnheard: @Sendable () async -> Void = {
    for await _ in AsyncStream(Void.self, { _ in }) {}
  }

  /// What sentences call standard input.
  static let standardInput = "Standard input"

  /// The real process.
  static func process() -> Surroundings {
    let stop = StopSignal()
    return Surroundings(
      environment: variables(), output: { write($0, to: STDOUT_FILENO) },
      errors: { write($0, to: STDERR_FILENO) }, canAsk: isatty(STDIN_FILENO) == 1,
      readLine: { Swift.readLine() }, showsProgress: isatty(STDERR_FILENO) == 1,
      heedStop: { await stop.listen() }, untilStopped: { await stop.wait() },
      untilUnheard: { await OutputEnd.wait() })
  }

  /// Prints lines on standard output.
  func say(_ lines: [String]) { output(Self.text(lines)) }

  /// Prints lines on standard error.
  func warn(_ lines: [String]) { errors(Self.text(lines)) }

  /// The one place where text for a terminal is made harmless.
  private static func text(_ lines: [String]) -> String {
    lines.map { TerminalText.sanitised($0) + "\n" }.joined()
  }

  /// Whether the locale lets signs beyond ASCII through.
  var isUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().contains("utf")
  }

  private static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let mark = pair.firstIndex(of: "=") {
        variables[String(pair[..<mark])] = String(pair[pair.index(after: mark)...])
      }
      entry += 1
    }
    return variables
  }

  /// Writes all of a text; a reader that has gone is no reason to fail.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
