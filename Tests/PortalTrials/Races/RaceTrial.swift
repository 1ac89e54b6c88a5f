import Foundation
import PortalModel
import PortalStore

/// Two processes do two things at the same moment. What comes of it must be what comes of doing one
/// after the other, in one order or the other: both outcomes, word for word, and the contents.
public struct RaceTrial {
  /// The program that becomes a racer.
  public var program = Probe.testProgram
  /// After how many races another home is begun.
  public var batch = 1000
  /// Nanoseconds from telling the racers to the moment at which they begin.
  public var lead: UInt64 = 2_000_000

  /// Makes a trial.
  public init() {}

  /// Runs so many races, each kind in turn.
  public func run(
    races: Int, report: (RaceResult) -> Void = { _ in }
  ) throws -> RaceResult {
    let orders = try RaceKind.allCases.map(RaceOrders.init)
    var result = RaceResult()
    while result.races < races {
      try TrialHome.with { home in
        let portal = try PortalDatabase.open(home)
        defer { portal.close() }
        let racers = try (0..<2).map { _ in try Probe(program: program, ["race", home.folder]) }
        defer { for racer in racers { racer.kill() } }
        for _ in 0..<min(batch, races - result.races) {
          try race(orders[result.races % orders.count], portal, racers, &result)
        }
        let soundness = try portal.soundness()
        if !soundness.isSound { result.faults.append("\(soundness)") }
      }
      report(result)
    }
    return result
  }

  private func race(
    _ orders: RaceOrders, _ portal: PortalDatabase, _ racers: [Probe], _ result: inout RaceResult
  ) throws {
    result.races += 1
    try RaceOrders.prepare(portal, for: orders.kind)
    let begin = ProbeProgram.nanoseconds() + lead
    for (number, racer) in racers.enumerated() {
      let turn = RaceTurn(step: orders.kind.steps[number], number: number + 1, begin: begin)
      try racer.tell(String(decoding: try JSONEncoder().encode(turn), as: UTF8.self))
    }
    let lines = racers.map { $0.nextLine() ?? "! ended" }
    let runs = lines.compactMap { try? JSONDecoder().decode(RaceRun.self, from: Data($0.utf8)) }
    guard runs.count == 2 else {
      result.faults.append("\(orders.kind): \(lines)")
      return
    }
    if runs[0].began < runs[1].ended, runs[1].began < runs[0].ended { result.overlapped += 1 }
    let found = RaceOrders.Ending(
      outcomes: runs.map(\.outcome.comparable), contents: try portal.snapshot().withoutSecretTexts)
    switch found {
    case orders.firstFirst: result.wonByFirst += 1
    case orders.secondFirst: break
    default: result.faults.append("\(orders.kind): \(found.outcomes)")
    }
  }
}

/// What may come of a race: what comes of the two orders, one after the other, in a portal that
/// nobody else uses.
struct RaceOrders {
  struct Ending: Equatable {
    var outcomes: [TrialOutcome]
    var contents: PortalContents
  }

  let kind: RaceKind
  let firstFirst: Ending
  let secondFirst: Ending

  static let loader = Actor(identity: IdentityIdentifier(trusted: "scenario"), login: "race")

  init(_ kind: RaceKind) throws {
    self.kind = kind
    firstFirst = try Self.ending(kind, order: [0, 1])
    secondFirst = try Self.ending(kind, order: [1, 0])
  }

  /// Brings a portal to where a race of this kind begins.
  static func prepare(_ portal: PortalDatabase, for kind: RaceKind) throws {
    try portal.perform(.loadScenario(kind.start), as: loader, at: TrialStep.instant(of: 0))
    for step in kind.before { _ = try portal.perform(step, number: 0) }
  }

  private static func ending(_ kind: RaceKind, order: [Int]) throws -> Ending {
    try TrialHome.with { home in
      let portal = try PortalDatabase.open(home)
      defer { portal.close() }
      try prepare(portal, for: kind)
      var outcomes: [Int: TrialOutcome] = [:]
      for number in order {
        outcomes[number] = try portal.perform(kind.steps[number], number: number + 1).comparable
      }
      return Ending(
        outcomes: [0, 1].compactMap { outcomes[$0] },
        contents: try portal.snapshot().withoutSecretTexts)
    }
  }
}

extension TrialOutcome {
  /// The outcome without the numbers of journal entries, which two homes do not share.
  var comparable: TrialOutcome {
    guard case .refused(.undo(let refusal)) = self else { return self }
    let kind = String(String(describing: refusal).prefix { $0 != "(" })
    return .refusedUndo(kind)
  }
}

/// What came of a race trial.
public struct RaceResult: Sendable {
  /// How many races were run.
  public var races = 0
  /// In how many both were inside their command at the same time.
  public var overlapped = 0
  /// In how many the contents are those of the first one's having come first.
  public var wonByFirst = 0
  /// What was wrong; must be empty.
  public var faults: [String] = []

  /// The line for people.
  public var line: String {
    "\(races) races of two processes, \(overlapped) truly overlapped, \(wonByFirst) won by the first, "
      + "each as if one had come after the other, \(faults.count) faults"
  }
}
