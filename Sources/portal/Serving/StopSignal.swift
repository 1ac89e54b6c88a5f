import Dispatch
import Glibc
import Synchronization

/// Being told to stop: Ctrl-C, or an ordinary `kill`.
///
/// Nothing is lost between ``listen()`` and ``wait()``: a signal that comes in between is waited for no
/// more. The first one is heard, the next one ends the process at once.
final class StopSignal: Sendable {
  private static let numbers = [SIGINT, SIGTERM]

  private let sources = Mutex<[any DispatchSourceSignal]>([])
  private let heard: AsyncStream<Void>
  private let hear: AsyncStream<Void>.Continuation

  init() { (heard, hear) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  /// Begins to hear. When it returns, no such signal ends the process by itself any more; one that comes
  /// before that does, since then nothing is there yet that could wait for it.
  func listen() async {
    let new = sources.withLock { sources -> [any DispatchSourceSignal] in
      guard sources.isEmpty else { return [] }
      sources = Self.numbers.map { DispatchSource.makeSignalSource(signal: $0, queue: .global()) }
      return sources
    }
    let (registered, register) = AsyncStream.makeStream(of: Void.self)
    for source in new {
      // Not ignored meanwhile: what is ignored is lost.
      source.setEventHandler { [hear] in hear.yield() }
      source.setRegistrationHandler { register.yield() }
      source.activate()
    }
    guard !new.isEmpty else { return }
    var left = new.count
    for await _ in registered {
      left -= 1
      if left == 0 { return }
    }
  }

  /// Returns at the first signal, or when the task is cancelled.
  func wait() async {
    await listen()
    for await _ in heard { break }
    sources.withLock { sources in
      for source in sources { source.cancel() }
    }
    for number in Self.numbers { signal(number, SIG_DFL) }
  }
}
