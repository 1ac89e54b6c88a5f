/// One column of a table, before its width is known.
public struct TableColumn: Hashable, Sendable {
  /// On which side blanks go.
  public enum Alignment: Hashable, Sendable {
    /// Text at the left, blanks at the right; numbers the other way round.
    case left, right
  }

  /// What the header says.
  public var title: String
  /// Below this width the column is rather left out, at least 1.
  public var minimum: Int
  /// The width at which nothing is cut.
  public var ideal: Int
  /// The widest text that stands in it, its title included; nil where nobody has looked.
  public var widest: Int?
  /// Columns of lower priority are left out first.
  public var priority: Int
  /// On which side the text stands.
  public var alignment: Alignment

  /// Makes a column; `ideal` is raised to `minimum`.
  public init(
    _ title: String, minimum: Int, ideal: Int, priority: Int = 0, alignment: Alignment = .left
  ) {
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal)
    self.priority = priority
    self.alignment = alignment
  }
}

/// The widths of a table's columns in a given space.
///
/// Columns that do not fit at their minimum are left out, lowest priority first, the
/// rightmost of equals first; one column always stays. Room that is left goes to columns
/// below their ideal width, highest priority first; where it does not suffice for all, none gets
/// more than what stands in it needs.
public struct TableLayout: Hashable, Sendable {
  /// A column that is shown.
  public struct Placed: Hashable, Sendable {
    /// Its place in the list of columns that the layout was made from.
    public var index: Int
    /// Its left edge, from the left edge of the table.
    public var offset: Int
    /// Its width.
    public var columns: Int
  }

  /// The columns that the layout was made from, shown or not.
  public let columns: [TableColumn]
  /// The columns that are shown, from left to right.
  public let placed: [Placed]
  /// The width that the table has.
  public let width: Int
  let ellipsis: String

  /// Computes a layout.
  ///
  /// - Parameters:
  ///   - columns: The columns wanted, from left to right.
  ///   - width: The room there is.
  ///   - gap: Blanks between two columns.
  ///   - indent: Blanks before the first, where the selection marker stands.
  ///   - ellipsis: What ends a text that was cut.
  public init(
    columns: [TableColumn], width: Int, gap: Int = 2, indent: Int = 2, ellipsis: String = "…"
  ) {
    self.columns = columns
    self.width = max(0, width)
    self.ellipsis = ellipsis
    let room = max(0, width - indent)
    let kept = Self.fitting(columns, room: room, gap: gap)
    let widths = Self.widths(columns, kept: kept, room: room, gap: gap)
    var offset = indent
    placed = kept.compactMap { index in
      let shown = min(widths[index] ?? 0, max(0, width - offset))
      defer { offset += shown + gap }
      return shown > 0 ? Placed(index: index, offset: offset, columns: shown) : nil
    }
  }

  /// The width that a column was given; nil if it was left out.
  public func columns(of index: Int) -> Int? {
    placed.first { $0.index == index }?.columns
  }

  /// Whether a column, by its place in `columns`, is shown.
  public func shows(_ index: Int) -> Bool {
    placed.contains { $0.index == index }
  }

  private static func fitting(_ columns: [TableColumn], room: Int, gap: Int) -> [Int] {
    var kept = Array(columns.indices)
    func needed() -> Int {
      kept.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, kept.count - 1)
    }
    while kept.count > 1, needed() > room {
      guard
        let victim = kept.indices.min(by: { left, right in
          let (a, b) = (columns[kept[left]].priority, columns[kept[right]].priority)
          return a == b ? left > right : a < b
        })
      else { break }
      kept.remove(at: victim)
    }
    return kept
  }

  private static func widths(
    _ columns: [TableColumn], kept: [Int], room: Int, gap: Int
  ) -> [Int: Int] {
    var widths: [Int: Int] = [:]
    var left = room - gap * max(0, kept.count - 1)
    for index in kept {
      widths[index] = min(columns[index].minimum, max(0, left))
      left -= widths[index] ?? 0
    }
    let byPriority = kept.sorted {
      columns[$0].priority == columns[$1].priority
        ? $0 < $1 : columns[$0].priority > columns[$1].priority
    }
    // First what is there to be read, then what is wider than anybody thought, then air.
    let targets: [(TableColumn) -> Int] = [
      { min($0.ideal, $0.widest ?? $0.ideal) }, { $0.widest ?? $0.ideal }, { $0.ideal },
    ]
    for target in targets {
      for index in byPriority where left > 0 {
        let wanted = max(0, min(left, target(columns[index]) - (widths[index] ?? 0)))
        widths[index, default: 0] += wanted
        left -= wanted
      }
    }
    return widths
  }
}
