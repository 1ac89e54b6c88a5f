import PortalModel
import TerminalKit

extension ExchangeScreen {
  /// What is worth knowing although it was granted, and what a refresh would bring.
  func noteLines(_ outcome: ExchangeOutcome, _ context: ScreenContext) -> [StyledLine] {
    let notes = outcome.notes.map { note in
      StyledLine([("Note: ", .warning), (note.sentence(now: context.now), .plain)])
    }
    let lines = notes + refreshLines(outcome, context)
    return lines.isEmpty ? [] : [StyledLine()] + lines
  }

  /// Step 4: the requester refreshes, and the target tries to.
  private func refreshLines(_ outcome: ExchangeOutcome, _ context: ScreenContext) -> [StyledLine] {
    guard let refresh = outcome.aftermath?.refresh, let before = outcome.after.first else {
      return []
    }
    let glyphs = context.glyphs
    var lines = [StyledLine("4 REFRESHED (what it would bring)", .heading)]
    guard let after = refresh.tokens.first(where: { $0.kind == .access }) else {
      return lines + [answerLine(outcome.query.source, refresh, context)]
    }
    for name in ["aud", "cern_roles"] {
      let old = before[name].map { $0.strings.joined(separator: ", ") } ?? ""
      let new = after[name].map { $0.strings.joined(separator: ", ") } ?? ""
      var line = StyledLine([(TerminalText.padded(name, to: 12), .label), (old, .plain)])
      if old == new {
        line.append("  as before", .dim)
      } else {
        line.append(" \(glyphs.arrow) ", .dim)
        line.append(new.isEmpty ? "none" : new, .changed)
        line.append(" changed", .changed)
      }
      lines.append(line)
    }
    if let target = outcome.aftermath?.refreshByTarget {
      lines.append(answerLine(outcome.query.target, target, context))
    }
    return lines
  }

  private func answerLine(
    _ client: ApplicationIdentifier, _ answer: Aftermath.Answer, _ context: ScreenContext
  ) -> StyledLine {
    guard let error = answer.reply.error else {
      return StyledLine([
        ("\(context.glyphs.tick) ", .granted), ("\(client) may refresh it", .plain),
      ])
    }
    return StyledLine([
      ("\(context.glyphs.refused) ", .refused), ("sent by \(client): ", .plain),
      ("\(answer.reply.status) \(error)", .refused),
      ("  \(answer.reply.errorDescription ?? "")", .dim),
    ])
  }
}

/// What became of each scope (§10).
func scopeLines(_ outcome: ExchangeOutcome, _ glyphs: Glyphs) -> [StyledLine] {
  guard !outcome.scopes.isEmpty else { return [] }
  let rows = outcome.scopes.map { $0.cells((glyphs.tick, glyphs.middleDot)) }
  return [StyledLine("What became of the scopes", .heading)]
    + tableLines([ScopeFate.titles] + rows) + [StyledLine()]
}

/// Which act kills what: the service's own answers under each supposition.
func fateLines(_ outcome: ExchangeOutcome, _ glyphs: Glyphs) -> [StyledLine] {
  guard let fates = outcome.aftermath?.fates, !fates.isEmpty else { return [] }
  let titles = ["after", "subject", "exchanged", "offline", "refresh", "again"]
  let rows = fates.map { fate in
    [fate.act.title]
      + [fate.subject, fate.exchanged, fate.offline, fate.refresh, fate.again].map {
        $0 == .alive ? glyphs.tick : "\(glyphs.refused) \($0.word)"
      }
  }
  return [StyledLine("What dies when", .heading)] + tableLines([titles] + rows) + [
    StyledLine(
      "subject, exchanged: looked up at the service. offline: at \(outcome.query.target), which looks "
        + "at signature, time and aud alone. refresh: of the exchanged token. again: the same exchange "
        + "once more.", .dim), StyledLine(),
  ]
}

/// Rows under their titles, the columns as wide as they must be.
private func tableLines(_ rows: [[String]]) -> [StyledLine] {
  let widths = (rows.first ?? []).indices.map { column in
    rows.map { TerminalText.columns(of: $0[column]) }.max() ?? 0
  }
  return rows.enumerated().map { index, row in
    StyledLine(
      zip(row, widths).map { TerminalText.padded($0, to: $1) }.joined(separator: "  "),
      index == 0 ? .label : .plain)
  }
}
