/// One place of a frame: what stands there, what it means, and how many columns it takes.
///
/// A cell has no reference in it, so that frames are compared and copied as plain memory.
public struct Cell: Hashable, Sendable {
  /// The character that takes the room; a blank in the right half of a wide one.
  public internal(set) var base: Unicode.Scalar
  /// What it means.
  public internal(set) var role: StyleRole
  /// Columns taken: 1, 2 for a wide character, 0 for the right half of one.
  public internal(set) var columns: UInt8
  var joined: Joined

  /// Scalars on or after the base, in order; 0 where there is none.
  struct Joined: Hashable, Sendable {
    static let capacity = 4
    var first: UInt32 = 0
    var second: UInt32 = 0
    var third: UInt32 = 0
    var fourth: UInt32 = 0

    /// Adds a scalar; false if there is no room.
    mutating func append(_ scalar: Unicode.Scalar) -> Bool {
      if first == 0 {
        first = scalar.value
      } else if second == 0 {
        second = scalar.value
      } else if third == 0 {
        third = scalar.value
      } else if fourth == 0 {
        fourth = scalar.value
      } else {
        return false
      }
      return true
    }
  }

  init(_ element: TextElement, role: StyleRole) {
    base = element.base
    joined = element.joined
    columns = element.columns
    self.role = role
  }

  var element: TextElement {
    var element = TextElement(base: base, columns: columns)
    element.joined = joined
    return element
  }

  /// A blank in a role.
  public static func blank(_ role: StyleRole = .plain) -> Cell {
    Cell(TextElement(base: " ", columns: 1), role: role)
  }

  static func continuation(_ role: StyleRole) -> Cell {
    Cell(TextElement(base: " ", columns: 0), role: role)
  }

  /// Whether this is the right half of the wide character before it.
  public var isContinuation: Bool { columns == 0 }

  /// Marks on the base and further parts of an emoji sequence, at most 4.
  public var joinedScalars: [Unicode.Scalar] {
    if joined.first == 0 { return [] }
    return [joined.first, joined.second, joined.third, joined.fourth]
      .prefix { $0 != 0 }
      .compactMap(Unicode.Scalar.init)
  }

  /// The text that stands here; empty in the right half of a wide character.
  public var text: String {
    if isContinuation { return "" }
    var view = String.UnicodeScalarView()
    view.append(base)
    view.append(contentsOf: joinedScalars)
    return String(view)
  }
}
