import Glibc

extension PseudoTerminal {
  /// Sends bytes as they are, all at once, and does not wait for what the program makes of them.
  @discardableResult
  public func send(keys bytes: String) throws -> PseudoTerminal {
    try begin("send \(bytes.debugDescription)")
    try write(Array(bytes.utf8))
    return self
  }

  /// Sends a text as one burst of characters.
  @discardableResult
  public func type(_ text: String) throws -> PseudoTerminal {
    try begin("type \(text.debugDescription)")
    try write(Array(text.utf8))
    return try settle()
  }

  /// Presses keys one after the other, each when the program has done with the one before.
  @discardableResult
  public func press(_ keys: PressedKey...) throws -> PseudoTerminal {
    for key in keys {
      let bytes = emulator.bytes(of: key)
      try begin("press \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      try write(bytes)
      try settle()
    }
    return self
  }

  /// Pastes a text, between brackets if the program asked for bracketed paste.
  @discardableResult
  public func paste(_ text: String) throws -> PseudoTerminal {
    try begin("paste \(text.debugDescription)")
    try write(emulator.bytes(ofPaste: text))
    return try settle()
  }

  /// Clicks a cell, counted from 0; nothing happens unless the program asked for the mouse.
  @discardableResult
  public func click(column: Int, row: Int, _ button: MouseButton = .left) throws
    -> PseudoTerminal
  {
    try begin("click \(column),\(row)")
    var bytes = emulator.bytes(ofMouse: button, pressed: true, column: column, row: row)
    if button != .wheelUp, button != .wheelDown {
      bytes += emulator.bytes(ofMouse: button, pressed: false, column: column, row: row)
    }
    guard !bytes.isEmpty else { throw failure("the program did not ask for the mouse") }
    try write(bytes)
    return try settle()
  }

  /// Clicks the first cell of a text that the screen shows.
  @discardableResult
  public func click(on text: String, _ button: MouseButton = .left) throws -> PseudoTerminal {
    guard let place = screen.position(of: text) else {
      throw failure("nothing to click: \(text.debugDescription) is not shown")
    }
    return try click(column: place.column, row: place.row, button)
  }

  /// Notes a step and forgets the idle signals that came before it.
  func begin(_ step: String) throws {
    try drain()
    idleMark = idleCount
    steps.append(step)
  }

  /// Writes all bytes, and reads what the program writes while its input queue is full.
  func write(_ bytes: [UInt8]) throws {
    let deadline = ContinuousClock.now + patience
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      guard errno == EAGAIN || errno == EINTR else { throw SystemFailure("write to terminal") }
      let ready = poll([(master, POLLIN | POLLOUT)], until: deadline)
      guard !ready.isEmpty else { throw failure("the program does not read its input") }
      try drain()
    }
  }
}
