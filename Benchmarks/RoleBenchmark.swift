import Foundation
import PortalModel
import PortalStore

/// What groups may grow to: 200 levels of nesting, and 10,000 members in each of two groups, one at
/// the bottom and one at the top. Each question is to be answered within 50 ms.
struct RoleBenchmark {
  var levels = 200
  var members = 10_000
  /// Milliseconds, at the 99th percentile.
  var limit = 50.0
  var rounds = 100

  enum Failure: Error {
    case wrong(String)
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try PortalDatabase.open(PortalHome(folder: folder))
    defer { database.close() }
    _ = try database.perform(
      .loadScenario(ScenarioScript(name: "deep", steps: world)), as: actor, at: now)
    let questions = self.questions(database)
    for (title, question) in questions {
      let samples = Samples(try (0..<rounds).map { _ in try time(question) })
      report(title, samples.line("ms"))
      if samples.quantile(0.99) > limit { report("  over the limit", "\(rounded(limit)) ms") }
    }
  }

  private func time(_ question: () throws -> Void) throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try question()
    return milliseconds(clock.now - start)
  }

  private func questions(_ database: PortalDatabase) -> [(String, () throws -> Void)] {
    let signIn = SignIn(level: .cern, multifactor: false)
    let deepest = person(0, "low")
    return [
      (
        "a role through \(levels) levels, one person",
        {
          let findings = try database.read {
            try roleFindings(of: deepest, signedIn: signIn, in: app, facts: $0)
          }
          let given = findings.first { $0.role == role }
          guard case .group(let path) = given?.source, path.count == levels + 1 else {
            throw Failure.wrong("\(findings)")
          }
        }
      ),
      (
        "managing through \(levels) levels",
        {
          let isManager = try database.read { facts in
            guard let application = try facts.application(app) else { return false }
            return try manages(deepest, application, facts: facts)
          }
          guard isManager else { throw Failure.wrong("no manager") }
        }
      ),
      (
        "who has the role, first 100 of \(2 * members)",
        {
          let part = try database.roleHolders(query(.everybody), limit: 100)
          guard part.rows.count == 100 else { throw Failure.wrong("\(part.rows.count) rows") }
        }
      ),
      (
        "who has the role, all \(members) of the group at the bottom",
        {
          let part = try database.roleHolders(
            query(.group(group(0))), limit: members, examining: members)
          guard part.rows.count == members else { throw Failure.wrong("\(part.rows.count) rows") }
        }
      ),
      (
        "a nesting that would close a circle of \(levels + 1) groups",
        {
          do {
            _ = try database.perform(
              .addMember(.group(group(levels)), to: group(0)), as: actor, at: now)
          } catch Refusal.groupCycle(let path) where path.count == levels + 2 {
            return
          }
          throw Failure.wrong("the circle was closed")
        }
      ),
    ]
  }

  private func query(_ scope: RoleHolderQuery.Scope) -> RoleHolderQuery {
    RoleHolderQuery(application: app, role: role, scope: scope)
  }
}

// The world: people at the bottom and at the top of the groups, whose outermost is linked to a role.
extension RoleBenchmark {
  private var now: Instant { Instant(seconds: 1_700_000_000) }
  private var app: ApplicationIdentifier { ApplicationIdentifier(trusted: "deep-app") }
  private var role: RoleIdentifier { RoleIdentifier(trusted: "deep-role") }
  private var owner: IdentityIdentifier { IdentityIdentifier(trusted: "owner") }
  private var actor: Actor { Actor(identity: owner, login: "bench", terminal: "bench") }

  private func group(_ level: Int) -> GroupIdentifier {
    GroupIdentifier(trusted: "level-\(level)")
  }

  private func person(_ number: Int, _ name: String) -> IdentityIdentifier {
    IdentityIdentifier(trusted: "\(name)-\(number)")
  }

  private var world: [ScenarioScript.Step] {
    var commands: [PortalCommand] = [.createIdentity(Identity(id: owner, kind: .primary))]
    commands += (0...levels).map { .createGroup(Group(id: group($0), displayName: "")) }
    for (name, level) in [("low", 0), ("high", levels)] {
      for number in 0..<members {
        let id = person(number, name)
        commands.append(.createIdentity(Identity(id: id, kind: .primary)))
        commands.append(.addMember(.identity(id), to: group(level)))
      }
    }
    commands += (0..<levels).map { .addMember(.group(group($0)), to: group($0 + 1)) }
    commands.append(
      .registerApplication(
        ApplicationForm(id: app, name: "Deep", administrators: group(levels))))
    commands.append(.defineRole(Role(application: app, id: role, name: "Deep")))
    commands.append(.linkGroup(RoleLink(application: app, role: role, group: group(levels))))
    return commands.map { ScenarioScript.Step(identity: owner, command: $0) }
  }
}
