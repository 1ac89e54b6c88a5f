import PortalModel
import Yams

/// A portal as people write it: one YAML text with all that is in it (`Docs/scenarios.md`).
public struct Scenario: Hashable, Sendable {
  /// The format that texts name in their first line.
  public static let format = "portal.scenario/1"

  /// The name it is loaded by.
  public let name: String
  /// What it is, in a few words; may be empty.
  public internal(set) var title = ""
  /// What it is for; may be empty.
  public internal(set) var description = ""

  var identities: [Located<Identity>] = []
  /// Accounts that existed when they acted and are gone.
  var formerIdentities: [Located<IdentityIdentifier>] = []
  var groups: [Located<GroupEntry>] = []
  var applications: [Located<ApplicationEntry>] = []
  var permissions: [Located<PermissionEntry>] = []

  init(name: String) { self.name = name }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - text: The YAML text.
  ///   - name: The name it is loaded by, such as the file's.
  /// - Throws: ``ScenarioError`` with everything that is wrong; nothing is read by halves.
  public static func parse(
    _ text: String, name: String
  ) throws(ScenarioError) -> Scenario {
    let root: Node
    do throws(ScenarioProblem) {
      root = try YAMLText.root(of: text)
    } catch {
      throw ScenarioError(name: name, problems: [error])
    }
    let log = ProblemLog()
    var scenario = Scenario(name: name)
    let declared = scenario.read(Field(root, field: "", log: log))
    Check(scenario: scenario, declared: declared, log: log).run()
    guard log.problems.isEmpty else {
      throw ScenarioError(name: name, problems: log.problems.sorted { $0.line < $1.line })
    }
    return scenario
  }

  /// The secrets that the scenario gives, by client. They are no part of any command.
  public var secrets: [ApplicationIdentifier: String] {
    var secrets: [ApplicationIdentifier: String] = [:]
    for application in applications {
      secrets[application.value.id] = application.value.registration?.secret
    }
    return secrets
  }
}
