import PortalModel
import TerminalKit

extension PermissionsScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    frame.write(
      StyledLine([(" Application: ", .label), (id.text, .heading)]), at: body.origin,
      limit: body.columns - 1)
    let rest = body.splitRows(top: 2).rest
    if body.columns < 60 {
      // One pane: the side that has the cursor; Tab shows the other.
      renderSide(side, into: &frame, rest, context)
    } else {
      let halves = rest.splitColumns(left: rest.columns / 2, gap: 1)
      renderSide(.allowed, into: &frame, halves.left, context)
      renderSide(.granted, into: &frame, halves.rest, context)
    }
  }

  private func renderSide(
    _ side: Side, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    let isFocused = side == self.side
    let (title, text) =
      switch side {
      case .allowed:
        (
          "Allowed permissions",
          "Your application is able to exchange tokens for the following applications"
        )
      case .granted:
        (
          "Granted permissions",
          "The following applications are able to exchange tokens for your application"
        )
      }
    frame.write(
      title, at: Point(column: rect.column + 1, row: rect.row),
      role: isFocused ? .accent : .heading, limit: rect.columns - 1)
    frame.addRegion(rect.rowRect(0), .tab(side == .allowed ? 0 : 1))
    let (words, table, button) = Self.sideRects(rect)
    let lines = TerminalText.wrapped(text, to: max(1, rect.columns - 2))
    for (index, line) in lines.prefix(words.rows).enumerated() {
      frame.write(
        line, at: Point(column: rect.column + 1, row: rect.row + 1 + index), role: .dim)
    }
    let rows = side == .allowed ? lists?.allowed : lists?.granted
    renderTable(
      ListTable(
        columns: [
          TableColumn("REGISTRATION", minimum: 10, ideal: 32, priority: 9),
          TableColumn("STATE", minimum: 11, ideal: 11, priority: 8),
          TableColumn("SINCE", minimum: 9, ideal: 12, priority: 3),
        ],
        rows: (rows ?? []).map { cells($0, side, context) },
        empty: rows == nil
          ? "Reading…"
          : side == .allowed
            ? "You are not able to exchange tokens for any applications yet"
            : "No application is able to exchange tokens for yours yet",
        things: (rows ?? []).map { .direction($0.permission.direction) },
        list: side == .allowed ? 0 : 1),
      scroll: side == .allowed ? allowed : granted, into: &frame, rect: table, context,
      isFocused: isFocused)
    guard !button.isEmpty else { return }
    let label =
      StyledLine("+ ", .label)
      + (side == .allowed
        ? .hint(.requestExchange, "Request token exchange permission")
        : .hint(.grantExchange, "Grant token exchange permission"))
    frame.write(
      label.truncated(to: rect.columns - 2, ellipsis: context.glyphs.ellipsis),
      at: Point(column: rect.column + 1, row: button.row))
  }

  /// Shares out the rows of a side under its title: first the list, then what adds to it, then the words
  /// that explain it.
  private static func sideRects(_ side: Rect) -> (words: Rect, table: Rect, button: Rect) {
    let rest = side.splitRows(top: 1).rest
    let (words, list) = rest.splitRows(top: rest.columns < 42 ? 3 : 2, keeping: 3)
    let (table, button) = list.splitRows(bottom: 1, keeping: 2)
    return (words, table, button)
  }

  /// The room of a side's list in the body.
  static func tableRoom(_ body: Rect) -> TableRoom {
    TableRoom(sideRects(body.splitRows(top: 2).rest).table)
  }

  private func cells(
    _ row: PermissionRow, _ side: Side, _ context: ScreenContext
  ) -> [StyledLine] {
    let permission = row.permission
    let other = side == .allowed ? permission.direction.target : permission.direction.source
    return [
      StyledLine(other.text), permission.state.badge(context.glyphs),
      StyledLine((permission.decidedAt ?? permission.openedAt).relative(to: context.now), .dim),
    ]
  }
}

extension ExchangePermission.State {
  /// Glyph and word; the colour only repeats them.
  func badge(_ glyphs: Glyphs) -> StyledLine {
    switch self {
    case .granted: StyledLine("\(glyphs.granted) \(label)", .granted)
    case .pending: StyledLine("\(glyphs.pending) \(label)", .pending)
    case .rejected, .withdrawn, .revoked: StyledLine("\(glyphs.refused) \(label)", .refused)
    }
  }
}

/// The history of one direction: its rounds, newest first, with every word that was said.
func historyLines(
  _ rounds: [ExchangePermission], now: Instant, glyphs: Glyphs
) -> [StyledLine] {
  guard !rounds.isEmpty else { return [StyledLine("Nothing has been asked or granted.", .dim)] }
  return rounds.flatMap { round -> [StyledLine] in
    var lines = [
      StyledLine([("Round \(round.round)  ", .label)]) + round.state.badge(glyphs),
      StyledLine("  " + round.history(now: now)),
      StyledLine("  opened \(round.openedAt.dateAndTime) UTC", .dim),
    ]
    if !round.justification.isEmpty {
      lines.append(StyledLine([("  justification  ", .label), (round.justification, .plain)]))
    }
    if let decidedAt = round.decidedAt {
      lines.append(StyledLine("  decided \(decidedAt.dateAndTime) UTC", .dim))
    }
    if !round.reason.isEmpty {
      lines.append(StyledLine([("  reason  ", .label), (round.reason, .plain)]))
    }
    return lines + [StyledLine()]
  }
}
