import CVTerm
import Glibc

/// A write to a program that no longer listens is an error here, not the end of the test runner.
private let brokenPipesAreErrors: Void = {
  _ = Glibc.signal(SIGPIPE, SIG_IGN)
}()

/// Runs a program to its end; the three pipes are served together, so none can block another.
public func runCommand(
  _ path: String, _ arguments: [String], environment: [String: String], stdin: String = "",
  patience: Duration = .seconds(40)
) throws -> CommandResult {
  _ = brokenPipesAreErrors
  let (input, output, errors) = (try Pipe(), try Pipe(), try Pipe())
  let program = try SpawnedProgram(
    path, arguments, environment: environment,
    streams: cvterm_streams(
      terminal: nil, input: input.readEnd, output: output.writeEnd, errors: errors.writeEnd,
      ninth: -1))
  output.closeWriteEnd()
  errors.closeWriteEnd()
  for end in [input.writeEnd, output.readEnd, errors.readEnd] { setNonBlocking(end) }

  let deadline = ContinuousClock.now + patience
  let overdue = SystemFailure("\(path) \(arguments.joined(separator: " "))", ETIMEDOUT)
  var unsent = Array(stdin.utf8)[...]
  var texts: [Int32: [UInt8]] = [output.readEnd: [], errors.readEnd: []]
  var open = Set(texts.keys)
  while !open.isEmpty {
    var wanted = open.map { ($0, POLLIN) }
    if unsent.isEmpty { input.closeWriteEnd() } else { wanted.append((input.writeEnd, POLLOUT)) }
    let ready = poll(wanted, until: deadline)
    if ready.isEmpty {
      program.killAndReap()
      throw overdue
    }
    for descriptor in ready where open.contains(descriptor) {
      let (bytes, ended) = readAvailable(descriptor)
      texts[descriptor, default: []] += bytes
      if ended { open.remove(descriptor) }
    }
    if ready.contains(input.writeEnd) {
      let count = unsent.withUnsafeBytes { write(input.writeEnd, $0.baseAddress, $0.count) }
      if count >= 0 {
        unsent = unsent.dropFirst(count)
      } else if errno != EAGAIN, errno != EINTR {
        unsent = []
      }
    }
  }

  if poll([(program.exitDescriptor, POLLIN)], until: deadline).isEmpty {
    program.killAndReap()
    throw overdue
  }
  let status: Int32
  switch program.reap() {
  case .exited(let code): status = code
  case .killed(let signal): status = 128 + signal
  }
  let text = { (end: Int32) in String(decoding: texts[end] ?? [], as: UTF8.self) }
  return CommandResult(status: status, stdout: text(output.readEnd), stderr: text(errors.readEnd))
}
