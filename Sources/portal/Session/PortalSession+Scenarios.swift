import Glibc
import PortalData
import PortalModel
import PortalScenarios
import PortalStore

extension PortalSession {
  /// Loads the scenario that a portal begins with, unless another process was faster.
  ///
  /// Processes that start at the same time wait for one another here, so that it is loaded once.
  func loadFirstScenario() throws {
    let folder = Glibc.open(database.home.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { Glibc.close(folder) } }
    if folder >= 0 { flock(folder, LOCK_EX) }
    guard try database.isFresh() else { return }
    try load(ScenarioLibrary.scenario(named: PortalData.firstScenario), entrance: "first start")
  }

  /// Replaces the portal by a scenario, as one journal entry.
  @discardableResult
  func load(_ scenario: Scenario, entrance: String = "command line") throws -> Performed {
    let now = now
    let actor = Operator.current(entrance: entrance).acting(as: Self.loader)
    log.debug("loading", metadata: ["scenario": "\(scenario.name)"])
    return try database.perform(
      .loadScenario(scenario.script(at: now)), as: actor, at: now,
      secrets: .fixed(scenario.secrets, otherwise: secrets),
      progress: { WorkNote.current?.tell("Loading the scenario", $0, of: $1) })
  }

  /// As whom scenarios are loaded; no account of the portal has this login.
  private static let loader = IdentityIdentifier(trusted: "scenario")
}

/// The scenarios that can be loaded by name or from a file.
enum ScenarioLibrary {
  /// Bytes of the longest file that is read.
  static let maximum = 64 << 20

  /// The scenario of this name that comes with the program.
  ///
  /// - Throws: `ScenarioError`, or ``FileError/noScenario(name:nearest:)`` where there is none.
  static func scenario(named name: String) throws -> Scenario {
    guard let known = PortalData.scenarios.first(where: { $0.name == name }) else {
      throw FileError.noScenario(
        name: name, nearest: nearestWords(to: name, among: PortalData.scenarios.map(\.name)))
    }
    return try Scenario.parse(known.text, name: known.name)
  }

  /// The scenario of a file, else the one of this name that comes with the program; - is standard
  /// input.
  ///
  /// - Throws: `ScenarioError` or ``FileError``.
  static func scenario(
    _ nameOrFile: String, in surroundings: Surroundings
  ) throws -> Scenario {
    if nameOrFile == "-" {
      return try Scenario.parse(surroundings.input(maximum: maximum), name: "standard-input")
    }
    let text: String
    do throws(FileError) {
      text = try TextFile.read(nameOrFile, maximum: maximum)
    } catch {
      guard case .missing = error else { throw error }
      return try scenario(named: nameOrFile)
    }
    return try Scenario.parse(text, name: name(of: nameOrFile))
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".yaml", ".yml"] where file.hasSuffix(ending) && file != ending {
      return String(file.dropLast(ending.count))
    }
    return file
  }
}
