import PortalModel
import TerminalKit

extension ActivityScreen {
  /// One row in whole sentences: who, as whom, what, to what, with what result.
  func explanation(
    of row: ActivityRow, _ changes: EntryChanges?, _ context: ScreenContext
  ) -> TextDialog {
    var lines: [StyledLine] = []
    func field(_ name: String, _ value: String, _ role: StyleRole = .plain) {
      lines.append(StyledLine([(name.padding(to: 16), .label), (value, role)]))
    }
    field("When", "\(row.at.dateAndTime) UTC, \(row.at.relative(to: context.now))")
    if let actor = row.actor {
      let place = actor.terminal.isEmpty ? "" : " at \(actor.terminal)"
      field("Who really did", "\(actor.login.isEmpty ? "unknown" : actor.login)\(place)")
      field("Acting as", actor.identity.text, .identity)
    }
    switch row.what {
    case .entry(_, let act, let changed, let by):
      field("What", act.sentence)
      field("Result", changed ? "carried out" : "accepted, but there was nothing to change")
      if let by { field("", "taken back since, by row \(by)", .removed) }
      lines += changedLines(changes, context)
    case .refusal(_, let attempt, let refusal, let missed):
      field("Tried", attempt?.sentence ?? ActivityRow.unknown)
      field("Result", "refused; nothing was changed", .refused)
      if let refusal {
        lines.append(StyledLine())
        lines += refusal.explanation.sentences.map { StyledLine($0) }
      }
      if missed > 0 {
        lines.append(
          StyledLine("\(counted(missed, "refusal")) before this one could not be kept.", .warning))
      }
    case .request(let request): lines += requestLines(request)
    }
    return TextDialog(title: "Row \(row.number)", lines: lines)
  }

  private func changedLines(
    _ changes: EntryChanges?, _ context: ScreenContext
  ) -> [StyledLine] {
    guard let changes, changes.count > 0 else { return [] }
    var lines = [StyledLine(), StyledLine("What it changed", .heading)]
    for row in changes.rows {
      let (sign, role): (String, StyleRole) =
        switch row.operation {
        case .added: (context.glyphs.plus, .added)
        case .changed: ("~", .changed)
        case .removed: (context.glyphs.minus, .removed)
        }
      lines.append(
        StyledLine([
          ("\(sign) ", role), ("\(row.kind) \(row.key)", .plain), (" \(row.operation)", .dim),
        ]))
      for field in row.fields {
        let arrow = " \(context.glyphs.arrow) "
        lines.append(
          StyledLine([
            ("    \(field.name): ", .label), (field.before ?? "nothing", .plain), (arrow, .dim),
            (field.after ?? "nothing", .plain),
          ]))
      }
    }
    if changes.count > changes.rows.count {
      lines.append(StyledLine("and \(changes.count - changes.rows.count) more rows", .dim))
    }
    return lines
  }

  private func requestLines(_ request: ActivityEntry) -> [StyledLine] {
    let fields: [(String, String?)] = [
      ("Client", request.client), ("Asked for", request.grant), ("About", request.subject),
      ("Toward", request.audience), ("Answer", request.status.description),
      ("Error", request.error), ("Refused by", request.reason),
    ]
    let head = fields.compactMap { name, value in
      value.map { StyledLine([(name.padding(to: 16), .label), ($0, .plain)]) }
    }
    let all = request.verdict?.checks ?? []
    var checks = all.filter { $0.outcome != .notReached }.flatMap { check in
      check.lines(now: request.at).map { StyledLine("  \($0)") }
    }
    let left = all.count { $0.outcome == .notReached }
    if left > 0 { checks.append(StyledLine("  \(counted(left, "check")) not reached", .dim)) }
    return head + failureLines(request)
      + (checks.isEmpty ? [] : [StyledLine(), StyledLine("Checks", .heading)] + checks)
      + standardLines(request.standard)
  }

  /// What the failed check means, and whose words it would be after the standards.
  private func failureLines(_ request: ActivityEntry) -> [StyledLine] {
    guard let failure = request.verdict?.failure,
      let explanation = failure.explanation(now: request.at)
    else { return [] }
    let reply = request.error.map { Reply(status: request.status, error: $0, description: "") }
    return [StyledLine(), StyledLine("Why", .heading)]
      + explanation.lines.filter { !$0.isEmpty }.map { StyledLine("  \($0)") }
      + (failure.standardsFootnote(reply).map { [StyledLine("  \($0)", .dim)] } ?? [])
  }

  /// Which rows of the newer standard exchange the same request would break (§11.1).
  private func standardLines(_ broken: [CheckIdentifier]) -> [StyledLine] {
    guard !broken.isEmpty else { return [] }
    return [
      StyledLine(), StyledLine("The newer standard exchange would refuse it", .heading),
    ]
      + broken.map {
        StyledLine([("  \($0.rawValue.padding(to: 5))", .label), ($0.title, .plain)])
      }
  }
}

extension String {
  fileprivate func padding(to columns: Int) -> String { TerminalText.padded(self, to: columns) }
}
