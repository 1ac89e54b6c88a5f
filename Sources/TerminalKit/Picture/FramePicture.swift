/// A frame as a picture: SVG 1.1 of a terminal's window, in a theme's colours.
///
/// Whatever font a reader has, columns stay straight: runs of ASCII are stretched to their cells, every
/// other sign is centred in its own, and lines are drawn as lines. The window brings its own ground, so
/// that it looks the same on light and dark pages. The same frame gives the same bytes.
public struct FramePicture: Hashable, Sendable {
  /// What is drawn.
  public var frame: Frame
  /// How roles look.
  public var theme: Theme
  /// What stands in the window's upper edge, and what the picture is called.
  public var title: String

  /// Makes a picture of a frame.
  public init(_ frame: Frame, theme: Theme, title: String) {
    self.frame = frame
    self.theme = theme
    self.title = title
  }

  static let cell = (width: 9, height: 19)
  static let margin = (side: 14, top: 38, bottom: 12)
  static let fonts =
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

  /// The picture as SVG.
  public var svg: String {
    let width = frame.size.columns * Self.cell.width + 2 * Self.margin.side
    let height = frame.size.rows * Self.cell.height + Self.margin.top + Self.margin.bottom
    let name = title.escapedForXML
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" role=\"img\" aria-label=\"\(name)\">",
      "<title>\(name)</title>",
    ]
    lines += window(width, height, name)
    lines.append("<g font-family=\"\(Self.fonts)\" font-size=\"15\">")
    for row in 0..<frame.size.rows { lines += FrameRuns(self, row: row).elements }
    lines.append("</g>")
    let cursor = FrameRuns.corner(frame.cursor)
    lines.append(
      "<rect x=\"\(cursor.x - 1)\" y=\"\(cursor.y)\" width=\"2\" height=\"\(Self.cell.height)\" "
        + "fill=\"\(theme.paper.cursor.hex)\"/>")
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  /// The window around the frame: edge, bar with its three buttons and the title.
  private func window(_ width: Int, _ height: Int, _ name: String) -> [String] {
    let paper = theme.paper
    return [
      "<rect x=\"0.5\" y=\"0.5\" width=\"\(width - 1)\" height=\"\(height - 1)\" rx=\"9\" "
        + "fill=\"\(paper.ground.hex)\" stroke=\"\(paper.edge.hex)\"/>",
      "<path d=\"M1 28V9.5A8.5 8.5 0 0 1 9.5 1H\(width - 10).5A8.5 8.5 0 0 1 \(width - 1) 9.5V28Z\" "
        + "fill=\"\(paper.bar.hex)\"/>",
    ]
      + [16, 34, 52].map {
        "<circle cx=\"\($0)\" cy=\"14.5\" r=\"5\" fill=\"\(paper.edge.hex)\"/>"
      } + [
        "<text x=\"\(width / 2)\" y=\"19\" text-anchor=\"middle\" font-size=\"13\" "
          + "font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, 'DejaVu Sans', sans-serif\" "
          + "fill=\"\(paper.caption.hex)\">\(name)</text>"
      ]
  }
}

extension Theme.Paper {
  private var isLight: Bool { ground.components.red > 127 }
  /// The window's edge and buttons.
  var edge: ColorIndex { isLight ? 250 : 240 }
  /// The window's bar.
  var bar: ColorIndex { isLight ? 254 : 236 }
  /// The title in it.
  var caption: ColorIndex { isLight ? 238 : 250 }
  /// The terminal's cursor.
  var cursor: ColorIndex { isLight ? 16 : 231 }
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
  /// The text between tags or quotes of XML.
  var escapedForXML: String {
    reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
