import PortalScreens
import Synchronization

/// Says on standard error that a command takes long, while it does: from half a second on, with the time
/// and how to end it. The line is taken away again when the command has come to its end.
final class WorkNote: Sendable {
  private struct Shown {
    var columns = 0
    var isOver = false
    var isPaused = false
    var start = ContinuousClock.now
    var progress: String?
  }

  /// The one of the command that is being carried out; `nil` where nobody looks.
  @TaskLocal static var current: WorkNote?

  private let surroundings: Surroundings
  private let shown = Mutex(Shown())

  /// Begins to watch; `nil` where nobody looks at standard error.
  init?(_ surroundings: Surroundings) {
    guard surroundings.showsProgress else { return nil }
    self.surroundings = surroundings
    Task.detached { [weak self] in
      while self?.shown.withLock(\.isOver) == false {
        try await Task.sleep(for: .milliseconds(500))
        self?.say()
      }
    }
  }

  /// Says from now on how far the work has come, as in `Folding entries away: 1,200 of 200,000 (0 %)`.
  func tell(_ what: String, _ done: Int, of total: Int) {
    let text = "\(what): \(PortalScreens.progress(done, of: total))"
    shown.withLock { $0.progress = text }
  }

  /// Says nothing until it goes on.
  func pause() { shown.withLock { $0.isPaused = true } }

  /// Begins to watch anew.
  func goOn() { shown.withLock { ($0.isPaused, $0.start) = (false, .now) } }

  /// Takes the line away; nothing more is said.
  func end() {
    shown.withLock { shown in
      shown.isOver = true
      guard shown.columns > 0 else { return }
      surroundings.errors("\r" + String(repeating: " ", count: shown.columns) + "\r")
    }
  }

  private func say() {
    shown.withLock { shown in
      guard !shown.isOver, !shown.isPaused else { return }
      let time = shown.start.duration(to: .now)
      guard time >= .milliseconds(500) else { return }
      let seconds = time.components.seconds
      let line =
        shown.progress.map { "\($0), \(seconds) s; Ctrl-C ends it" }
        ?? "Working, \(seconds) s; Ctrl-C ends it, and nothing of it is kept"
      let rest = String(repeating: " ", count: max(0, shown.columns - line.count))
      surroundings.errors("\r" + line + rest)
      shown.columns = max(shown.columns, line.count)
    }
  }
}
