/// A piece of text in one role.
public struct StyledSpan: Hashable, Encodable, Sendable {
  /// The text; `Frame` sanitises it when it is written.
  public var text: String
  /// What the text means.
  public var role: StyleRole
  /// What a click on the text means; `nil` for nothing.
  public var target: Target?

  /// Makes a span.
  public init(_ text: String, _ role: StyleRole = .plain, target: Target? = nil) {
    self.text = text
    self.role = role
    self.target = target
  }
}

/// One line of text in several roles.
public struct StyledLine: Hashable, Encodable, Sendable, ExpressibleByStringInterpolation {
  /// The pieces from left to right.
  public var spans: [StyledSpan]

  /// Makes a line of one span.
  public init(_ text: String, _ role: StyleRole = .plain) {
    spans = [StyledSpan(text, role)]
  }

  /// Makes a line of several spans, empty by default.
  public init(_ pieces: [(String, StyleRole)] = []) {
    spans = pieces.map { StyledSpan($0.0, $0.1) }
  }

  /// Makes a line of spans that exist already.
  public init(spans: [StyledSpan]) {
    self.spans = spans
  }

  /// The same text without any weight: what stands there counts no more.
  public func dimmed() -> StyledLine {
    StyledLine(spans: spans.map { StyledSpan($0.text, .dim, target: $0.target) })
  }

  /// Makes a plain line from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The text without its roles.
  public var text: String { spans.reduce(into: "") { $0 += $1.text } }

  /// The width in terminal columns.
  public var columns: Int { spans.reduce(0) { $0 + TerminalText.columns(of: $1.text) } }

  /// Adds a piece at the end.
  public mutating func append(
    _ text: String, _ role: StyleRole = .plain, target: Target? = nil
  ) {
    spans.append(StyledSpan(text, role, target: target))
  }

  /// Adds the pieces of another line at the end.
  public mutating func append(_ other: StyledLine) {
    spans += other.spans
  }

  /// The two lines one after the other.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(spans: left.spans + right.spans)
  }

  /// The line cut to a width; a cut line ends in the ellipsis, in the role of what was cut.
  public func truncated(to columns: Int, ellipsis: String = "…") -> StyledLine {
    guard self.columns > columns else { return self }
    let room = max(0, columns - TerminalText.columns(of: ellipsis))
    var result = StyledLine()
    var used = 0
    for span in spans {
      let width = TerminalText.columns(of: span.text)
      if used + width > room {
        let kept = TerminalText.prefix(of: span.text, columns: room - used)
        let mark = TerminalText.prefix(of: ellipsis, columns: columns)
        result.append(kept + mark, span.role, target: span.target)
        return result
      }
      result.spans.append(span)
      used += width
    }
    return result
  }

  /// The line with blanks after it up to a width; a wider line is returned as it is.
  public func padded(to columns: Int, role: StyleRole = .plain) -> StyledLine {
    let missing = columns - self.columns
    guard missing > 0 else { return self }
    return self + StyledLine(String(repeating: " ", count: missing), role)
  }

  /// The line with every span leading a click to one target.
  public func leading(to target: Target) -> StyledLine {
    StyledLine(spans: spans.map { StyledSpan($0.text, $0.role, target: target) })
  }

  /// The line with every span in one role.
  public func marked(_ role: StyleRole) -> StyledLine {
    StyledLine(spans: spans.map { StyledSpan($0.text, role, target: $0.target) })
  }
}
