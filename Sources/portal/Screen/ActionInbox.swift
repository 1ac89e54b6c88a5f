import PortalScreens
import Synchronization
import TerminalNCurses

/// Where other threads leave what has happened, for the event loop to take in order.
final class ActionInbox: Sendable {
  private let waiting = Mutex<[Action]>([])
  private let waker: TerminalWaker

  init(waker: TerminalWaker) { self.waker = waker }

  /// Leaves an action and wakes the loop.
  func post(_ action: Action) {
    waiting.withLock { $0.append(action) }
    waker.wake()
  }

  /// Takes everything that was left, in order.
  func take() -> [Action] {
    waiting.withLock { actions in
      defer { actions = [] }
      return actions
    }
  }
}
