import Logging
import PortalModel
import PortalStore
import PortalTokens

/// Takes out, beside a running server, what no token can lead to any more.
///
/// A little at a time, with pauses in between, so that no request waits for long: the writer is free
/// again after each step.
struct TokenPruning: Sendable {
  var database: PortalDatabase
  var realm: Realm
  var clock: SystemClock
  var log: Logger
  /// How long after each round the next one begins.
  var pause = Duration.seconds(60)
  /// How long after each step of a round the next one begins.
  var breath = Duration.milliseconds(50)
  /// What else the server does once, beside its first answers.
  var first: @Sendable () throws -> Void = {}

  /// Begins the first round a moment from now; goes on until it is cancelled.
  func start() -> Task<Void, Never> {
    Task(priority: .background) {
      do {
        try await Task.sleep(for: breath)
        prepare()
        while true {
          try await round()
          try await Task.sleep(for: pause)
        }
      } catch {
        // Cancelled.
      }
    }
  }

  private func prepare() {
    do { try first() } catch { log.warning("not prepared", metadata: ["error": "\(error)"]) }
  }

  /// Steps until nothing is left. What fails is tried again in the next round.
  func round() async throws(CancellationError) {
    var isMore = true
    while isMore {
      do {
        isMore = try database.prune(at: clock.now, realm)
        if isMore { try await Task.sleep(for: breath) }
      } catch let error as CancellationError {
        throw error
      } catch {
        log.warning("old sessions stay for now", metadata: ["error": "\(error)"])
        isMore = false
      }
    }
  }
}
