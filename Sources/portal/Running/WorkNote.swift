import Synchronization

/// Says on standard error that a command takes long, while it does: from half a second on, with the time
/// and how to end it. The line is taken away again when the command has come to its end.
final class WorkNote: Sendable {
  private struct Shown {
    var columns = 0
    var isOver = false
  }

  private let surroundings: Surroundings
  private let shown = Mutex(Shown())

  /// Begins to watch; `nil` where nobody looks at standard error.
  init?(_ surroundings: Surroundings) {
    guard surroundings.showsProgress else { return nil }
    self.surroundings = surroundings
    let start = ContinuousClock.now
    Task.detached { [weak self] in
      while self?.shown.withLock(\.isOver) == false {
        try await Task.sleep(for: .milliseconds(500))
        self?.say(start.duration(to: .now).components.seconds)
      }
    }
  }

  /// Takes the line away; nothing more is said.
  func end() {
    shown.withLock { shown in
      shown.isOver = true
      guard shown.columns > 0 else { return }
      surroundings.errors("\r" + String(repeating: " ", count: shown.columns) + "\r")
    }
  }

  private func say(_ seconds: Int64) {
    let line = "Working, \(seconds) s; Ctrl-C ends it, and nothing of it is kept"
    shown.withLock { shown in
      guard !shown.isOver else { return }
      surroundings.errors("\r" + line)
      shown.columns = max(shown.columns, line.count)
    }
  }
}
