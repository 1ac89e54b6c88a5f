import Foundation
import PortalModel
import PortalStore

/// Writers are killed with SIGKILL at random moments while they give commands of all kinds, and
/// readers read; then everything that they acknowledged is looked for.
public struct KillTrial {
  /// The program that becomes a probe.
  public var program = Probe.testProgram
  /// How many writers work at a time.
  public var writers = 3
  /// After how many kills a home is looked at and another one begun.
  public var batch = 500
  /// Microseconds that a writer works at most after its first acknowledgement.
  public var longest: UInt32 = 20_000

  /// Makes a trial.
  public init() {}

  /// Kills so often; the seed decides on the commands and on the moments.
  public func run(
    kills: Int, seed: UInt64, report: (KillResult) -> Void = { _ in }
  ) throws -> KillResult {
    var result = KillResult()
    var chance = SeededChance(seed: seed)
    while result.kills < kills {
      try TrialHome.with { home in
        try round(min(kills, result.kills + batch), on: home, &chance, &result)
      }
      report(result)
    }
    return result
  }

  private func round(
    _ kills: Int, on home: PortalHome, _ chance: inout SeededChance, _ result: inout KillResult
  ) throws {
    let portal = try PortalDatabase.open(home)
    defer { portal.close() }
    try portal.perform(
      .loadScenario(CommandGenerator.start),
      as: Actor(identity: IdentityIdentifier(trusted: "start"), login: "start"),
      at: TrialStep.instant(of: 0))
    let reader = try Probe(program: program, ["read", home.folder])
    reader.waitForFirstLine()
    var acknowledged: [String: Set<Int64>] = [:]
    while result.kills < kills {
      let seeds = (0..<writers).map { _ in UInt64.random(in: 0..<1 << 32, using: &chance) }
      let probes = try seeds.map { try Probe(program: program, ["draw", home.folder, "\($0)"]) }
      for (probe, seed) in zip(probes, seeds) {
        // Not before it writes: a kill while the program loads would prove nothing.
        probe.waitForFirstLine()
        usleep(UInt32.random(in: 0..<longest, using: &chance))
        result.kills += probe.kill() ? 1 : 0
        acknowledged["draw-\(seed)"] = []
      }
      for (probe, seed) in zip(probes, seeds) {
        for line in probe.lines() {
          guard let entry = Int64(line) else {
            result.faults.append(line)
            continue
          }
          acknowledged["draw-\(seed)", default: []].insert(entry)
        }
      }
    }
    let said = reader.lines()
    result.faults += said.filter { $0.hasPrefix("!") }
    result.looks += said.compactMap { Int($0.replacing(" looks", with: "")) }.reduce(0, +)
    try inspect(portal, acknowledged, &result)
  }

  private func inspect(
    _ portal: PortalDatabase, _ acknowledged: [String: Set<Int64>], _ result: inout KillResult
  ) throws {
    let journal = try portal.wholeJournal()
    let kept = Dictionary(grouping: journal, by: \.actor.login).mapValues { Set($0.map(\.id)) }
    for (login, entries) in acknowledged {
      let found = kept[login] ?? []
      let lost = entries.subtracting(found)
      if !lost.isEmpty { result.faults.append("\(login): lost \(lost.sorted())") }
      result.acknowledged += entries.count
      // One command can have counted whose acknowledgement the kill cut off.
      let more = found.subtracting(entries).count
      if more > 1 { result.faults.append("\(login): \(more) entries nobody was told of") }
      result.unacknowledged += more
    }
    result.commands += journal.count
    if journal.map(\.id) != Array(1...Int64(journal.count)) {
      result.faults.append("the journal has gaps")
    }
    let soundness = try portal.soundness()
    if !soundness.isSound { result.faults.append("\(soundness)") }
    if let fault = try portal.snapshot().contradiction { result.faults.append(fault) }
    if let difference = try Replay.difference(from: portal) {
      result.faults.append("replayed: \(difference)")
    }
  }
}

/// What came of a kill trial.
public struct KillResult: Sendable {
  /// Writers that were killed while they worked.
  public var kills = 0
  /// Commands whose acknowledgement arrived.
  public var acknowledged = 0
  /// Commands that counted and whose acknowledgement did not arrive.
  public var unacknowledged = 0
  /// Commands in all journals, replayed from empty portals.
  public var commands = 0
  /// Whole states read meanwhile, none of which contradicted itself.
  public var looks = 0
  /// What was wrong; must be empty.
  public var faults: [String] = []

  /// The line for people.
  public var line: String {
    "\(kills) kills, \(acknowledged) acknowledged commands kept, \(unacknowledged) kept whose "
      + "acknowledgement was cut off, \(looks) states read meanwhile, \(commands) commands replayed "
      + "from empty portals to equal contents, \(faults.count) faults"
  }
}
