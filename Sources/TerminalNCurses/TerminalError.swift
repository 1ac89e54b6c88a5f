/// Why the terminal cannot be used for screens.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is a file, a pipe or nothing.
  case notATerminal
  /// The variable TERM is missing or empty.
  case termUnset
  /// No description of this terminal is installed.
  case termUnknown(String)
  /// The terminal, such as `dumb`, cannot place its cursor.
  case noCursorMovement(String)
  /// The system refused a descriptor, or another `Terminal` is open in this process.
  case unavailable
}
