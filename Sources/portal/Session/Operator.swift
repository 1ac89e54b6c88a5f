import Glibc
import PortalModel

/// Whoever really sits at the keyboard.
struct Operator: Hashable, Sendable {
  /// The operating system's login, or the user's number where it has no name.
  var login: String
  /// The terminal, or the name of the program's entrance.
  var terminal: String

  /// Looks the user and the terminal up; `entrance` stands in where there is no terminal.
  static func current(entrance: String) -> Operator {
    let login = getpwuid(getuid()).flatMap { $0.pointee.pw_name.map { String(cString: $0) } }
    let terminal = [STDIN_FILENO, STDERR_FILENO].lazy.compactMap { ttyname($0) }.first
      .map { String(cString: $0) }
    return Operator(login: login ?? String(getuid()), terminal: terminal ?? entrance)
  }

  /// The operator acting as an identity.
  func acting(as identity: IdentityIdentifier) -> Actor {
    Actor(identity: identity, login: login, terminal: terminal)
  }
}
