import PortalModel
import TerminalKit

extension ExchangeScreen {
  /// A refusal: the service's own words, what they mean here, and the shortest change.
  func refusalLines(_ outcome: ExchangeOutcome, _ context: ScreenContext) -> [StyledLine] {
    guard let failure = outcome.failure else { return [] }
    var lines: [StyledLine] = []
    if let reply = outcome.reply, reply.error != nil {
      lines.append(
        StyledLine([
          ("\(context.glyphs.refused) ", .refused), ("HTTP \(reply.status)  ", .refused),
          (reply.error ?? "", .refused), ("  \(reply.errorDescription ?? "")", .refused),
        ]))
    } else {
      lines.append(StyledLine("\(context.glyphs.refused) The sign-in is refused", .refused))
    }
    if let explanation = failure.explanation(now: context.now) {
      lines.append(StyledLine(explanation.what))
      lines += explanation.comparison?.lines.map { StyledLine("  \($0)") } ?? []
      lines.append(StyledLine(explanation.why, .dim))
      if outcome.repairs.isEmpty { lines.append(StyledLine(explanation.next)) }
    }
    if let repair = outcome.repairs.first {
      lines.append(
        StyledLine([
          ("Shortest change: ", .label), ("\(repair.summary)  ", .plain),
        ]) + .hint(.fix, "fixes it"))
    }
    if let footnote = failure.standardsFootnote(outcome.reply) {
      lines.append(StyledLine(footnote, .dim))
    }
    return lines + [StyledLine()]
  }

  /// What became of every role, and why.
  func roleLines(_ outcome: ExchangeOutcome, _ context: ScreenContext) -> [StyledLine] {
    guard !outcome.after.isEmpty else { return [] }
    let rows = RoleRow.rows(
      of: outcome.query.user, before: outcome.sourceRoles, after: outcome.targetRoles,
      target: outcome.query.target)
    guard !rows.isEmpty else {
      return [StyledLine("ROLES", .heading), StyledLine("Neither application has any role.", .dim)]
    }
    let width = (rows.map { $0.role.text.count }.max() ?? 0) + 2
    return [StyledLine("ROLES", .heading)]
      + rows.map { row in
        let (glyph, role): (String, StyleRole) =
          switch row.fate {
          case .lost: (context.glyphs.minus, .removed)
          case .gained: (context.glyphs.plus, .added)
          case .kept: (context.glyphs.tick, .plain)
          case .withheld: (context.glyphs.middleDot, .dim)
          }
        return StyledLine([
          ("\(glyph) ", role), (TerminalText.padded(row.role.text, to: width), role),
          (row.reason, .plain),
        ])
      }
  }
}

/// Every check with its id and what was found, also those that tell little.
func explanationLines(
  _ outcome: ExchangeOutcome, roles: [StyledLine], _ context: ScreenContext
) -> [StyledLine] {
  let verdicts = [("Sign-in", outcome.signIn)] + (outcome.verdict.map { [("Exchange", $0)] } ?? [])
  var lines: [StyledLine] = []
  for (title, verdict) in verdicts {
    lines.append(StyledLine(title, .heading))
    for check in verdict.checks { lines += explain(check, outcome.at, context.glyphs) }
    lines.append(StyledLine())
  }
  if !roles.isEmpty { lines += roles + [StyledLine()] }
  lines += scopeLines(outcome, context.glyphs) + fateLines(outcome, context.glyphs)
  if !outcome.standard.isEmpty {
    lines.append(StyledLine("Keycloak's newer standard exchange would refuse it", .heading))
    for check in outcome.standard { lines += explain(check, outcome.at, context.glyphs) }
    lines.append(StyledLine())
  }
  for repair in outcome.repairs {
    lines.append(StyledLine("What would change it", .heading))
    lines += repair.sentences.map { StyledLine("  \($0)") }
  }
  return lines
}

private func explain(_ check: Check, _ now: Instant, _ glyphs: Glyphs) -> [StyledLine] {
  let (glyph, role): (String, StyleRole) =
    switch check.outcome {
    case .passed where check.found == .notApplicable: (glyphs.middleDot, .dim)
    case .passed: (glyphs.tick, .granted)
    case .failed: (glyphs.refused, .refused)
    case .notReached: (glyphs.middleDot, .dim)
    }
  var lines = [
    StyledLine([
      ("\(glyph) ", role), (TerminalText.padded(check.id.rawValue, to: 5), .label),
      (check.line(now: now), role == .granted ? .plain : role),
    ])
  ]
  if let explanation = check.explanation(now: now) {
    lines += explanation.lines.map { StyledLine("        \($0)") }
  }
  return lines + objectLines(check, glyphs)
}

/// The three objects of Keycloak that stand behind the portal's button, as far as they are there (§5).
private func objectLines(_ check: Check, _ glyphs: Glyphs) -> [StyledLine] {
  guard case .permission(let direction, let step, _, _)? = check.found else { return [] }
  return step.objects(direction).map { name, isThere in
    StyledLine([
      ("        \(isThere ? glyphs.tick : glyphs.refused) ", isThere ? .granted : .refused),
      (name, .dim),
    ])
  }
}

/// The reply as it would come over the wire.
func rawReplyLines(_ reply: Reply) -> [StyledLine] {
  [StyledLine("HTTP/1.1 \(reply.status)", .heading)]
    + reply.headers.map { StyledLine("\($0.name): \($0.value)", .label) }
    + [StyledLine(), StyledLine(reply.body?.encoded ?? "")]
}

/// The command as it is pasted, with a word on what it needs.
func curlLines(_ curl: String) -> [StyledLine] {
  curl.split(separator: "\n", omittingEmptySubsequences: false).map { StyledLine(String($0)) } + [
    StyledLine(),
    StyledLine(
      "What is copied has no breaks but these: a token that does not fit is only folded here. The "
        + "endpoint must be running: \(keyName(.endpoint)), or portal serve.",
      .dim),
  ]
}
