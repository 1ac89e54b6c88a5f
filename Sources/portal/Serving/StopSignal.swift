import Dispatch
import Glibc

/// Being told to stop: Ctrl-C, or an ordinary `kill`.
enum StopSignal {
  /// Returns at the first such signal; the next one ends the process at once.
  static func wait() async {
    let numbers = [SIGINT, SIGTERM]
    for number in numbers { signal(number, SIG_IGN) }
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
