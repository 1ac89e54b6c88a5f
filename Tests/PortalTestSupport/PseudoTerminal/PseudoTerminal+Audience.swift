import Glibc

extension PseudoTerminal {
  /// The number of the program's process.
  public var processIdentifier: Int32 { program.process }

  /// Looks at several terminals at once, as people would: reads what they draw until a condition holds.
  ///
  /// - Parameter patience: How long at most; the condition need not hold then.
  /// - Returns: How many bytes were drawn.
  @discardableResult
  public static func watch(
    _ terminals: [PseudoTerminal], patience: Duration, until condition: () throws -> Bool
  ) throws -> Int {
    let deadline = ContinuousClock.now + patience
    var count = 0
    while true {
      for terminal in terminals {
        try terminal.drain()
        count += terminal.bytesSinceMark.count
        terminal.bytesSinceMark = []
      }
      if try condition() || deadline < .now { return count }
      // Not only what they draw can make it hold.
      let soon = min(deadline, ContinuousClock.now + .milliseconds(20))
      _ = poll(terminals.map { ($0.master, POLLIN) }, until: soon)
    }
  }

  /// Whether the program still runs.
  public var isRunning: Bool { !hasInput(program.exitDescriptor) }
}
