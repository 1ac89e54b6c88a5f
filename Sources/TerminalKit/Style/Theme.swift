/// How roles look on a terminal.
///
/// Good and bad are told apart by blue and orange, never by green and red, and always by a
/// sign and a word as well.
public struct Theme: Hashable, Sendable {
  /// The word that `--theme` takes.
  public let name: String
  private let styles: [Style]

  /// Makes a theme from the look of each role.
  public init(name: String, style: (StyleRole) -> Style) {
    self.name = name
    styles = StyleRole.allCases.map(style)
  }

  /// How a role looks.
  public func style(for role: StyleRole) -> Style {
    styles[Int(role.rawValue)]
  }

  /// How a role looks on a terminal of so many colours; below 8 it looks as in `mono`.
  public func style(for role: StyleRole, colours: Int) -> Style {
    colours < 8 ? Theme.mono.style(for: role) : style(for: role).reduced(to: colours)
  }

  /// The theme of a name, or nil; `all` lists the names.
  public init?(named name: String) {
    guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  /// Every theme there is.
  public static let all: [Theme] = [dark, light, mono, contrast]
}
