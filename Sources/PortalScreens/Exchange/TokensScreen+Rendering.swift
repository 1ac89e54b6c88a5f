import PortalModel
import TerminalKit

extension TokensScreen {
  func paneRect(_ body: Rect) -> Rect {
    body.splitRows(top: 2).rest.inset(columns: 1, rows: 0)
  }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    var column = body.column + 1
    for (index, title) in titles(body.columns - 1).enumerated() {
      let start = column
      column += frame.write(
        index == self.index ? "[\(title)]" : " \(title) ", at: Point(column: column, row: body.row),
        role: index == self.index ? .accent : .plain, limit: body.endColumn - column)
      frame.addRegion(
        Rect(column: start, row: body.row, columns: column - start, rows: 1), .tab(index))
      column += 1
    }
    frame.cursor = Point(column: body.column + 1, row: body.row)
    var pane = self.pane
    pane.lines = lines(context)
    pane.render(into: &frame, rect: paneRect(body), glyphs: context.glyphs)
  }

  /// What the tabs say, each with the number of its step; without the word "token" where it is narrow.
  private func titles(_ room: Int) -> [String] {
    let titles = tokens.enumerated().map { index, token in
      "\(index < outcome.before.count ? "1" : "3") \(token.kind.label)"
    }
    if titles.reduce(0, { $0 + TerminalText.columns(of: $1) + 3 }) <= room { return titles }
    return titles.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }

  func lines(_ context: ScreenContext) -> [StyledLine] {
    guard tokens.indices.contains(index) else { return [] }
    let token = tokens[index]
    return acceptance(of: token, context)
      + [StyledLine("HEADER", .heading)]
      + token.header.flatMap { lines(of: $0, token.kind, context) }
      + [StyledLine("CLAIMS", .heading)]
      + token.claims.flatMap { lines(of: $0, token.kind, context) }
      + [StyledLine(), StyledLine("TOKEN", .heading), StyledLine(token.compact, .dim)]
  }

  /// The three verdicts kept apart: does it decode, is its signature good, who would accept it.
  private func acceptance(of token: TokenView, _ context: ScreenContext) -> [StyledLine] {
    let glyphs = context.glyphs
    let good: (String) -> StyledLine = {
      StyledLine([("\(glyphs.tick) ", .granted), ($0, .plain)])
    }
    let bad: (String) -> StyledLine = {
      StyledLine([("\(glyphs.refused) ", .refused), ($0, .plain)])
    }
    let key = token.header.first { $0.name == "kid" }?.value.string ?? ""
    var lines = [
      good("it decodes: three base64url parts"),
      good(
        token.kind == .refresh
          ? "signed with the service's own secret: only the service can check it"
          : "its signature is the service's, by the key \(key)"),
    ]
    let audience = token["aud"]?.strings ?? []
    let expires = token["exp"]?.integer.map { Instant(seconds: $0) }
    for application in [outcome.query.source, outcome.query.target] {
      if token.kind != .access {
        lines.append(bad("\(application) would not accept it: it is no access token"))
      } else if !audience.contains(application.text) {
        lines.append(bad("\(application) would not accept it: aud is \(listed(audience))"))
      } else if let expires, expires <= context.now {
        lines.append(bad("\(application) would not accept it: it expired"))
      } else {
        lines.append(good("\(application) would accept it: aud and time are right"))
      }
    }
    return lines + [StyledLine()]
  }

  private func lines(
    of claim: TokenView.Claim, _ kind: TokenView.Kind, _ context: ScreenContext
  ) -> [StyledLine] {
    var value = claim.value.string ?? claim.value.encoded
    if ["exp", "iat", "auth_time", "nbf"].contains(claim.name), let seconds = claim.value.integer {
      let instant = Instant(seconds: seconds)
      value += "  \(instant.clockTime) UTC, \(instant.relative(to: context.now))"
    }
    return [
      StyledLine([
        (TerminalText.padded(claim.name, to: 24), .label), (value, .identity),
      ])
    ]
      + claim.parts.map { value, provenance in
        StyledLine([("    \(value)  ", .identity), (provenance, .dim)])
      } + [
        StyledLine(
          "  \(claim.meaning(in: kind)) \(claim.parts.isEmpty ? claim.provenance : "")", .dim)
      ]
  }
}
