import Dispatch
import PortalScreens
import Synchronization

/// Carries effects out beside the event loop, one after the other.
///
/// The loop waits a moment for each: nearly all take less than a millisecond, and what a person typed
/// ahead then meets the screen it was meant for. What takes longer comes later, through the inbox,
/// and the screen goes on meanwhile.
final class EffectQueue: Sendable {
  private let runner: EffectRunner
  private let inbox: ActionInbox
  private let queue = DispatchQueue(label: "portal.effects", qos: .userInitiated)
  private let count = Mutex(0)

  /// How long the loop waits before it says that something is under way.
  static let patience = DispatchTimeInterval.milliseconds(80)

  init(runner: EffectRunner, inbox: ActionInbox) {
    self.runner = runner
    self.inbox = inbox
  }

  /// Whether nothing is under way.
  var isIdle: Bool { count.withLock { $0 == 0 } }

  /// Starts an effect and waits for it a moment.
  ///
  /// - Returns: Whether it came to an end in time; its action is in the inbox then.
  func run(_ effect: Effect) -> Bool {
    let finished = DispatchSemaphore(value: 0)
    count.withLock { $0 += 1 }
    let end: @Sendable (Action?) -> Void = { [self] action in
      count.withLock { $0 -= 1 }
      if let action { inbox.post(action) }
      finished.signal()
    }
    switch effect {
    case .exchange, .serve:
      let runner = self.runner
      Task.detached { end(await runner.run(effect)) }
    default: queue.async { [self] in end(runner.runNow(effect)) }
    }
    return finished.wait(timeout: .now() + Self.patience) == .success
  }
}
