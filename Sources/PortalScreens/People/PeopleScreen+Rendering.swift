import PortalModel
import TerminalKit

extension PeopleScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    let (left, pane) = SidePane.split(body)
    renderHeading(into: &frame, left.rowRect(0), context)
    let table = left.splitRows(top: 1).rest
    switch kind {
    case .identities:
      WindowTable(columns: Self.identityColumns, empty: emptyHint, cells: cells)
        .render(list.window, into: &frame, rect: table, context, isFocused: !isFiltering)
    case .groups:
      WindowTable(columns: Self.groupColumns, empty: emptyHint, cells: cells)
        .render(list.window, into: &frame, rect: table, context, isFocused: !isFiltering)
    }
    SidePane.render(detailLines(context), into: &frame, pane, context)
  }

  private static let identityColumns = [
    TableColumn("LOGIN", minimum: 12, ideal: 22, priority: 9),
    TableColumn("NAME", minimum: 16, ideal: 26, priority: 7),
    TableColumn("ACCOUNT", minimum: 9, ideal: 9, priority: 6),
    TableColumn("LEVEL", minimum: 7, ideal: 14, priority: 5),
    TableColumn("2ND FACTOR", minimum: 10, ideal: 10, priority: 3),
    TableColumn("STATE", minimum: 8, ideal: 10, priority: 4),
  ]

  private static let groupColumns = [
    TableColumn("IDENTIFIER", minimum: 14, ideal: 36, priority: 9),
    TableColumn("DISPLAY NAME", minimum: 10, ideal: 30, priority: 6),
    TableColumn("DESCRIPTION", minimum: 8, ideal: 40, priority: 4),
  ]

  private func cells(_ row: DirectoryRow) -> [StyledLine] {
    switch row {
    case .identity(let identity):
      [
        StyledLine(identity.id.text), StyledLine(identity.displayName),
        StyledLine(identity.kind.shortLabel), StyledLine(identity.kind.defaultLevel.shortLabel),
        StyledLine(
          identity.hasSecondFactor ? "set up" : "none", identity.hasSecondFactor ? .plain : .dim),
        StyledLine(
          identity.enabled ? "enabled" : "disabled", identity.enabled ? .plain : .refused),
      ]
    case .group(let group):
      [StyledLine(group.id.text), StyledLine(group.displayName), StyledLine(group.description)]
    }
  }

  private func renderHeading(into frame: inout Frame, _ rect: Rect, _ context: ScreenContext) {
    let isPeople = kind == .identities
    var heading = StyledLine([(" People", .heading), ("   ", .plain)])
    heading.append(
      isPeople ? "[identities]" : " identities ", isPeople ? .accent : .plain, target: .tab(0))
    heading.append(" ")
    heading.append(isPeople ? " groups " : "[groups]", isPeople ? .plain : .accent, target: .tab(1))
    FilterHeading(
      heading: heading, count: list.countText(isFiltered: !filter.isEmpty), filter: filter,
      isFiltering: isFiltering
    )
    .render(into: &frame, rect)
  }

  /// What the row under the cursor is; `nil` while it is being read.
  private func detailLines(_ context: ScreenContext) -> [StyledLine]? {
    switch list.selected {
    case .identity(let identity) where person?.identity.id == identity.id:
      person?.summaryLines(context)
    case .group(let selected) where group?.group.id == selected.id: group?.summaryLines(context)
    case .identity, .group, nil: nil
    }
  }
}
