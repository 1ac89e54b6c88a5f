/// One place of a frame: what stands there, what it means, and how many columns it takes.
public struct Cell: Hashable, Sendable {
  /// What stands in a cell; one scalar is kept inline because nearly every cell has just one.
  public enum Content: Hashable, Sendable {
    /// A character of a single scalar.
    case scalar(Unicode.Scalar)
    /// A character with marks on it, or an emoji sequence.
    case cluster(String)
  }

  /// What stands here; a blank in the right half of a wide character.
  public internal(set) var content: Content
  /// What it means.
  public internal(set) var role: StyleRole
  /// Columns taken: 1, 2 for a wide character, 0 for the right half of one.
  public internal(set) var columns: UInt8

  /// A blank in a role.
  public static func blank(_ role: StyleRole = .plain) -> Cell {
    Cell(content: .scalar(" "), role: role, columns: 1)
  }

  static func continuation(_ role: StyleRole) -> Cell {
    Cell(content: .scalar(" "), role: role, columns: 0)
  }

  /// Whether this is the right half of the wide character before it.
  public var isContinuation: Bool { columns == 0 }

  /// The text that stands here; empty in the right half of a wide character.
  public var text: String {
    if isContinuation { return "" }
    switch content {
    case .scalar(let scalar): return String(Character(scalar))
    case .cluster(let string): return string
    }
  }
}
