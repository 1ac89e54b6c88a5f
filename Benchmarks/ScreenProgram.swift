import CVTerm
import Glibc

/// The real program in a pseudo-terminal, with nothing between it and the clock.
final class ScreenProgram {
  let process: pid_t
  private let master: Int32
  private let idle: Int32
  /// Just before the program is executed.
  let started: ContinuousClock.Instant

  enum Failure: Error {
    case system(String)
    case silent
    case closed
  }

  init(_ path: String, arguments: [String], environment: [String: String], rows: Int, columns: Int)
    throws
  {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize()
    size.ws_row = UInt16(rows)
    size.ws_col = UInt16(columns)
    var buffer = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &buffer, nil, &size) == 0 else {
      throw Failure.system("openpty")
    }
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw Failure.system("pipe") }
    let device = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var child: Int32 = 0
    var environment = environment
    environment["PORTAL_IDLE_FD"] = "9"
    var began = ContinuousClock.now
    let error = device.withCString { terminal in
      var streams = cvterm_streams(
        terminal: terminal, input: -1, output: -1, errors: -1, ninth: pipes[1])
      return withStrings([path] + arguments) { arguments in
        withStrings(environment.map { "\($0)=\($1)" }) { environment in
          began = .now
          return cvterm_spawn(path, arguments, environment, &streams, &child)
        }
      }
    }
    guard error == 0 else { throw Failure.system("spawn") }
    close(pipes[1])
    close(slave)
    started = began
    self.master = master
    idle = pipes[0]
    process = child
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
    close(idle)
  }

  /// Reads what the program writes until it says that it is idle.
  ///
  /// - Returns: When the last byte came, and how many came.
  func settle() throws -> (last: ContinuousClock.Instant, bytes: Int) {
    var count = 0
    var last = ContinuousClock.now
    var isIdle = false
    while true {
      var wanted = [
        pollfd(fd: master, events: Int16(POLLIN), revents: 0),
        pollfd(fd: idle, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&wanted, 2, isIdle ? 0 : 10_000)
      if wanted[0].revents & Int16(POLLIN) != 0 {
        let read = read(master, 65_536)
        guard read > 0 else { throw Failure.closed }
        count += read
        last = .now
        continue
      }
      if isIdle { return (last, count) }
      guard ready > 0 else { throw Failure.silent }
      guard wanted[1].revents & Int16(POLLIN) != 0, read(idle, 4096) > 0 else {
        throw Failure.closed
      }
      isIdle = true
    }
  }

  /// Sends keys and waits until they are drawn.
  func press(_ keys: String) throws -> (time: Double, bytes: Int) {
    let bytes = Array(keys.utf8)
    let start = ContinuousClock.now
    guard write(master, bytes, bytes.count) == bytes.count else { throw Failure.system("write") }
    let drawn = try settle()
    return (milliseconds(drawn.last - start), drawn.bytes)
  }

  /// The resident memory in megabytes.
  var residentMemory: Double {
    guard let file = fopen("/proc/\(process)/status", "r") else { return .nan }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("VmRSS:") else { continue }
      return (text.split(separator: " ").compactMap { Double($0) }.first ?? .nan) / 1024
    }
    return .nan
  }

  private func read(_ descriptor: Int32, _ count: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { buffer in
      Glibc.read(descriptor, buffer.baseAddress, count)
    }
  }
}

private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  return body(pointers + [nil])
}
