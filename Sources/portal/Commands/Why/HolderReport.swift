import PortalModel
import PortalScreens
import PortalStore

/// Who has a role and who just misses it, for machines and for people.
struct HolderReport {
  var query: RoleHolderQuery
  var found: HolderSearch.Found

  var outcome: Outcome {
    let lines = lines
    var outcome = Outcome(
      found.isComplete ? .done : .stopped, schema: "portal.why-holders/1",
      [
        .init("application", JSONValue(query.application)), .init("role", JSONValue(query.role)),
        .init("group", .optional(group?.text)), .init("complete", .bool(found.isComplete)),
        .init("examined", JSONValue(count: found.examined)),
        .init("count", JSONValue(count: count)),
        .init("holders", .array(found.rows.map { .object($0.members) })),
      ], lines: lines, sentences: found.isComplete ? [] : [stopped])
    outcome.isReport = true
    return outcome
  }

  private var group: GroupIdentifier? {
    if case .group(let id) = query.scope { id } else { nil }
  }

  private var count: Int { found.counts.values.reduce(0, +) }

  private var stopped: String {
    "Stopped after \(found.examined) accounts: the others were not looked at."
  }

  private var lines: [String] {
    let whom = group.map { "everybody in \($0)" } ?? "everybody"
    let table = TextTable(
      titles: ["LOGIN", "STANDING", "WHY"],
      rows: found.rows.map { [$0.identity.id.text, $0.standing.label, $0.reason] })
    let counts = RoleHolder.Standing.allCases.filter(query.standings.contains).map {
      "\(found.counts[$0] ?? 0) \($0.countLabel)"
    }
    var lines = ["Role \(query.role) of \(query.application), \(whom):"]
    lines += table.lines(empty: "  nobody") + ["", "\(counts.joined(separator: ", "))."]
    if count > found.rows.count {
      lines.append("Only the first \(found.rows.count) are printed: --limit prints more.")
    }
    return lines + (found.isComplete ? [] : [stopped])
  }
}

extension RoleHolder.Standing {
  /// Behind a number.
  fileprivate var countLabel: String {
    switch self {
    case .has: "have it"
    case .justMisses: "just miss it"
    case .lacks: "lack it"
    }
  }
}
