extension TableLayout {
  /// Computes a layout for rows that are there.
  ///
  /// Where every column can have its ideal width nobody looks at the rows, so that columns stay where
  /// they are while one scrolls.
  ///
  /// - Parameters:
  ///   - columns: The columns wanted, from left to right.
  ///   - rows: What is to stand in them, one text for each column.
  ///   - width: The room there is.
  ///   - ellipsis: What ends a text that was cut.
  public init(
    columns: [TableColumn], fitting rows: @autoclosure () -> [[StyledLine]], width: Int,
    ellipsis: String
  ) {
    let plain = TableLayout(columns: columns, width: width, ellipsis: ellipsis)
    if columns.indices.allSatisfy({ plain.columns(of: $0) ?? 0 >= columns[$0].ideal }) {
      self = plain
      return
    }
    let rows = rows()
    let measured = columns.indices.map { index in
      var column = columns[index]
      let texts = rows.lazy.map { index < $0.count ? $0[index].columns : 0 }
      let widest = max(TerminalText.columns(of: column.title), texts.max() ?? 0)
      column.widest = widest
      column.minimum = min(column.minimum, widest)
      return column
    }
    self.init(columns: measured, width: width, ellipsis: ellipsis)
  }
}
