import Glibc

/// Both ends of a pseudo-terminal: the test plays the terminal, the product draws on the other.
final class PseudoTerminal {
  let master: Int32
  let slave: Int32

  init?(columns: UInt16 = 80, rows: UInt16 = 24) {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { return nil }
    self.master = master
    self.slave = slave
  }

  deinit {
    close(master)
    close(slave)
  }

  /// Types bytes, as a terminal sends them.
  func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = write(master, &bytes, bytes.count)
  }

  /// Everything that was written to the terminal and not read yet.
  func output() -> String {
    var collected: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&descriptor, 1, 0) > 0, descriptor.revents & Int16(POLLIN) != 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      collected += buffer[..<count]
    }
    return String(decoding: collected, as: UTF8.self)
  }

  /// Changes the size and tells the process, which does not have this as its own terminal.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    kill(getpid(), SIGWINCH)
  }

  /// Local modes and special characters, to see that they come back as they were.
  func modes() -> [UInt32] {
    var attributes = termios()
    tcgetattr(slave, &attributes)
    return [attributes.c_iflag, attributes.c_oflag, attributes.c_lflag]
  }
}
