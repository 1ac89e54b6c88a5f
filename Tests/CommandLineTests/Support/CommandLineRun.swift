import Foundation
import PortalModel
import Synchronization

@testable import portal

/// A home folder for one test, removed when the test lets it go.
final class CommandLineHome: Sendable {
  /// The folder; the program makes it.
  let path: String
  private let parent: String

  init() {
    parent = NSTemporaryDirectory() + "/portal-cli-\(UUID().uuidString)"
    path = parent + "/home"
    try? FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: true)
  }

  /// A home with the first scenario and a signing key in it: a copy, because drawing a key takes
  /// long.
  static func filled() async -> CommandLineHome {
    let home = CommandLineHome()
    try? FileManager.default.copyItem(atPath: await template.value.path, toPath: home.path)
    return home
  }

  private static let template = Task {
    let home = CommandLineHome()
    _ = await home.run("exchange --user jdoe --from front-end-app --to back-end-api")
    return home
  }

  deinit { try? FileManager.default.removeItem(atPath: parent) }

  /// A file beside the home.
  func file(_ name: String, _ text: String? = nil) -> String {
    let path = "\(parent)/\(name)"
    if let text { try? text.write(toFile: path, atomically: true, encoding: .utf8) }
    return path
  }

  /// Runs a command as the program would, with its clock standing at ten o'clock.
  func run(
    _ line: String, now: String? = "2026-11-22T10:00:00Z", typed: String? = nil,
    home: String? = nil
  ) async -> CommandLineRun {
    await run(line.split(separator: " ").map(String.init), now: now, typed: typed, home: home)
  }

  /// Runs a command whose arguments may hold blanks.
  func run(
    _ arguments: [String], now: String? = "2026-11-22T10:00:00Z", typed: String? = nil,
    home: String? = nil
  ) async -> CommandLineRun {
    let said = Said()
    let surroundings = Surroundings(
      environment: ["LANG": "C.UTF-8", "XDG_CONFIG_HOME": parent], output: { said.output($0) },
      errors: { said.errors($0) }, canAsk: typed != nil, readLine: { typed },
      readInput: { _ in Array((typed ?? "").utf8) },
      // What goes on until it is stopped is stopped at once; a search is let finish.
      untilStopped: {
        guard arguments.first == "why" else { return }
        for await _ in AsyncStream<Void>(Void.self, { _ in }) {}
      })
    let clock = now.map { ["--now", $0] } ?? []
    let status = await Invocation(
      arguments: arguments + ["--home", home ?? path] + clock, surroundings: surroundings
    ).run()
    return said.run(status)
  }
}

extension CommandLineHome {
  /// The rows of the log that are changes, as text: what nothing may be added to.
  func changes() async -> String { await run("log --kind changes --limit 1000").output }
}

/// What a command said.
struct CommandLineRun: Sendable {
  var status: ExitStatus
  var output: String
  var errors: String

  /// Standard output as the one object that it must be; `nil` where it is not.
  var object: JSONValue? {
    guard output.hasSuffix("\n"), output.dropLast().allSatisfy({ $0 != "\n" }) else { return nil }
    return try? JSONDecoder().decode(JSONValue.self, from: Data(output.utf8))
  }
}

final class Said: Sendable {
  private let texts = Mutex((output: "", errors: ""))

  func output(_ text: String) { texts.withLock { $0.output += text } }
  func errors(_ text: String) { texts.withLock { $0.errors += text } }

  func run(_ status: ExitStatus) -> CommandLineRun {
    texts.withLock {
      CommandLineRun(status: status, output: $0.output, errors: $0.errors)
    }
  }
}

extension JSONValue {
  /// A value some members down: `value["after", "roles"]`.
  subscript(first: String, rest: String...) -> JSONValue? {
    rest.reduce(self[first]) { $0?[$1] }
  }

  /// The elements of an array.
  var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }
}
