/// A part of a frame that answers to the mouse. Whoever draws something that can be clicked records one,
/// so that what is seen and what is hit cannot differ.
public struct Region: Hashable, Sendable {
  /// The cells.
  public var rect: Rect
  /// What a click there means.
  public var target: Target

  /// Makes a region.
  public init(_ rect: Rect, _ target: Target) {
    self.rect = rect
    self.target = target
  }
}

/// What a click means, in the words of widgets.
public enum Target: Hashable, Encodable, Sendable {
  /// What pressing a key does.
  case key(Key)
  /// A section of the program, by its number.
  case section(Int)
  /// One of several views of a page, by its place from 0.
  case tab(Int)
  /// A row of a list, by its place from 0; a page with several lists numbers them.
  case row(Int, list: Int)
  /// A cell of a matrix, both counted from 0.
  case cell(row: Int, column: Int)
  /// A field, a box or a choice, by its place from 0.
  case field(Int)
  /// The text of a field: a click puts the caret on the character under it.
  case text(Int)
  /// A button, by its place from 0.
  case button(Int)
}

extension Frame {
  /// Records what a click on a rectangle means; later regions lie over earlier ones.
  public mutating func addRegion(_ rect: Rect, _ target: Target) {
    let shown = rect.intersection(bounds)
    if !shown.isEmpty { regions.append(Region(shown, target)) }
  }

  /// Takes everything out of reach of the mouse that was recorded so far.
  public mutating func removeRegions() { regions = [] }

  /// Takes what a rectangle covers, even in part, out of reach of the mouse.
  public mutating func removeRegions(in rect: Rect) {
    regions.removeAll { !$0.rect.intersection(rect).isEmpty }
  }

  /// What lies uppermost at a point; `nil` where a click means nothing.
  public func region(at point: Point) -> Region? { regions.last { $0.rect.contains(point) } }

  /// The rows of a list that were drawn, as far as they follow one another.
  public func rowsInView(ofList list: Int) -> Range<Int> {
    let rows = regions.compactMap { region -> Int? in
      guard case .row(let row, list) = region.target else { return nil }
      return row
    }
    guard let first = rows.min(), let last = rows.max() else { return 0..<0 }
    return first..<last + 1
  }
}
