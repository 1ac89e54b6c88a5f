import PortalModel
import TerminalKit

extension PeopleScreen {
  /// What is to be read beside the rows.
  var plainLines: [String] {
    let shown = kind == .identities ? "Identities" : "Groups"
    let by = filter.isEmpty ? "" : ", filtered by \(filter.text)"
    let columns =
      kind == .identities
      ? "login, name, account, level, second factor, state"
      : "identifier, display name, description"
    let head = "\(shown)\(by): \(list.countText(isFiltered: false)). Columns: \(columns)."
    return list.window.rows.isEmpty ? [head, emptyHint + "."] : [head]
  }
}

extension PersonScreen {
  /// What is to be read beside the rows.
  func plainLines(_ context: ScreenContext) -> [String] {
    let head = "Person: \(id). Tab: \(tab.title)."
    guard let detail else { return [head, isGone ? "It is gone." : "Reading…"] }
    switch tab {
    case .account: return [head] + detail.accountLines(context).plainTexts
    case .groups: return tree?.rows.isEmpty == false ? [head] : [head, "In no group."]
    case .applications: return detail.owned.isEmpty ? [head, "Owns no application."] : [head]
    case .roles:
      let how = effectiveSignIn.map { "Signed in with \($0.label)." } ?? ""
      return [head, how]
        + roles.window.rows.map {
          "\($0.finding.role) of \($0.finding.application): \($0.finding.reason(for: id))"
        }
    }
  }
}

extension GroupScreen {
  /// What is to be read beside the rows.
  var plainLines: [String] {
    let head = "Group: \(id). Tab: \(tab.title)."
    guard let detail else { return [head, isGone ? "It is gone." : "Reading…"] }
    switch tab {
    case .members: return members.window.rows.isEmpty ? [head, "Nobody is in it."] : [head]
    case .roles: return roles.window.rows.isEmpty ? [head, "No role is linked to it."] : [head]
    case .above: return tree?.rows.isEmpty == false ? [head] : [head, "It is in no other group."]
    case .details: return [head] + detail.detailLines.plainTexts
    }
  }
}

extension MapScreen {
  /// The whole part of the matrix in words, or the tree's beginning.
  var plainLines: [String] {
    if showsTree { return ["Map, as a tree from \(pathStart?.text ?? "no application yet")."] }
    guard let page, !page.sources.rows.isEmpty else { return ["Map.", emptyHint + "."] }
    let cells = page.cells.values.sorted {
      ($0.direction.source, $0.direction.target) < ($1.direction.source, $1.direction.target)
    }
    let more = page.sources.hasAfter || page.targets.hasAfter ? " There are more." : ""
    return ["Map, as a matrix: who may exchange toward whom.\(more)"]
      + cells.map { "\($0.direction.source) to \($0.direction.target): \($0.state.label)" }
  }
}
