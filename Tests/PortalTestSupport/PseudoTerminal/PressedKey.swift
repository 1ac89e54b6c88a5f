import CVTerm

/// A key as a person presses it; the bytes depend on the modes that the program chose.
public struct PressedKey: Equatable, Sendable {
  enum Code: Equatable, Sendable {
    case named(Int32)
    case character(Unicode.Scalar)
  }

  let code: Code
  var modifiers: Modifiers = []

  struct Modifiers: OptionSet, Sendable {
    let rawValue: Int32
    static let shift = Modifiers(rawValue: Int32(cvterm_shift))
    static let alt = Modifiers(rawValue: Int32(cvterm_alt))
    static let control = Modifiers(rawValue: Int32(cvterm_control))
  }

  private init(_ key: cvterm_key) {
    code = .named(Int32(key.rawValue))
  }

  private init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// Return.
  public static let enter = PressedKey(cvterm_key_enter)
  /// Tab.
  public static let tab = PressedKey(cvterm_key_tab)
  /// Tab with Shift, backwards.
  public static let backtab = PressedKey(PressedKey.tab.code, .shift)
  /// Backspace.
  public static let backspace = PressedKey(cvterm_key_backspace)
  /// Escape.
  public static let escape = PressedKey(cvterm_key_escape)
  /// Arrow up.
  public static let up = PressedKey(cvterm_key_up)
  /// Arrow down.
  public static let down = PressedKey(cvterm_key_down)
  /// Arrow left.
  public static let left = PressedKey(cvterm_key_left)
  /// Arrow right.
  public static let right = PressedKey(cvterm_key_right)
  /// Delete forward.
  public static let delete = PressedKey(cvterm_key_delete)
  /// Home.
  public static let home = PressedKey(cvterm_key_home)
  /// End.
  public static let end = PressedKey(cvterm_key_end)
  /// A page up.
  public static let pageUp = PressedKey(cvterm_key_page_up)
  /// A page down.
  public static let pageDown = PressedKey(cvterm_key_page_down)
  /// The space bar.
  public static let space = PressedKey.character(" ")

  /// F1 to F12.
  public static func function(_ number: Int) -> PressedKey {
    PressedKey(.named(Int32(cvterm_key_function.rawValue) + Int32(number)))
  }

  /// A character.
  public static func character(_ scalar: Unicode.Scalar) -> PressedKey {
    PressedKey(.character(scalar))
  }

  /// A letter with Ctrl.
  public static func control(_ scalar: Unicode.Scalar) -> PressedKey {
    PressedKey(.character(scalar), .control)
  }

  /// A letter with Alt.
  public static func alt(_ scalar: Unicode.Scalar) -> PressedKey {
    PressedKey(.character(scalar), .alt)
  }
}

/// A button of the mouse, or a notch of its wheel.
public enum MouseButton: Int32, Sendable {
  /// The first button.
  case left = 1
  /// The one in the middle.
  case middle
  /// The second button.
  case right
  /// One notch up.
  case wheelUp
  /// One notch down.
  case wheelDown
}
