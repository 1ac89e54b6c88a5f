import Dispatch
import Foundation
import GRDB
import PortalModel
import Synchronization

/// Keeps what rules refused: written beside the command, which does not wait for it.
///
/// Closing the portal waits until all is written. What cannot be written is tried again with the next
/// one; should too much pile up, the oldest go and the next row that is written says how many.
final class RefusalLog: Sendable {
  struct Refused {
    var attempt: Attempt
    var refusal: Refusal
    var actor: Actor
    var at: Instant
    /// The newest entry of the journal when it was refused.
    var after: Int64
  }

  private struct Waiting {
    var refused: [Refused] = []
    var missed = 0
  }

  /// How many are kept in the database: the oldest go.
  static let longest = 10_000
  /// How many wait at most while nothing can be written.
  static let mostWaiting = 1_000

  private let connections: Connections
  private let waiting = Mutex(Waiting())
  private let queue = DispatchQueue(label: "portal.refusals", qos: .utility)

  init(connections: Connections) { self.connections = connections }

  func add(_ refused: Refused) {
    waiting.withLock { waiting in
      waiting.refused.append(refused)
      let excess = max(0, waiting.refused.count - Self.mostWaiting)
      waiting.refused.removeFirst(excess)
      waiting.missed += excess
    }
    queue.async { self.writeAll() }
  }

  /// Returns when everything that could be written is.
  func flush() { queue.sync { writeAll() } }

  private func writeAll() {
    let batch = waiting.withLock { waiting in
      defer { waiting = Waiting() }
      return waiting
    }
    guard !batch.refused.isEmpty else { return }
    do {
      try connections.writer().inDatabase { database in
        try connections.queue.inTurn {
          try database.inTransaction(.immediate) {
            for (index, refused) in batch.refused.enumerated() {
              try Self.write(refused, missed: index == 0 ? batch.missed : 0, in: database)
            }
            try database.run(
              "DELETE FROM refusals WHERE id <= (SELECT max(id) FROM refusals) - ?",
              [Self.longest])
            return .commit
          }
        }
      }
      connections.touchChangedFile()
    } catch {
      // To be tried again, in front of what came meanwhile.
      waiting.withLock { waiting in
        waiting.refused = batch.refused + waiting.refused
        waiting.missed += batch.missed
      }
    }
  }

  private static func write(
    _ refused: Refused, missed: Int, in database: Database
  ) throws {
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    let applications = Set(refused.attempt.applications).map(\.text).sorted()
    try database.run(
      """
      INSERT INTO refusals (after, at, login, terminal, identity, name, attempt, refusal,
        applications, missed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        refused.after, refused.at.milliseconds, refused.actor.login, refused.actor.terminal,
        refused.actor.identity.text, refused.attempt.journalName,
        try text(refused.attempt.shortened), try text(refused.refusal),
        " \(applications.joined(separator: " ")) ", missed,
      ])
  }
}

extension PortalDatabase {
  /// Runs a decision in a writing transaction; a refusal is kept for Activity.
  func deciding<Value>(
    _ attempt: Attempt, as actor: Actor, at instant: Instant, _ body: (Database) throws -> Value
  ) throws -> Value {
    var after: Int64 = 0
    do {
      let value = try writing { database in
        do { return try body(database) } catch let refusal as Refusal {
          after = try Standings(database: database).newestEntry()
          throw refusal
        }
      }
      connections.touchChangedFile()
      return value
    } catch let refusal as Refusal {
      refusals.add(
        RefusalLog.Refused(
          attempt: attempt, refusal: refusal, actor: actor, at: instant, after: after))
      throw refusal
    }
  }

  /// Returns when every refusal so far can be read.
  public func settleRefusals() { refusals.flush() }
}
