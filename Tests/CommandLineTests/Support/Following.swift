import PortalModel
import Synchronization

@testable import portal

/// A command that goes on until it is told to stop, and what it says meanwhile.
final class Following: Sendable {
  private let task: Task<ExitStatus, Never>
  private let lines: AsyncStream<String>
  private let begun: AsyncStream<Void>
  private let stop: AsyncStream<Void>.Continuation
  private let leave: AsyncStream<Void>.Continuation
  private let heard: Heard

  /// What was said, from whatever thread.
  private final class Heard: Sendable {
    let text = Mutex("")
  }

  init(_ arguments: [String], environment: [String: String]) {
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    let (stops, stop) = AsyncStream.makeStream(of: Void.self)
    let (leaves, leave) = AsyncStream.makeStream(of: Void.self)
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let heard = Heard()
    let surroundings = Surroundings(
      environment: environment,
      output: { text in
        heard.text.withLock { $0 += text }
        for part in text.split(separator: "\n") { line.yield(String(part)) }
      },
      errors: { _ in }, canAsk: false, readLine: { nil },
      untilStopped: { for await _ in stops {} },
      untilUnheard: {
        // Asked for when what stood before is printed.
        begin.yield()
        for await _ in leaves {}
      })
    self.lines = lines
    self.begun = begun
    self.stop = stop
    self.leave = leave
    self.heard = heard
    task = Task { await Invocation(arguments: arguments, surroundings: surroundings).run() }
  }

  /// Returns when what stood before is printed: everything later is new.
  func untilFollowing() async {
    for await _ in begun { return }
  }

  /// The next line that it says.
  func nextLine() async -> String? {
    for await line in lines { return line }
    return nil
  }

  /// The row that the next line is.
  func nextRow() async -> JSONValue? {
    guard let line = await nextLine() else { return nil }
    return CommandLineRun(status: .done, output: line + "\n", errors: "").object?["row"]
  }

  /// Whoever read its output goes away; how it ends then.
  func closeOutput() async -> ExitStatus {
    leave.finish()
    return await task.value
  }

  /// Tells it to stop; everything that it said.
  func end() async -> CommandLineRun {
    stop.finish()
    let status = await task.value
    return CommandLineRun(status: status, output: heard.text.withLock { $0 }, errors: "")
  }
}

extension CommandLineHome {
  /// Starts a command that goes on.
  func follow(_ line: String) -> Following {
    Following(
      line.split(separator: " ").map(String.init) + ["--home", path],
      environment: ["LANG": "C.UTF-8", "XDG_CONFIG_HOME": path])
  }
}
