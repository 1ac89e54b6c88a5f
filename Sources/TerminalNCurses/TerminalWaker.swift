import CNCurses
import Glibc

/// Wakes the event loop from any thread; its next events hold one `wake`.
///
/// Waking a terminal that is closed already does nothing.
public struct TerminalWaker: Sendable {
  /// Kept open as long as any waker lives, so no late wake can hit a descriptor used anew.
  private final class Descriptor: Sendable {
    let number = pcurses_wake_open()
    deinit { close(number) }
  }

  private let descriptor = Descriptor()

  init() {}

  /// Becomes readable with a wake.
  var number: Int32 { descriptor.number }

  /// Makes the terminal's `nextEvents` return soon; many wakes may become one event.
  public func wake() {
    pcurses_wake_signal(descriptor.number)
  }

  /// Whether there was a wake since the last call.
  func takeWake() -> Bool {
    pcurses_wake_take(descriptor.number)
  }
}
