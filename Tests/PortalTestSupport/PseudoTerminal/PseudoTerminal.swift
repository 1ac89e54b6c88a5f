import CVTerm
import Glibc

/// A program in a real pseudo-terminal, with an emulator that shows what a person would see.
///
/// Steps return the terminal, so that a story reads as one chain. A step that cannot be done
/// throws a `PseudoTerminalFailure` that shows the screen and the steps before it. Nothing sleeps:
/// every wait polls the descriptors of the program until its condition holds or time is up.
public final class PseudoTerminal {
  /// How long a wait may take before it fails.
  public var patience = Duration.seconds(40)
  /// Every byte that the program wrote since `mark()`.
  public internal(set) var bytesSinceMark: [UInt8] = []
  /// How the program ended, once a wait has seen it.
  public internal(set) var ending: ProgramEnding?

  let emulator: TerminalEmulator
  let master: Int32
  /// Kept open: when the last copy is closed, Linux forgets the settings that a test asks for.
  let slave: Int32
  let idlePipe: Pipe?
  let program: SpawnedProgram
  var idleCount = 0
  var idleMark = 0
  var steps: [String] = []

  /// Starts a program in a new session whose controlling terminal is a new pseudo-terminal.
  ///
  /// With `idleSignal` the program inherits a pipe on descriptor 9, named by `PORTAL_IDLE_FD`, and
  /// writes one byte to it each time that it has nothing left to do and its frame is painted.
  /// Every step then ends with `settle()`.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24, idleSignal: Bool = false
  ) throws {
    emulator = try TerminalEmulator(columns: columns, rows: rows)
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    var name = [CChar](repeating: 0, count: 128)
    var (opened, other): (Int32, Int32) = (-1, -1)
    guard openpty(&opened, &other, &name, nil, &size) == 0 else { throw SystemFailure("openpty") }
    (master, slave) = (opened, other)
    setCloseOnExec(master)
    setCloseOnExec(slave)
    setNonBlocking(master)
    idlePipe = idleSignal ? try Pipe() : nil
    if let idlePipe { setNonBlocking(idlePipe.readEnd) }

    var environment = environment
    if idleSignal { environment["PORTAL_IDLE_FD"] = "9" }
    let ninth = idlePipe?.writeEnd ?? -1
    program = try name.withUnsafeBufferPointer { name in
      try SpawnedProgram(
        path, arguments, environment: environment,
        streams: cvterm_streams(
          terminal: name.baseAddress, input: -1, output: -1, errors: -1, ninth: ninth))
    }
    idlePipe?.closeWriteEnd()
    steps.append("start \(path)")
  }

  deinit {
    program.killAndReap()
    close(master)
    close(slave)
  }

  /// Forgets the bytes that were counted so far.
  @discardableResult
  public func mark() throws -> PseudoTerminal {
    try drain()
    bytesSinceMark = []
    return self
  }

  /// Changes the size of the terminal; the kernel tells the program with SIGWINCH.
  @discardableResult
  public func resize(columns: Int, rows: Int) throws -> PseudoTerminal {
    try begin("resize to \(columns)x\(rows)")
    emulator.resize(columns: columns, rows: rows)
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw SystemFailure("TIOCSWINSZ") }
    return try settle()
  }

  /// Sends a signal to the program; whoever sends a deadly one waits with `waitForExit()`.
  @discardableResult
  public func signal(_ number: Int32) throws -> PseudoTerminal {
    try begin("signal \(number)")
    program.signal(number)
    return self
  }

  /// What the program has set on its terminal, or has put back; readable after its end too.
  public var terminalSettings: TerminalSettings {
    get throws {
      var settings = termios()
      guard tcgetattr(slave, &settings) == 0 else { throw SystemFailure("tcgetattr") }
      return TerminalSettings(settings)
    }
  }
}

/// The settings of a terminal that a screen program changes and has to put back.
public struct TerminalSettings: Equatable, Sendable {
  /// Typed characters are shown.
  public let echo: Bool
  /// Input comes in lines.
  public let canonical: Bool
  /// Ctrl-C and its like send signals.
  public let signals: Bool
  /// A line feed written also returns the carriage.
  public let outputProcessing: Bool

  init(_ settings: termios) {
    echo = settings.c_lflag & tcflag_t(ECHO) != 0
    canonical = settings.c_lflag & tcflag_t(ICANON) != 0
    signals = settings.c_lflag & tcflag_t(ISIG) != 0
    outputProcessing = settings.c_oflag & tcflag_t(OPOST) != 0
  }
}
