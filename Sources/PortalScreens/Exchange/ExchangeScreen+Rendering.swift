import PortalModel
import TerminalKit

extension ExchangeScreen {
  /// The room under the fields.
  func paneRect(_ body: Rect) -> Rect {
    body.splitRows(top: fieldRows(body)).rest.inset(columns: 1, rows: 0)
  }

  /// The fields stand in one row where they fit, else in two.
  private func fieldRows(_ body: Rect) -> Int { isOneRow(body) ? 2 : 3 }

  private func isOneRow(_ body: Rect) -> Bool {
    let needed = Field.allCases.reduce(1) { sum, field in
      let (label, value) = text(of: field)
      return sum + TerminalText.columns(of: "\(label) \(value ?? "choose") ▾") + 2
    }
    return body.columns >= max(100, needed)
  }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    renderFields(into: &frame, body, context)
    var pane = self.pane
    pane.lines = outcome == nil || isCurrent ? lines(context) : lines(context).map { $0.dimmed() }
    pane.render(into: &frame, rect: paneRect(body), glyphs: context.glyphs)
  }

  private func renderFields(into frame: inout Frame, _ body: Rect, _ context: ScreenContext) {
    var point = Point(column: body.column + 1, row: body.row)
    for field in Field.allCases {
      if !isOneRow(body), field == .target {
        point = Point(column: body.column + 1, row: body.row + 1)
      }
      let (label, value) = text(of: field)
      let start = point
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
    }
    if isRunning {
      frame.write("running…", at: point, role: .dim)
    } else if outcome != nil, !isCurrent {
      frame.write(
        "\(keyName(.runExchange)) runs it anew", at: point, role: .changed,
        limit: max(0, body.endColumn - point.column))
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
    return refusalLines(outcome, context) + stepLines(outcome, width: width, context)
      + roleLines(outcome, context) + noteLines(outcome, context)
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
