import PortalModel
import PortalScreens
import PortalTokens
import TerminalKit

/// An exchange as people read it: the checks, the reply, what it means, the roles.
struct ExchangeReport {
  var run: ExchangeRun
  var isUnicode: Bool

  var lines: [String] {
    let wish = run.wish
    let title =
      "\(wish.user) signs in to \(wish.source) (\(run.signIn.label)), which exchanges the token "
      + "toward \(wish.target)."
    return [title, ""] + checkLines + replyLines + explanationLines + roleLines + noteLines
      + standardLines
  }

  private var glyphs: Glyphs { isUnicode ? .unicode : .ascii }

  private var checkLines: [String] {
    run.checks.filter(isWorthALine).flatMap { check in
      check.lines(now: run.at).map { "  \(sign(of: check.outcome)) \($0)" }
    }
  }

  /// What passed as a matter of course, or did not apply, is left to machines.
  private func isWorthALine(_ check: Check) -> Bool {
    check.outcome == .failed || !check.id.isRoutine && check.found != .notApplicable
  }

  private func sign(of outcome: Check.Outcome) -> String {
    switch outcome {
    case .passed: glyphs.tick
    case .failed: glyphs.refused
    case .notReached: glyphs.middleDot
    }
  }

  private var replyLines: [String] {
    guard let reply = run.answer?.reply else { return ["", "Nobody was signed in."] }
    guard let error = reply.error else {
      let names = run.answer?.tokens.map(\.kind.label).joined(separator: ", ") ?? ""
      return ["", "\(reply.status) \(names)"]
    }
    let footnote = run.verdict.failure?.standardsFootnote(reply)
    return ["", "\(reply.status) \(error) \"\(reply.errorDescription ?? "")\""]
      + (footnote.map { ["  \($0)"] } ?? [])
  }

  private var explanationLines: [String] {
    run.verdict.failure == nil
      ? [] : run.summary.flatMap { TerminalText.wrapped($0, to: 78).map { "  \($0)" } }
  }

  private var roleLines: [String] {
    let before = run.before
    guard let after = run.answer?.roles?.after else {
      let roles = before?.inToken.joined(separator: ", ") ?? ""
      return roles.isEmpty ? [] : ["", "Roles in the token of \(run.wish.source): \(roles)"]
    }
    let rows = RoleRow.rows(
      of: run.wish.user, before: before?.findings ?? [], after: after.findings,
      target: after.application)
    let width = rows.map { TerminalText.columns(of: $0.role.text) }.max() ?? 0
    return ["", "Roles"]
      + rows.map {
        "  \(sign(of: $0.fate)) \(TerminalText.padded($0.role.text, to: width))  \($0.reason)"
      }
  }

  private func sign(of fate: RoleRow.Fate) -> String {
    switch fate {
    case .lost: glyphs.minus
    case .gained: glyphs.plus
    case .kept: "="
    case .withheld: glyphs.middleDot
    }
  }

  /// Where the same request would fail under the newer standard exchange.
  private var standardLines: [String] {
    guard let failures = run.answer?.standard, !failures.isEmpty else { return [] }
    return ["Note: Keycloak's newer standard exchange would refuse the same request:"]
      + failures.map { "  \($0.reason)  \($0.line(now: run.at))" }
  }

  private var noteLines: [String] {
    let notes = run.answer?.notes ?? []
    return notes.isEmpty ? [] : [""] + notes.map { "Note: \($0.sentence(now: run.at))" }
  }
}
