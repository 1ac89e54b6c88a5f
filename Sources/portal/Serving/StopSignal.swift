import Dispatch
import Glibc

/// Being told to stop: Ctrl-C, or an ordinary `kill`.
enum StopSignal {
  /// Returns at the first such signal; the next one ends the process at once.
  static func wait() async {
    // Not ignored before the sources are there: one that comes in between ends the process, instead of
    // being lost and waited for without end.
    let numbers = [SIGINT, SIGTERM]
    let (signals, heard) = AsyncStream.makeStream(of: Void.self)
    let sources = numbers.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { heard.yield() }
      source.activate()
      return source
    }
    for await _ in signals { break }
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }
}
