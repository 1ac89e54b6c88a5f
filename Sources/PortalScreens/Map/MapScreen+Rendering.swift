import PortalModel
import TerminalKit

extension MapScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    let isWide = body.columns >= 100
    let (left, pane) =
      isWide
      ? body.splitColumns(left: Self.matrixWidth(body), gap: 1)
      : (body, Rect(column: body.endColumn, row: body.row, columns: 0, rows: 0))
    renderHeading(into: &frame, left.rowRect(0))
    let parts = left.splitRows(top: 1).rest.splitRows(bottom: Self.footRows(body))
    if showsTree {
      renderTree(into: &frame, parts.rest, context)
    } else {
      renderMatrix(into: &frame, parts.rest, context)
    }
    renderFoot(into: &frame, parts.bottom, context, withPaths: !isWide && !showsTree)
    guard isWide else { return }
    frame.verticalRule(
      Rect(column: pane.column - 1, row: pane.row, columns: 1, rows: pane.rows),
      glyphs: context.glyphs)
    TextPane(pathLines(context)).render(
      into: &frame, rect: pane.inset(columns: 1, rows: 0), glyphs: context.glyphs)
  }

  private func renderHeading(into frame: inout Frame, _ rect: Rect) {
    var heading = StyledLine([(" Map", .heading), ("   ", .plain)])
    heading.append(
      showsTree ? " matrix " : "[matrix]", showsTree ? .plain : .accent, target: .tab(0))
    heading.append(" ")
    heading.append(showsTree ? "[tree]" : " tree ", showsTree ? .accent : .plain, target: .tab(1))
    heading.append(showsTree ? "" : "  sources down, targets across", .dim)
    frame.write(heading, at: rect.origin, limit: rect.columns)
  }

  private func renderMatrix(into frame: inout Frame, _ rect: Rect, _ context: ScreenContext) {
    guard let page, !page.sources.rows.isEmpty else {
      let lines = TerminalText.wrapped(emptyHint, to: max(1, rect.columns - 4))
      for (index, line) in lines.prefix(max(0, rect.rows - 1)).enumerated() {
        frame.write(
          line, at: Point(column: rect.column + 2, row: rect.row + 1 + index), role: .dim)
      }
      frame.cursor = Point(column: rect.column + 2, row: rect.row + 1)
      return
    }
    let body = context.body
    let sourceWidth = Self.sourceWidth(body)
    let cellWidth = self.cellWidth(body)
    let columns = across.visible(height: self.columns(body))
    func place(_ offset: Int) -> Int {
      rect.column + 2 + sourceWidth + offset * (cellWidth + 1)
    }
    frame.write("SOURCE", at: Point(column: rect.column + 3, row: rect.row), role: .label)
    for (offset, index) in columns.enumerated() {
      frame.write(
        cut(page.targets.rows[index].text, cellWidth, context),
        at: Point(column: place(offset), row: rect.row),
        role: index == across.selected ? .accent : .label)
    }
    renderHidden(
      before: columns.first ?? 0, after: page.targets.rows.count - (columns.last ?? -1) - 1,
      into: &frame, rect)
    for (line, index) in down.visible(height: max(1, rect.rows - 1)).enumerated() {
      let row = rect.row + 1 + line
      let source = page.sources.rows[index]
      let isRow = index == down.selected
      frame.addRegion(rect.rowRect(1 + line), .row(index, list: 0))
      frame.write(
        cut(source.text, sourceWidth - 2, context), at: Point(column: rect.column + 3, row: row),
        role: isRow ? .accent : .plain)
      if isRow {
        frame.write(
          context.glyphs.selectionMarker, at: Point(column: rect.column + 1, row: row),
          role: .focus)
      }
      for (offset, column) in columns.enumerated() {
        let target = page.targets.rows[column]
        let point = Point(column: place(offset), row: row)
        let cell = page.cells[ExchangeDirection(source: source, target: target)]
        let text =
          cell?.state.badge(context.glyphs)
          ?? StyledLine(
            source == target ? context.glyphs.minus : context.glyphs.middleDot, .dim)
        let isHere = isRow && column == across.selected
        frame.addRegion(
          Rect(origin: point, size: Size(columns: cellWidth, rows: 1)),
          .cell(row: index, column: column))
        frame.write(
          isHere ? text.padded(to: cellWidth).marked(.focus) : text, at: point,
          limit: cellWidth)
        if isHere { frame.cursor = point }
      }
    }
  }

  /// Says over the matrix how many of its columns are not in view.
  private func renderHidden(before: Int, after: Int, into frame: inout Frame, _ rect: Rect) {
    let more = [
      before > 0 ? "\(before) more to the left" : nil,
      after > 0 ? "\(after) more to the right" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    // The heading stands in the same row.
    guard !more.isEmpty, rect.columns >= 56 + more.count else { return }
    frame.write(StyledLine(more, .dim), endingAt: rect.endColumn - 1, row: rect.row - 1)
  }

  private func renderTree(into frame: inout Frame, _ rect: Rect, _ context: ScreenContext) {
    let start = pathStart?.text ?? "no application yet; \(keyName(.findSource)) chooses one"
    renderTable(
      ListTable(
        columns: [
          TableColumn("FROM \(start)", minimum: 24, ideal: 60, priority: 9),
          TableColumn("STATE", minimum: 10, ideal: 11, priority: 8),
          TableColumn("REMARK", minimum: 12, ideal: 60, priority: 4),
        ],
        rows: hops.map { hop in
          [
            StyledLine(hop.label(context.glyphs)), hop.state.badge(context.glyphs),
            StyledLine(hop.remark ?? "", .dim),
          ]
        },
        empty: pathStart.map {
          "\($0) may exchange toward nobody. Its page, \(keyName(.permissions)), requests a permission; "
            + "\(keyName(.findSource)) chooses another."
        } ?? "Nothing is granted yet; \(keyName(.findSource)) chooses an application."),
      scroll: tree, into: &frame, rect: rect, context)
  }

  private func renderFoot(
    into frame: inout Frame, _ rect: Rect, _ context: ScreenContext, withPaths: Bool
  ) {
    guard rect.rows > 1 else { return }
    var lines = [StyledLine()]
    if let direction {
      var line = StyledLine([
        ("\(direction.source) \(context.glyphs.arrow) \(direction.target)  ", .label)
      ])
      if showsTree {
        line = line + StyledLine(selectedHop?.remark ?? selectedHop?.state.label ?? "")
      } else if let permission = page?.cells[direction] {
        line = line + StyledLine(permission.history(now: context.now))
      } else {
        line = line + StyledLine("nothing granted, nothing asked", .dim)
      }
      lines.append(line)
    }
    if withPaths { lines += pathLines(context) }
    for (row, line) in lines.flatMap({ $0.wrapped(to: max(1, rect.columns - 2)) }).prefix(rect.rows)
      .enumerated()
    {
      frame.write(
        line, at: Point(column: rect.column + 1, row: rect.row + row), limit: rect.columns - 2)
    }
  }

  /// The paths that a token of the application under the cursor could travel.
  private func pathLines(_ context: ScreenContext) -> [StyledLine] {
    guard let start = pathStart, hopsOf == start else { return [] }
    let heading = StyledLine([("Paths of a token of ", .label), (start.text, .heading)])
    guard !hops.isEmpty else { return [heading, StyledLine("none", .dim)] }
    return [heading]
      + hops.map { hop in
        var line = StyledLine(hop.label(context.glyphs))
        if hop.state == .pending { line.append("  \(context.glyphs.pending) pending", .pending) }
        if let remark = hop.remark {
          line.append("  \(hop.obstacle == nil ? "" : context.glyphs.refused + " ")\(remark)", .dim)
        }
        return line
      }
  }

  private func cut(_ text: String, _ width: Int, _ context: ScreenContext) -> String {
    TerminalText.truncated(text, to: width, ellipsis: context.glyphs.ellipsis)
  }
}

extension PathHop {
  /// The target, as far in as its hop is late.
  func label(_ glyphs: Glyphs) -> String {
    "\(String(repeating: "  ", count: min(depth, 8)))\(glyphs.arrow) \(direction.target)"
  }
}
