/// Something that reaches the program from its terminal or from another thread.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; it may hold line breaks and anything else.
  case paste(String)
  /// The terminal has another size now.
  case resize(Size)
  /// The program is asked to leave.
  case signal(TerminationSignal)
  /// Another thread has posted something.
  case wake
}

/// A request to leave, from the user or from the system.
public enum TerminationSignal: Hashable, Sendable {
  /// SIGINT from outside; Ctrl-C typed in the terminal is a key.
  case interrupt
  /// SIGTERM; a second one ends the program whatever it does.
  case terminate
  /// SIGHUP, or the terminal is gone.
  case hangup
}

/// Something the mouse did at a cell.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// A button went down or up, or was pressed twice in a row at one place.
    case press, release, doubleClick
    /// The wheel turned by one step.
    case wheelUp, wheelDown
  }

  /// Which button; wheels report `none`.
  public enum Button: Hashable, Sendable {
    /// The buttons from left to right, and no button.
    case left, middle, right, none
  }

  /// The cell under the pointer.
  public var point: Point
  /// What was done.
  public var kind: Kind
  /// With which button.
  public var button: Button

  /// Makes an event.
  public init(point: Point, kind: Kind, button: Button = .left) {
    self.point = point
    self.kind = kind
    self.button = button
  }
}
