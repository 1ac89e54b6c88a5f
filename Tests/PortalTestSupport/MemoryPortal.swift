import PortalModel
import PortalTokens
import Synchronization

/// A portal in memory: the same rules as the real one, no file, no journal.
///
/// What it is asked for is one whole copy of the state, so reads are consistent by construction.
public final class MemoryPortal: TokenStore {
  private struct State {
    var facts = MemoryFacts()
    var key: StoredKey?
    var encryptionKey: String?
    var records: [TokenRecord] = []
    var draws: [ApplicationIdentifier: Int] = [:]
  }

  private let state = Mutex(State())
  private let secret: @Sendable (ApplicationIdentifier, Int) -> String

  /// Makes an empty portal.
  ///
  /// - Parameter secret: The text of a client's secret, by client and the number of the draw from 1.
  public init(
    secret: @escaping @Sendable (ApplicationIdentifier, Int) -> String = { client, draw in
      "\(client.text)-secret-\(draw)"
    }
  ) {
    self.secret = secret
  }

  /// The state as it is now.
  public var facts: MemoryFacts { state.withLock(\.facts) }

  /// Everything that was recorded since the start, in order.
  public var records: [TokenRecord] { state.withLock(\.records) }

  func replace(facts: MemoryFacts) { state.withLock { $0.facts = facts } }

  /// Applies changes that the rules decided on, in order.
  public func apply(_ changes: [Change]) {
    state.withLock { state in apply(changes, to: &state) }
  }

  private func apply(_ changes: [Change], to state: inout State) {
    for change in changes {
      var draws = state.draws
      state.facts.apply(change) { client in
        draws[client, default: 0] += 1
        return secret(client, draws[client] ?? 1)
      }
      state.draws = draws
    }
  }
}

extension MemoryPortal {
  /// Decides on a command and carries it out whole, or refuses it whole.
  ///
  /// - Throws: ``Refusal``.
  public func perform(_ command: PortalCommand, as actor: Actor, at instant: Instant) throws {
    try state.withLock { state in
      var draft = state
      apply(
        try decide(command, as: actor, at: instant, facts: draft.facts), to: &draft)
      if case .loadScenario(let script) = command {
        for (index, step) in script.steps.enumerated() {
          do {
            let actor = Actor(identity: step.identity, login: actor.login, terminal: actor.terminal)
            let changes = try decide(
              step.command, as: actor, at: step.at ?? instant, facts: draft.facts)
            apply(changes, to: &draft)
          } catch let refusal as Refusal {
            throw Refusal.scenarioStep(index + 1, refusal)
          }
        }
      }
      state = draft
    }
  }

  /// Decides on a command given by an identity.
  ///
  /// - Throws: ``Refusal``.
  public func perform(
    _ command: PortalCommand, as identity: IdentityIdentifier, at instant: Instant
  ) throws {
    try perform(command, as: Actor(identity: identity, login: "test"), at: instant)
  }
}

extension MemoryPortal {
  /// Reads one copy of the state.
  public func read<Value>(_ body: (any TokenFacts) throws -> Value) throws -> Value {
    try body(facts)
  }

  /// Reads the state and writes to it, nobody else coming in between.
  public func transact<Value>(
    _ body: (any TokenFacts) throws -> (Value, [TokenRecord])
  ) throws -> Value {
    try state.withLock { state in
      let (value, records) = try body(state.facts)
      for record in records { state.facts.apply(record) }
      state.records += records
      return value
    }
  }

  /// Applies the records and remembers them.
  public func record(_ records: [TokenRecord]) throws {
    state.withLock { state in
      for record in records { state.facts.apply(record) }
      state.records += records
    }
  }

  /// The key that was kept.
  public func signingKey() throws -> StoredKey? { state.withLock(\.key) }

  /// The key for encryption that was kept.
  public func encryptionKey() throws -> String? { state.withLock(\.encryptionKey) }

  /// Keeps a key for encryption unless there is one.
  public func keepEncryptionKey(_ pem: String) throws -> String {
    state.withLock { state in
      let kept = state.encryptionKey ?? pem
      state.encryptionKey = kept
      return kept
    }
  }

  /// Keeps a key unless there is one.
  public func keep(_ key: StoredKey) throws -> StoredKey {
    state.withLock { state in
      let kept = state.key ?? key
      state.key = kept
      return kept
    }
  }
}
