extension Frame {
  /// The frame as a picture: SVG 1.1, in a theme's colours, one text element for each run of one role.
  ///
  /// - Parameters:
  ///   - theme: How roles look.
  ///   - ground: The colour of the terminal's own ground, as `#rrggbb`.
  ///   - ink: The colour of the terminal's own characters, as `#rrggbb`.
  public func svg(theme: Theme, ground: String, ink: String) -> String {
    let (width, height) = (9, 18)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size.columns * width + 20) "
        + "\(size.rows * height + 20)\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\""
        + " font-size=\"15\">",
      "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(ground)\"/>",
    ]
    for row in 0..<size.rows {
      var column = 0
      let cells = Array(self[row])
      while column < cells.count {
        let role = cells[column].role
        var end = column
        while end < cells.count, cells[end].role == role { end += 1 }
        let text = cells[column..<end].map(\.text).joined()
        let (x, y) = (10 + column * width, 10 + row * height)
        let style = theme.style(for: role)
        var (back, front) = (style.background?.hex, style.foreground?.hex ?? ink)
        if style.reverse { (back, front) = (front, back ?? ground) }
        let length = (end - column) * width
        if let back {
          lines.append(
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(length)\" height=\"\(height)\" fill=\"\(back)\"/>"
          )
        }
        if text.contains(where: { $0 != " " }) {
          lines.append(
            "<text x=\"\(x)\" y=\"\(y + 14)\" textLength=\"\(length)\" xml:space=\"preserve\" "
              + "fill=\"\(front)\"\(style.svgAttributes)>\(text.escapedForXML)</text>")
        }
        column = end
      }
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }
}

extension Style {
  fileprivate var svgAttributes: String {
    (bold ? " font-weight=\"bold\"" : "") + (underline ? " text-decoration=\"underline\"" : "")
      + (dim ? " opacity=\"0.65\"" : "")
  }
}

extension ColorIndex {
  /// The colour as `#rrggbb`.
  var hex: String {
    let (red, green, blue) = components
    return "#"
      + [red, green, blue].map { value in
        let text = String(value, radix: 16)
        return value < 16 ? "0" + text : text
      }.joined()
  }
}

extension String {
  fileprivate var escapedForXML: String {
    reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }
}
