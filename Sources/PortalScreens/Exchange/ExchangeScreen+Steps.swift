import PortalModel
import TerminalKit

extension ExchangeScreen {
  /// The three steps side by side: sign-in, checks, new token; one under the other where narrow.
  func stepLines(
    _ outcome: ExchangeOutcome, width: Int, _ context: ScreenContext
  ) -> [StyledLine] {
    let glyphs = context.glyphs
    let source = outcome.query.source.text
    let target = outcome.query.target.text
    let blocks: [[StyledLine]] = [
      [StyledLine("1 SIGN IN \(glyphs.arrow) \(source)", .heading)]
        + (outcome.before.isEmpty
          ? checkLines(outcome.signIn, context) : tokenLines(outcome.before.first, from: nil)),
      [StyledLine("2 EXCHANGE", .heading)]
        + (outcome.verdict.map { checkLines($0, context) }
          ?? [StyledLine("not reached", .dim)]),
      [StyledLine("3 TOKEN FOR \(target)", .heading)]
        + (outcome.after.isEmpty
          ? [StyledLine("\(glyphs.refused) none", .refused)]
          : tokenLines(outcome.after.first, from: outcome.before.first)),
    ]
    guard width >= 76 else { return blocks.flatMap { $0 + [StyledLine()] } }
    // The claims take what they need, up to a share; the checks, which are sentences, the rest.
    let outer = [blocks[0], blocks[2]].map { block in
      min(width * 31 / 100, block.map(\.columns).max() ?? 0)
    }
    let checks = max(30, blocks[1].map(\.columns).max() ?? 0)
    let widths = [outer[0], min(checks, width - outer[0] - outer[1] - 4), outer[1]]
    let gap = max(2, min(6, (width - widths.reduce(0, +)) / 2))
    let columns = zip(blocks, widths).map { block, width in
      block.flatMap { line in
        // What passed may be cut, since `h` says it whole; what failed is said whole here.
        line.spans.contains { $0.role == .refused }
          ? line.wrapped(to: width) : [line.truncated(to: width, ellipsis: glyphs.ellipsis)]
      }
    }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = StyledLine()
      for (index, column) in columns.enumerated() {
        let cell = column.indices.contains(row) ? column[row] : StyledLine()
        line.append(index < 2 ? cell.padded(to: widths[index] + gap) : cell)
      }
      return line
    } + [StyledLine()]
  }

  private func checkLines(_ verdict: Verdict, _ context: ScreenContext) -> [StyledLine] {
    var lines: [StyledLine] = []
    for check in verdict.checks {
      switch check.outcome {
      case .passed:
        // What passed as a matter of course, or does not apply, is said at length behind `h`.
        if check.id.isRoutine || check.found == .notApplicable { continue }
        lines += check.lines(now: context.now).map {
          StyledLine([("\(context.glyphs.tick) ", .granted), ($0, .plain)])
        }
      case .failed:
        lines += check.lines(now: context.now).map {
          StyledLine([("\(context.glyphs.refused) ", .refused), ($0, .refused)])
        }
      case .notReached: continue
      }
    }
    let left = verdict.checks.filter { $0.outcome == .notReached }.count
    if left > 0 {
      lines.append(StyledLine("\(counted(left, "check")) not reached", .dim))
    }
    return lines
  }

  private static let shownClaims = ["iss", "sub", "aud", "azp"]

  private func tokenLines(_ token: TokenView?, from before: TokenView?) -> [StyledLine] {
    guard let token else { return [] }
    var lines = Self.shownClaims.compactMap { name -> StyledLine? in
      guard let value = token[name] else { return nil }
      let isChanged = before.map { $0[name] != value } ?? false
      var text = value.strings.joined(separator: ", ")
      if name == "iss", let range = text.firstIndex(of: "/") {
        text = shortIssuer(text, from: range)
      }
      var line = StyledLine([(TerminalText.padded(name, to: 4), .label), (text, .plain)])
      if isChanged {
        line = StyledLine([(TerminalText.padded(name, to: 4), .label), (text, .changed)])
        line.append(" changed", .changed)
      }
      return line
    }
    lines.append(StyledLine("cern_roles", .label))
    let old = Set(before?.roles ?? [])
    lines +=
      token.roles.isEmpty
      ? [StyledLine("  none", .dim)]
      : token.roles.map { role in
        before != nil && !old.contains(role)
          ? StyledLine("+ \(role)", .added) : StyledLine("  \(role)")
      }
    return lines
  }

  private func shortIssuer(_ text: String, from: String.Index) -> String {
    guard let range = text.lastIndex(of: "/") else { return text }
    let last = text[..<range].lastIndex(of: "/") ?? range
    return "…" + text[last...]
  }
}
