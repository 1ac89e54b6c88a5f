import Foundation
import PortalModel
import PortalStore
import PortalTestSupport

/// How soon a change by another process shows, and what watching costs while nothing happens.
struct LiveBenchmark {
  var program: String
  var changes: Int

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let portal = try PortalDatabase.open(PortalHome(folder: folder))
    defer { portal.close() }
    try portal.perform(
      .loadScenario(Story.script), as: Actor(identity: Story.alice, login: "live"),
      at: Story.start)
    _ = try portal.signingKey()
    let terminal = try PseudoTerminal(
      program,
      environment: [
        "PORTAL_HOME": folder, "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8",
      ], columns: 120, rows: 40, idleSignal: true)
    try terminal.settle().expect(contains: "Front End")
    try shown(terminal, portal)
    try idle(terminal)
  }

  /// From the moment at which a change is acknowledged to the moment at which it stands on the screen.
  private func shown(_ terminal: PseudoTerminal, _ portal: PortalDatabase) throws {
    let actor = Actor(identity: Story.alice, login: "bench")
    var times: [Double] = []
    for number in 0..<changes {
      // Now in one stretch of a second, now in another: nothing is to be in step with a clock.
      usleep(UInt32.random(in: 20_000...1_000_000))
      let name = "Live \(number)."
      try portal.perform(
        .editApplication(Story.frontEnd, ApplicationDetails(name: name)), as: actor,
        at: Story.start)
      let start = ContinuousClock.now
      try terminal.waitFor(name)
      times.append(milliseconds(.now - start))
    }
    let samples = Samples(times)
    report(
      "live: a change on another screen",
      samples.line("ms") + ", longest \(rounded(samples.quantile(1))) ms")
  }

  private func idle(_ terminal: PseudoTerminal) throws {
    let seconds = 60.0
    // What is marked as new is no longer when it begins.
    try PseudoTerminal.watch([terminal], patience: .seconds(8)) { false }
    let before = try Self.processorTime(of: terminal.processIdentifier)
    let bytes = try PseudoTerminal.watch([terminal], patience: .seconds(seconds)) { false }
    let used = try Self.processorTime(of: terminal.processIdentifier) - before
    report(
      "live: an idle terminal",
      "\(rounded(used / seconds * 100)) % of a core (\(rounded(used * 1000)) ms in 60 s, "
        + "\(bytes) bytes drawn)")
  }

  /// Seconds of processor time of all threads of a process that are alive.
  private static func processorTime(of process: Int32) throws -> Double {
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
    return tasks.compactMap { task in
      (try? String(contentsOfFile: "/proc/\(process)/task/\(task)/schedstat", encoding: .utf8))
        .flatMap { $0.split(separator: " ").first.flatMap { Double($0) } }
    }.reduce(0, +) / 1e9
  }
}
