import Glibc

extension PseudoTerminal {
  /// What the terminal showed when the program's output was read last.
  public var screen: EmulatedScreen { emulator.screen }
  /// The same as text.
  public var screenText: String { screen.text }
  /// Where the cursor was then.
  public var cursor: EmulatedCursor { screen.cursor }

  /// Waits until one of the rows shows the text.
  @discardableResult
  public func waitFor(_ text: String) throws -> PseudoTerminal {
    try waitUntil("see \(text.debugDescription)") { $0.contains(text) }
  }

  /// Waits until the screen fulfils a condition.
  @discardableResult
  public func waitUntil(
    _ purpose: String = "fulfil a condition", _ condition: (EmulatedScreen) throws -> Bool
  ) throws -> PseudoTerminal {
    try wait(purpose) { try condition(screen) }
    steps.append(purpose)
    return self
  }

  /// Waits until the program has done everything that the last step asked of it.
  ///
  /// An idle signal counts only if it came after the step began and if no input is left unread by
  /// then. A program that ended is settled too, and so is one that gives no idle signal.
  @discardableResult
  public func settle() throws -> PseudoTerminal {
    guard idlePipe != nil else { return self }
    try wait("settle", endingIsFine: true) {
      guard idleCount > idleMark else { return false }
      guard hasInput(slave) else { return true }
      idleMark = idleCount
      return false
    }
    return self
  }

  /// Fails unless the screen shows the text now.
  @discardableResult
  public func expect(contains text: String) throws -> PseudoTerminal {
    try drain()
    guard screen.contains(text) else { throw failure("does not show \(text.debugDescription)") }
    return self
  }

  /// Fails if the screen shows the text now.
  @discardableResult
  public func expect(containsNot text: String) throws -> PseudoTerminal {
    try drain()
    guard !screen.contains(text) else { throw failure("still shows \(text.debugDescription)") }
    return self
  }

  /// Waits for the end of the program; its last output is read then.
  @discardableResult
  public func waitForExit() throws -> ProgramEnding {
    try wait("end", endingIsFine: true) { false }
    guard let ending else { throw failure("the program did not end") }
    return ending
  }

  /// Takes in all that the program has written so far, without waiting.
  func drain() throws {
    // The signal is read first: the bytes of the frame that it announces are there already.
    if let idlePipe { idleCount += readAvailable(idlePipe.readEnd).bytes.count }
    let bytes = readAvailable(master).bytes
    guard !bytes.isEmpty else { return }
    bytesSinceMark += bytes
    let answer = emulator.input(bytes)
    if !answer.isEmpty { try write(answer) }
  }

  private func wait(
    _ purpose: String, endingIsFine: Bool = false, until condition: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    while true {
      try drain()
      if try condition() { return }
      if ending != nil {
        if endingIsFine { return }
        throw failure("the program ended before it could \(purpose)")
      }
      if deadline < .now { throw failure("waited \(patience) for the program to \(purpose)") }
      var wanted = [(master, POLLIN), (program.exitDescriptor, POLLIN)]
      if let idlePipe { wanted.append((idlePipe.readEnd, POLLIN)) }
      let ready = poll(wanted, until: deadline)
      if ready.contains(program.exitDescriptor) { ending = program.reap() }
    }
  }
}
