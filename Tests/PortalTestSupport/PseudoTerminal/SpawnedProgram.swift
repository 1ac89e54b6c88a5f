import CVTerm
import Glibc

/// How a program ended.
public enum ProgramEnding: Equatable, Sendable {
  /// It returned or called `exit` with this status.
  case exited(Int32)
  /// This signal ended it.
  case killed(signal: Int32)

  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xff) : .killed(signal: signal)
  }
}

/// A child process and a descriptor that becomes readable when it ends.
final class SpawnedProgram {
  let exitDescriptor: Int32
  let process: pid_t
  private var ending: ProgramEnding?

  /// Starts the program in a new session, with default signals and nothing open but `streams`.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], streams: cvterm_streams
  ) throws {
    var child: Int32 = 0
    let error = withStrings([path] + arguments) { arguments in
      withStrings(environment.map { "\($0)=\($1)" }) { environment in
        withUnsafePointer(to: streams) {
          cvterm_spawn(path, arguments, environment, $0, &child)
        }
      }
    }
    guard error == 0 else { throw SystemFailure("start \(path)", error) }
    process = child
    exitDescriptor = cvterm_open_process(child)
    guard exitDescriptor >= 0 else { throw SystemFailure("pidfd_open") }
  }

  deinit {
    close(exitDescriptor)
  }

  /// Sends a signal, unless the process is gone and its number may be somebody else's.
  func signal(_ number: Int32) {
    if ending == nil { kill(process, number) }
  }

  /// Waits for the end, which `exitDescriptor` has announced.
  @discardableResult
  func reap() -> ProgramEnding {
    if let ending { return ending }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let result = ProgramEnding(waitStatus: status)
    ending = result
    return result
  }

  func killAndReap() {
    signal(SIGKILL)
    reap()
  }
}

/// Gives a C function a list of strings that ends with a null pointer.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  return body(pointers + [nil])
}
