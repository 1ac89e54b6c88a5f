import Foundation
import Synchronization

/// Screens that somebody looks at: everything they draw is read until the end.
final class TerminalAudience {
  /// What was seen.
  struct Seen: Sendable {
    var bytes = 0
    var complaints = 0
    var alive = 0
  }

  private let screens: [ScreenProgram]
  private let reader: Reader

  init(program: String, folder: String, count: Int) throws {
    screens = try (0..<count).map { _ in
      let screen = try ScreenProgram(
        program, arguments: [],
        environment: [
          "PORTAL_HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder,
        ], rows: 24, columns: 80)
      _ = try screen.settle()
      return screen
    }
    reader = Reader()
    let descriptors = screens.flatMap(\.descriptors)
    Thread.detachNewThread { [reader] in reader.read(descriptors) }
  }

  /// What was drawn until now; reading ends.
  func end() -> Seen {
    var seen = reader.stop()
    seen.alive = screens.filter { kill($0.process, 0) == 0 }.count
    return seen
  }
}

/// Reads descriptors on a thread of its own.
private final class Reader: Sendable {
  private struct State {
    var seen = TerminalAudience.Seen()
    var isEnding = false
    var isOver = false
  }

  private let state = Mutex(State())

  func read(_ descriptors: [Int32]) {
    var wanted = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !state.withLock(\.isEnding) {
      guard poll(&wanted, nfds_t(wanted.count), 100) > 0 else { continue }
      for (index, entry) in wanted.enumerated() where entry.revents != 0 {
        let count = Glibc.read(entry.fd, &buffer, buffer.count)
        guard count > 0 else {
          wanted[index].fd = -1
          continue
        }
        let isComplaint = String(decoding: buffer[..<count], as: UTF8.self)
          .contains("kept the database")
        state.withLock {
          $0.seen.bytes += count
          $0.seen.complaints += isComplaint ? 1 : 0
        }
      }
    }
    state.withLock { $0.isOver = true }
  }

  func stop() -> TerminalAudience.Seen {
    state.withLock { $0.isEnding = true }
    while !state.withLock(\.isOver) { usleep(1000) }
    return state.withLock(\.seen)
  }
}
