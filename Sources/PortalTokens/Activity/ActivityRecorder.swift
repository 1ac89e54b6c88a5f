import PortalModel
import Synchronization

/// Where entries of answered requests are kept. The database is one.
public protocol ActivityStore: Sendable {
  /// Adds entries, oldest first, and lets the oldest of all go beyond a fixed number.
  func keep(_ entries: [ActivityEntry]) throws
}

/// Writes down what the service answered, in batches off the requests' path.
///
/// The last batch is lost where the process is killed (architecture page, "Several processes").
public final class ActivityRecorder: Sendable {
  /// The most entries that wait; the oldest go where more come than can be written.
  static let longestQueue = 4096
  /// The most verdicts of granted requests that a batch keeps; a refusal's is always kept.
  static let grantedVerdicts = 16

  private struct Queue {
    var entries: [ActivityEntry] = []
    var isAwaited = false
  }

  private let queue = Mutex(Queue())
  private let store: any ActivityStore
  private let delay: Duration

  /// Makes a recorder.
  ///
  /// - Parameters:
  ///   - store: Where the entries go.
  ///   - delay: How long after its first entry a batch is written.
  public init(store: any ActivityStore, delay: Duration = .milliseconds(200)) {
    self.store = store
    self.delay = delay
  }

  /// Takes an entry; it is written a moment later.
  public func record(_ entry: ActivityEntry) {
    let isFirst = queue.withLock { queue in
      if queue.entries.count >= Self.longestQueue {
        queue.entries.removeFirst(Self.longestQueue / 2)
      }
      queue.entries.append(entry)
      defer { queue.isAwaited = true }
      return !queue.isAwaited
    }
    guard isFirst else { return }
    let delay = delay
    Task { [weak self] in
      try? await Task.sleep(for: delay)
      self?.flush()
    }
  }

  /// Writes what waits, now. What cannot be written is dropped: no request fails for its entry.
  public func flush() {
    var entries = queue.withLock { queue in
      defer { queue = Queue() }
      return queue.entries
    }
    guard !entries.isEmpty else { return }
    var kept = 0
    for index in entries.indices.reversed() where entries[index].reason == nil {
      kept += 1
      if kept > Self.grantedVerdicts { entries[index].verdict = nil }
    }
    try? store.keep(entries)
  }
}
