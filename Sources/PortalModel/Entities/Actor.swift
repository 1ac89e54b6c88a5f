/// Who gives a command: the identity acted as, and the real person at the keyboard.
public struct Actor: Hashable, Codable, Sendable {
  /// The identity acted as.
  public var identity: IdentityIdentifier
  /// The operating system's login of whoever really acted.
  public var login: String
  /// The terminal they sat at, or the name of the program's other entrance; may be empty.
  public var terminal: String

  /// Makes an actor.
  public init(identity: IdentityIdentifier, login: String = "", terminal: String = "") {
    self.identity = identity
    self.login = login
    self.terminal = terminal
  }
}
