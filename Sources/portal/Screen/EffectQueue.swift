import Dispatch
import PortalScreens
import Synchronization

/// Carries effects out beside the event loop, one after the other.
///
/// The loop waits a moment for each: nearly all take less than a millisecond, and what a person typed
/// ahead then meets the screen it was meant for. What takes longer comes later, through the inbox,
/// and the screen goes on meanwhile, says so, and lets it be cancelled.
final class EffectQueue: Sendable {
  private struct Running {
    var effect: Effect
    var start = ContinuousClock.now
    var isCancelled = false
  }

  private let runner: EffectRunner
  private let inbox: ActionInbox
  private let queue = DispatchQueue(label: "portal.effects", qos: .userInitiated)
  private let running = Mutex<(next: Int, effects: [Int: Running])>((0, [:]))
  /// Makes what reads or writes just now stop.
  private let interrupt: @Sendable () -> Void

  /// How long the loop waits before it says that something is under way.
  static let patience = DispatchTimeInterval.milliseconds(80)

  init(runner: EffectRunner, inbox: ActionInbox, interrupt: @escaping @Sendable () -> Void) {
    self.runner = runner
    self.inbox = inbox
    self.interrupt = interrupt
  }

  /// Whether nothing is under way.
  var isIdle: Bool { running.withLock(\.effects.isEmpty) }

  /// What has been under way the longest; `nil` where nothing is.
  var work: Work? {
    running.withLock { running in
      running.effects.min { $0.key < $1.key }.map { _, oldest in
        Work(
          what: oldest.effect.doing, milliseconds: oldest.start.duration(to: .now).milliseconds,
          isBeingCancelled: oldest.isCancelled)
      }
    }
  }

  /// Starts an effect and waits for it a moment.
  ///
  /// - Returns: Whether it came to an end in time; its action is in the inbox then.
  func run(_ effect: Effect) -> Bool {
    let finished = DispatchSemaphore(value: 0)
    let number = running.withLock { running in
      running.next += 1
      running.effects[running.next] = Running(effect: effect)
      return running.next
    }
    let end: @Sendable (Action?) -> Void = { [self] action in
      let ended = running.withLock { $0.effects.removeValue(forKey: number) }
      if ended?.isCancelled == true, !effect.changesPortal {
        inbox.post(.cancelled(effect.doing))
      } else if let action {
        inbox.post(action)
      }
      finished.signal()
    }
    switch effect {
    case .exchange, .serve:
      let runner = self.runner
      Task.detached { end(await runner.run(effect)) }
    default:
      queue.async { [self] in
        // What waited behind something that was cancelled is not begun any more.
        end(isCancelled(number) && !effect.changesPortal ? nil : runner.runNow(effect))
      }
    }
    return finished.wait(timeout: .now() + Self.patience) == .success
  }

  /// Ends everything that is under way. What changes the portal is undone as far as it had come, and
  /// still says how it came out; of the rest nothing is heard any more.
  func cancel() {
    running.withLock { running in
      for number in running.effects.keys { running.effects[number]?.isCancelled = true }
    }
    interrupt()
  }

  private func isCancelled(_ number: Int) -> Bool {
    running.withLock { $0.effects[number]?.isCancelled == true }
  }
}
