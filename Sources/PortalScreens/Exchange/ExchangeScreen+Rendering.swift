import PortalModel
import TerminalKit

extension ExchangeScreen {
  /// The room under the fields.
  func paneRect(_ body: Rect) -> Rect {
    let rows = (fieldPlaces(body).map(\.place.row).max() ?? body.row) - body.row + 1
    // Where there is little room, the blank row under the fields goes first.
    let isTight = body.rows - rows < 4
    return body.splitRows(top: rows + (isTight ? 0 : 1)).rest.inset(columns: 1, rows: 0)
  }

  /// Where each field begins: all in one row where they fit, else the target begins another one, and so
  /// does whatever does not fit any more.
  private func fieldPlaces(_ body: Rect) -> [(field: Field, place: Point)] {
    let widths = Field.allCases.map { field in
      let (label, value) = text(of: field)
      return TerminalText.columns(of: "\(label) \(value ?? "choose") ▾") + 2
    }
    let isOneRow = body.columns >= max(100, widths.reduce(1, +))
    var point = Point(column: body.column + 1, row: body.row)
    return zip(Field.allCases, widths).map { field, width in
      let isFull = point.column > body.column + 1 && point.column + width - 2 > body.endColumn
      if isFull || (!isOneRow && field == .target && point.column > body.column + 1) {
        point = Point(column: body.column + 1, row: point.row + 1)
      }
      defer { point.column += width }
      return (field, point)
    }
  }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    renderFields(into: &frame, body, context)
    var pane = self.pane
    pane.lines = outcome == nil || isCurrent ? lines(context) : lines(context).map { $0.dimmed() }
    pane.render(into: &frame, rect: paneRect(body), glyphs: context.glyphs)
  }

  private func renderFields(into frame: inout Frame, _ body: Rect, _ context: ScreenContext) {
    var end = Point(column: body.column + 1, row: body.row)
    for (field, start) in fieldPlaces(body) where start.row < body.endRow {
      let (label, value) = text(of: field)
      var point = start
      point.column += frame.write("\(label) ", at: point, role: .label)
      let isFocused = field == focus
      let shown = "\(value ?? "choose") \(context.glyphs.dropdown)"
      let width = frame.write(
        shown, at: point,
        role: isFocused ? .focus : value == nil ? .placeholder : .identity,
        limit: body.endColumn - point.column)
      if isFocused { frame.cursor = point }
      point.column += width + 2
      frame.addRegion(
        Rect(origin: start, size: Size(columns: point.column - 2 - start.column, rows: 1)),
        .field(field.rawValue))
      end = point
    }
    if isRunning {
      frame.write("running…", at: end, role: .dim, limit: max(0, body.endColumn - end.column))
    }
  }

  func text(of field: Field) -> (label: String, value: String?) {
    switch field {
    case .user: ("user", user?.id.text)
    case .signIn:
      (
        "signed in",
        effectiveSignIn.map { $0.level.shortLabel + ($0.multifactor ? " + 2FA" : ", no 2FA") }
      )
    case .source: ("from", source?.text)
    case .target: ("to", target?.text)
    case .want: ("want", want.label)
    }
  }

  /// What is under the fields: the three steps, the refusal, the roles.
  func lines(_ context: ScreenContext) -> [StyledLine] {
    guard let outcome else { return Self.introduction(context) }
    let width = paneRect(context.body).columns
    // A refusal comes first: it is what one has to read, also where the steps need scrolling.
    return overtakenLines(outcome) + refusalLines(outcome, context)
      + stepLines(outcome, width: width, context)
      + roleLines(outcome, context) + noteLines(outcome, context)
  }

  /// Says of an outcome that it is not of the fields above, or not of the portal as it is.
  private func overtakenLines(_ outcome: ExchangeOutcome) -> [StyledLine] {
    guard !isCurrent else { return [] }
    let query = outcome.query
    let why = query == self.query ? "before the portal was changed" : "of other fields"
    return [
      StyledLine("OLD, \(why): ", .changed) + .hint(.runExchange, "runs it anew"),
      StyledLine("\(query.user) from \(query.source) to \(query.target)", .changed),
      StyledLine(),
    ]
  }

  /// What the page is for, where a client of one's own posts the same, and whether it is the right thing.
  private static func introduction(_ context: ScreenContext) -> [StyledLine] {
    let address = context.tokenEndpoint.map { address in
      [
        StyledLine(),
        StyledLine("Your own client posts to", .label), StyledLine(address, .identity),
        .hint(.endpoint, "answers there") + StyledLine("   ") + .hint(.copy, "copies it"),
      ]
    }
    return [
      StyledLine(
        "A user signs in to one application, which exchanges their token for another's.", .dim),
      StyledLine(),
      .hint(.changeField, "chooses user, application and token type") + StyledLine("   ")
        + .hint(.nextField, "next field") + StyledLine("   ") + .hint(.runExchange, "runs it"),
      StyledLine(),
      StyledLine(
        "The tokens are the ones that the token endpoint returns for the same request.", .dim),
    ] + (address ?? []) + [
      StyledLine(),
      StyledLine("Is there a user?", .heading),
      StyledLine(
        "Yes, and the other application is to know who: token exchange, as here. Its owner must permit it.",
        .dim),
      StyledLine(
        "No, as for a cron job: API access (api-access/token). Nobody has to permit it; the caller is the "
          + "application itself, service-account-<client id>, with the roles that the other one gives it.",
        .dim),
    ]
  }
}
