import Foundation
import PortalModel
import PortalStore
import PortalTestSupport

/// Terminals open on one home, all looking at the story's first application, which processes rename as
/// fast as they can.
public struct LoadTrial {
  /// The screens' program.
  public var program: String
  /// The program that becomes a probe.
  public var probe = Probe.testProgram
  /// How many terminals.
  public var terminals = 40
  /// How many writing processes.
  public var writers = 10
  /// When a writer ends: a number of commands, or of seconds (`60s`).
  public var end = "60s"
  /// How long every screen may take to show the last change when the writers have ended.
  public var patience = Duration.seconds(60)

  /// Makes a trial.
  public init(program: String) { self.program = program }

  /// Puts the terminals up, lets the writers go, and looks for everything that they acknowledged.
  public func run() throws -> LoadResult {
    try TrialHome.with { home in
      let portal = try PortalDatabase.open(home)
      defer { portal.close() }
      try portal.perform(
        .loadScenario(Story.script), as: Actor(identity: Story.alice, login: "load"),
        at: Story.start)
      let screens = try (0..<terminals).map { _ in try screen(home) }
      let probes = try (0..<writers).map {
        try Probe(program: probe, ["rename", home.folder, "w\($0)", end])
      }
      var result = LoadResult(terminals: terminals, writers: writers)
      result.bytesDrawn = try PseudoTerminal.watch(screens, patience: .seconds(600)) {
        probes.allSatisfy { !$0.isRunning }
      }
      let lines = probes.flatMap { $0.lines() }
      try look(for: lines, in: portal, &result)
      try look(at: screens, portal, &result)
      return result
    }
  }

  private func screen(_ home: PortalHome) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      program,
      environment: [
        "PORTAL_HOME": home.folder, "HOME": home.folder, "TERM": "xterm-256color",
        "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      ], idleSignal: true)
    terminal.patience = .seconds(120)
    return try terminal.settle().expect(contains: "Front End")
  }

  private func look(
    for lines: [String], in portal: PortalDatabase, _ result: inout LoadResult
  ) throws {
    let kept = Set(
      try portal.wholeJournal().compactMap { entry in
        if case .editApplication(_, let details)? = entry.command { details.name } else { nil }
      })
    for line in lines {
      let parts = line.split(separator: " ")
      guard !line.hasPrefix("!"), parts.count == 2, let microseconds = Double(parts[1]) else {
        result.faults.append("a writer: \(line)")
        continue
      }
      result.milliseconds.append(microseconds / 1000)
      if !kept.contains(String(parts[0])) { result.faults.append("lost: \(parts[0])") }
    }
    let soundness = try portal.soundness()
    if !soundness.isSound { result.faults.append("\(soundness)") }
  }

  private func look(
    at screens: [PseudoTerminal], _ portal: PortalDatabase, _ result: inout LoadResult
  ) throws {
    // The last one in order has the last word, in the portal and on the screens.
    guard case .editApplication(_, let details)? = try portal.journal(limit: 1).first?.command,
      try portal.application(Story.frontEnd)?.application.name == details.name
    else {
      result.faults.append("the last change is not what is kept")
      return
    }
    let newest = details.name
    func isShown(_ screen: PseudoTerminal) -> Bool { screen.screenText.contains("\(newest) ") }
    let began = ContinuousClock.now
    result.bytesDrawn += try PseudoTerminal.watch(screens, patience: patience) {
      screens.allSatisfy(isShown)
    }
    result.lastShown = ContinuousClock.now - began
    for (number, screen) in screens.enumerated() {
      if !screen.isRunning { result.faults.append("terminal \(number) has ended") }
      if !isShown(screen) {
        result.faults.append("terminal \(number) does not show \(newest): \(screen.screenText)")
      }
      if screen.screenText.contains("kept the database") {
        result.faults.append("terminal \(number) complains: \(screen.screenText)")
      }
    }
  }
}

/// What came of a load trial.
public struct LoadResult: Sendable {
  /// How many terminals were open.
  public var terminals: Int
  /// How many processes wrote.
  public var writers: Int
  /// How long each acknowledged command took.
  public var milliseconds: [Double] = []
  /// How much was drawn on all terminals.
  public var bytesDrawn = 0
  /// How long after the last writer's end the last screen showed the last change.
  public var lastShown = Duration.zero
  /// What was wrong; must be empty.
  public var faults: [String] = []

  /// The line for people.
  public var line: String {
    "\(terminals) terminals, \(writers) writers: \(milliseconds.count) commands acknowledged and kept, "
      + "every screen showed the last of them, \(faults.count) faults"
  }
}
