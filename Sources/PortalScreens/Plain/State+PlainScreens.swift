import PortalModel
import TerminalKit

extension State {
  /// What is to be read of the screen beside the rows of its list.
  func plainLines(_ context: ScreenContext) -> [String] {
    switch screen {
    case .applications(let list):
      let shown = list.showsAll ? "All applications" : "Your applications"
      let filter = list.filter.isEmpty ? "" : ", filtered by \(list.filter.text)"
      let head =
        "\(shown)\(filter), by \(list.sort.rawValue): \(list.window.rows.count)"
        + " of \(list.unfiltered). Columns: identifier, name, owner, SSO, roles, may call, called by."
      return (isFirstStart ? [ApplicationsScreen.introduction] : [])
        + (list.window.rows.isEmpty ? [head, list.emptyHint + "."] : [head])
    case .application(let page): return page.plainLines(context)
    case .linkedGroups(let groups):
      return groups.groups?.isEmpty == false ? [] : ["You do not have any linked groups yet."]
    case .permissions(let permissions): return permissions.plainLines(context)
    case .requests(let requests):
      return RequestsScreen.Part.allCases.map { part in
        let rows = requests.rows(of: part)
        return rows.isEmpty ? "\(part.title): \(part.emptyText)" : "\(part.title): \(rows.count)"
      }
    case .people(let list): return list.plainLines
    case .person(let person): return person.plainLines(context)
    case .group(let group): return group.plainLines
    case .map(let map): return map.plainLines
    case .holders(let holders):
      return ["Who has \(holders.role) of \(holders.application)."] + holders.questionLines
    case .exchange(let exchange):
      var narrow = context
      narrow.body = Rect(column: 0, row: 0, columns: 70, rows: 40)
      return exchange.outcome == nil
        ? ["Nothing has been run yet."] : exchange.lines(narrow).plainTexts
    case .tokens(let tokens): return tokens.lines(context).plainTexts
    case .activity(let activity):
      let head = "Activity, newest first: \(activity.filterText ?? "everything")."
      return activity.window.rows.isEmpty ? [head, activity.emptyHint + "."] : [head]
    }
  }

  /// The fields of the screen, each to be changed by its number.
  func plainFields(_ context: ScreenContext) -> [PlainChoice] {
    guard case .exchange(let exchange) = screen else { return [] }
    return ExchangeScreen.Field.allCases.map { field in
      let (label, value) = exchange.text(of: field)
      return PlainChoice(
        text: "change \(label): \(value ?? "not chosen")", deed: .field(field.rawValue))
    }
  }
}

extension ApplicationScreen {
  fileprivate func plainLines(_ context: ScreenContext) -> [String] {
    let head = "Application: \(id). Tab: \(tab.title)."
    guard let detail else {
      return [head, isGone ? "It is gone: somebody has deleted it." : "Reading…"]
    }
    switch tab {
    case .details: return [head] + detail.detailLines(context).plainTexts
    case .registration:
      return [head] + detail.registrationLines(provider, context.glyphs).plainTexts
    case .roles:
      return detail.roles.isEmpty ? [head, "This application has no roles."] : [head]
    case .memberships:
      return detail.memberships.isEmpty
        ? [head, "The application's own identity is in no group."] : [head]
    }
  }
}

extension PermissionsScreen {
  fileprivate func plainLines(_ context: ScreenContext) -> [String] {
    func rows(_ side: Side, _ title: String, _ empty: String) -> [String] {
      let rows = (side == .allowed ? lists?.allowed : lists?.granted) ?? []
      if rows.isEmpty { return ["\(title): \(empty)"] }
      if side == self.side { return ["\(title), \(rows.count), in the list below:"] }
      return ["\(title), \(rows.count):"]
        + rows.map { row in
          let direction = row.permission.direction
          let other = side == .allowed ? direction.target : direction.source
          return "  \(other), \(row.stateWords)"
        }
    }
    var lines = rows(.allowed, "Allowed permissions", "none yet.")
    lines += rows(.granted, "Granted permissions", "none yet.")
    if let selected {
      let direction = selected.permission.direction
      lines.append("Chosen: \(direction.source) to \(direction.target), \(selected.stateWords).")
    }
    return lines
  }
}

extension [StyledLine] {
  var plainTexts: [String] { map { $0.text.plainWords }.filter { !$0.isEmpty } }
}
