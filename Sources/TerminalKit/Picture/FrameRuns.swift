/// One row of a picture: runs of one role, each with its ground, its words, its signs and its lines.
struct FrameRuns {
  private let picture: FramePicture
  private let cells: [Cell]
  private let row: Int

  init(_ picture: FramePicture, row: Int) {
    self.picture = picture
    self.row = row
    cells = Array(picture.frame[row])
  }

  /// The upper left corner of a cell.
  static func corner(_ point: Point) -> (x: Int, y: Int) {
    (
      FramePicture.margin.side + point.column * FramePicture.cell.width,
      FramePicture.margin.top + point.row * FramePicture.cell.height
    )
  }

  /// The elements of the row, grounds first.
  var elements: [String] {
    var elements: [String] = []
    var start = 0
    while start < cells.count {
      var end = start
      while end < cells.count, cells[end].role == cells[start].role { end += 1 }
      elements += run(start..<end)
      start = end
    }
    return elements
  }

  private func run(_ columns: Range<Int>) -> [String] {
    let style = picture.theme.style(for: cells[columns.lowerBound].role)
    let paper = picture.theme.paper
    var (back, front) = (style.background?.hex, style.foreground?.hex ?? paper.ink.hex)
    if style.reverse { (back, front) = (front, back ?? paper.ground.hex) }
    let (x, y) = Self.corner(Point(column: columns.lowerBound, row: row))
    let (width, height) = (columns.count * FramePicture.cell.width, FramePicture.cell.height)
    var elements: [String] = []
    if let back, back != paper.ground.hex {
      elements.append(
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(back)\"/>")
    }
    let drawn = lines(columns, front) + texts(columns)
    guard !drawn.isEmpty || style.underline else { return elements }
    elements.append(
      "<g fill=\"\(front)\"\(style.bold ? " font-weight=\"bold\"" : "")"
        + "\(style.dim ? " opacity=\"0.7\"" : "")>")
    elements += drawn
    if style.underline {
      let (first, last) = underlined(columns, isGround: back != nil)
      if first < last {
        let left = Self.corner(Point(column: first, row: row)).x
        elements.append(
          "<rect x=\"\(left)\" y=\"\(y + height - 3)\" "
            + "width=\"\((last - first) * FramePicture.cell.width)\" height=\"1\"/>")
      }
    }
    return elements + ["</g>"]
  }

  private func underlined(_ columns: Range<Int>, isGround: Bool) -> (Int, Int) {
    let written = columns.filter { cells[$0].base != " " }
    guard !isGround, let first = written.first, let last = written.last else {
      return (columns.lowerBound, columns.upperBound)
    }
    return (first, last + 1)
  }

  // MARK: Words and signs

  /// Words of ASCII are stretched to their cells; any other sign stands in the middle of its own.
  private func texts(_ columns: Range<Int>) -> [String] {
    var elements: [String] = []
    var column = columns.lowerBound
    while column < columns.upperBound {
      let cell = cells[column]
      if cell.isContinuation || cell.base == " " || cell.strokes != nil {
        column += 1
        continue
      }
      guard cell.isASCII else {
        elements.append(sign(cell, column))
        column += 1
        continue
      }
      var end = column
      while end < columns.upperBound, cells[end].isASCII,
        cells[end].base != " " || (end + 1 < columns.upperBound && cells[end + 1].isWord)
      {
        end += 1
      }
      elements.append(word(column..<end))
      column = end
    }
    return elements
  }

  private func word(_ columns: Range<Int>) -> String {
    let (x, y) = Self.corner(Point(column: columns.lowerBound, row: row))
    let text = cells[columns].map(\.text).joined().escapedForXML
    return "<text x=\"\(x)\" y=\"\(y + 14)\" "
      + "textLength=\"\(columns.count * FramePicture.cell.width)\" "
      + "lengthAdjust=\"spacingAndGlyphs\">\(text)</text>"
  }

  private func sign(_ cell: Cell, _ column: Int) -> String {
    let (x, y) = Self.corner(Point(column: column, row: row))
    let middle = Int(cell.columns) * FramePicture.cell.width * 5
    return "<text x=\"\(x + middle / 10)\(middle % 10 == 0 ? "" : ".5")\" y=\"\(y + 14)\" "
      + "text-anchor=\"middle\">\(cell.text.escapedForXML)</text>"
  }

  // MARK: Lines

  /// Frames and rules as paths, so that they meet from cell to cell.
  private func lines(_ columns: Range<Int>, _ colour: String) -> [String] {
    var path = ""
    var column = columns.lowerBound
    while column < columns.upperBound {
      guard let strokes = cells[column].strokes else {
        column += 1
        continue
      }
      var end = column + 1
      if strokes == .across {
        while end < columns.upperBound, cells[end].strokes == .across { end += 1 }
      }
      path += Self.path(strokes, Self.corner(Point(column: column, row: row)), cells: end - column)
      column = end
    }
    return path.isEmpty ? [] : ["<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\"/>"]
  }

  private static func path(_ strokes: Strokes, _ corner: (x: Int, y: Int), cells: Int) -> String {
    let (width, height) = (FramePicture.cell.width, FramePicture.cell.height)
    let (middle, centre) = ("\(corner.x + width / 2).5", "\(corner.y + height / 2).5")
    if strokes == .across { return "M\(corner.x) \(centre)h\(cells * width)" }
    var path = ""
    if strokes.contains(.left) { path += "M\(corner.x) \(centre)H\(middle)" }
    if strokes.contains(.right) { path += "M\(corner.x + width) \(centre)H\(middle)" }
    if strokes.contains(.up) { path += "M\(middle) \(corner.y)V\(centre)" }
    if strokes.contains(.down) { path += "M\(middle) \(corner.y + height)V\(centre)" }
    return path
  }
}

/// From the middle of a cell to which of its edges lines go.
private struct Strokes: OptionSet {
  let rawValue: Int
  static let left = Strokes(rawValue: 1)
  static let right = Strokes(rawValue: 2)
  static let up = Strokes(rawValue: 4)
  static let down = Strokes(rawValue: 8)
  static let across: Strokes = [.left, .right]
}

extension Cell {
  fileprivate var isASCII: Bool { base.isASCII && columns == 1 && joinedScalars.isEmpty }
  fileprivate var isWord: Bool { isASCII && base != " " }

  fileprivate var strokes: Strokes? {
    switch base {
    case "─": .across
    case "│": [.up, .down]
    case "┌": [.right, .down]
    case "┐": [.left, .down]
    case "└": [.right, .up]
    case "┘": [.left, .up]
    case "├": [.right, .up, .down]
    case "┤": [.left, .up, .down]
    case "┬": [.left, .right, .down]
    case "┴": [.left, .right, .up]
    case "┼": [.left, .right, .up, .down]
    default: nil
    }
  }
}
