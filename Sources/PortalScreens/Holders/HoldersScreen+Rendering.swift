import PortalModel
import TerminalKit

extension HoldersScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    frame.write(
      StyledLine([
        (" Who has ", .label), (role.text, .heading), (" of \(application)", .label),
      ]), at: body.origin, limit: body.columns - 1)
    for (row, line) in questionLines.enumerated() {
      frame.write(
        line, at: Point(column: body.column + 1, row: body.row + 1 + row), role: .dim,
        limit: body.columns - 2)
    }
    let parts = Self.parts(body)
    renderTable(
      ListTable(
        columns: [
          TableColumn("LOGIN", minimum: 12, ideal: 26, priority: 9),
          TableColumn("NAME", minimum: 9, ideal: 24, priority: 5),
          TableColumn("STANDING", minimum: 13, ideal: 13, priority: 8),
          TableColumn("WHY", minimum: 16, ideal: 90, priority: 7),
        ],
        rows: rows.map { holder in
          let hasIt = holder.standing == .has
          let mark = hasIt ? context.glyphs.tick : context.glyphs.middleDot
          return [
            StyledLine(holder.identity.id.text), StyledLine(holder.identity.displayName),
            StyledLine("\(mark) \(holder.standing.label)", hasIt ? .granted : .pending),
            StyledLine(holder.reason, .dim),
          ]
        },
        empty: isDone
          ? "Nobody has it or just misses it. Link a group to the role (\(keyName(.linkedGroups))) or let it apply to all."
          : isStopped ? "Stopped before anybody was found." : "Looking…"),
      scroll: scroll, into: &frame, rect: parts.rest, context)
    guard let selected else { return }
    let lines = StyledLine([
      ("\(selected.identity.id), signed in with \(selected.signIn.label): ", .label),
      (selected.reason, .plain),
    ]).wrapped(to: max(1, body.columns - 2))
    for (index, line) in lines.prefix(max(0, parts.bottom.rows - 1)).enumerated() {
      frame.write(
        line, at: Point(column: body.column + 1, row: parts.bottom.row + 1 + index),
        limit: body.columns - 2)
    }
  }

  /// The list, under heading and question, and the selected row's reason where there is room for it.
  static func parts(_ body: Rect) -> (rest: Rect, bottom: Rect) {
    body.splitRows(top: 3).rest.splitRows(bottom: PersonScreen.reasonRows, keeping: 2)
  }

  /// The question, and how far its answer is.
  var questionLines: [String] {
    let who =
      switch scope {
      case .everybody: "Of everybody"
      case .group(let id): "Of everybody in group \(id)"
      case .identity(let id): "Of \(id)"
      }
    let how = signIn.map { "signed in with \($0.label)" } ?? "each signed in as usual"
    let shown =
      switch filter {
      case .both: "who has it and who just misses it"
      case .has: "only who has it"
      case .justMisses: "only who just misses it"
      }
    let progress =
      isDone
      ? "\(grouped(found.count)) found among \(grouped(examined)) looked at"
      : isStopped
        ? "stopped: \(grouped(found.count)) found among \(grouped(examined)) looked at"
        : "looking: " + PortalScreens.progress(examined, of: outOf, "at most")
    return ["\(who), \(how): \(shown).", progress]
  }
}

extension RoleHolder.Standing {
  /// The standing in words.
  public var label: String {
    switch self {
    case .has: "has it"
    case .justMisses: "just misses"
    case .lacks: "lacks it"
    }
  }
}

extension RoleHolder {
  /// Why, in one line.
  public var reason: String {
    identity.enabled
      ? finding.reason(for: identity.id)
      : "the account is disabled and cannot sign in; else \(finding.reason(for: identity.id))"
  }
}
