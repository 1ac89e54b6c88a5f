import GRDB
import PortalModel

extension PortalDatabase {
  /// Decides on a command and carries it out, in one transaction: rows and journal entry together.
  ///
  /// Durable when it returns. A command that is accepted but changes nothing (blocking what is
  /// blocked) has an entry of its own all the same: somebody did it, and replaying counts it.
  ///
  /// - Parameters:
  ///   - command: What is to be done.
  ///   - actor: Who does it.
  ///   - instant: When it counts as done.
  ///   - secrets: Where secrets come from that the command draws.
  ///   - progress: Is told now and then how many steps of a scenario are done, and of how many.
  /// - Throws: `Refusal` where a rule says no, ``StoreError`` where the storage fails; nothing is
  ///   written then.
  @discardableResult
  public func perform(
    _ command: PortalCommand, as actor: Actor, at instant: Instant,
    secrets: SecretSource = .random, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Performed {
    try deciding(.command(command), as: actor, at: instant) { database in
      var changes: [Change] = []
      let changeset = try Changeset.recording(on: database) {
        let performance = Performance(
          database: database, actor: actor, instant: instant,
          writer: ChangeWriter(database: database, secrets: secrets))
        changes = try performance.run(command, progress)
      }
      let entry = try JournalWriter(database: database, actor: actor, instant: instant)
        .write(command, changes: changes, changeset: changeset)
      return Performed(journalID: entry, changes: changes)
    }
  }
}

/// One command being decided on and carried out inside a transaction.
private struct Performance {
  let database: Database
  let actor: Actor
  let instant: Instant
  let writer: ChangeWriter

  /// After how many steps progress is told.
  private static let steps = 256

  func run(
    _ command: PortalCommand, _ progress: (Int, Int) -> Void
  ) throws -> [Change] {
    let facts = DatabaseFacts(database: database)
    let changes = try decide(command, as: actor, at: instant, facts: facts)
    try writer.apply(changes)
    guard case .loadScenario(let script) = command else { return changes }
    return try script.steps.enumerated().reduce(into: changes) { changes, step in
      changes += try run(step.element, number: step.offset + 1, facts: facts)
      if step.offset % Self.steps == 0 { progress(step.offset, script.steps.count) }
    }
  }

  private func run(
    _ step: ScenarioScript.Step, number: Int, facts: DatabaseFacts
  ) throws -> [Change] {
    do {
      let stepActor = Actor(identity: step.identity, login: actor.login, terminal: actor.terminal)
      let changes = try decide(
        step.command, as: stepActor, at: step.at ?? instant, facts: facts)
      try writer.apply(changes)
      return changes
    } catch let refusal as Refusal {
      throw Refusal.scenarioStep(number, refusal)
    }
  }
}
