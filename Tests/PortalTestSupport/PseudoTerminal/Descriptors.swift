import Glibc

/// A system call that failed, in words.
struct SystemFailure: Error, CustomStringConvertible {
  let description: String

  init(_ call: String, _ number: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(number)))"
  }
}

/// A pipe of which a child may inherit one end; both close themselves.
final class Pipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemFailure("pipe") }
    (readEnd, writeEnd) = (ends[0], ends[1])
    setCloseOnExec(readEnd)
    setCloseOnExec(writeEnd)
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  deinit {
    close(readEnd)
    closeWriteEnd()
  }
}

func setCloseOnExec(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

func setNonBlocking(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}

/// Reads what is there, without waiting; the second value says that no more will ever come.
func readAvailable(_ descriptor: Int32) -> (bytes: [UInt8], ended: Bool) {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 {
      return (bytes, true)
    } else if errno != EINTR {
      return (bytes, errno != EAGAIN)
    }
  }
}

/// Waits until a descriptor has news; says which ones, none when time is up.
func poll(_ wanted: [(descriptor: Int32, events: Int32)], until deadline: ContinuousClock.Instant)
  -> [Int32]
{
  var list = wanted.map { pollfd(fd: $0.descriptor, events: Int16($0.events), revents: 0) }
  while true {
    let left = max(deadline - .now, .zero)
    let milliseconds = Int32((left / .milliseconds(1)).rounded(.up))
    let count = Glibc.poll(&list, nfds_t(list.count), milliseconds)
    if count < 0, errno == EINTR { continue }
    return list.filter { $0.revents != 0 }.map(\.fd)
  }
}

/// Says whether bytes wait on a descriptor at this moment.
func hasInput(_ descriptor: Int32) -> Bool {
  !poll([(descriptor, POLLIN)], until: .now).isEmpty
}
