import PortalModel
import TerminalKit

extension State {
  /// What each action here is in the real portal, with what is under the cursor filled in.
  var bridgePage: TextDialog {
    let rows = ActionSpec.rows(in: contexts.filter { $0 != .everywhere })
    let known = rows.filter { Bridge.table[$0.id] != nil }
    let own = rows.filter { Bridge.table[$0.id] == nil }
    var lines = known.flatMap { row in Bridge.table[row.id].map { self.lines($0, row) } ?? [] }
    if known.isEmpty {
      lines = [
        StyledLine("No action here is on a page of the real portal."), StyledLine(),
      ]
    }
    if !own.isEmpty {
      lines.append(
        StyledLine(
          "This program's own, with no page there: \(listed(own.map(\.label))).", .dim))
    }
    return TextDialog(title: "In the real portal", lines: lines)
  }

  private func lines(_ bridge: Bridge, _ row: ActionSpec) -> [StyledLine] {
    let key = keymap.keys(of: row).first?.name(glyphs: glyphs) ?? ""
    var lines = [
      StyledLine([(key, .key), (" \(row.label)", .heading), ("  \(bridge.evidence.words)", .dim)]),
      StyledLine([("  page     ", .label), (filled(bridge.page), .plain)]),
      StyledLine([("  button   ", .label), (filled(bridge.button), .plain)]),
    ]
    if let request = bridge.request {
      lines.append(StyledLine([("  request  ", .label), (filled(request.text), .plain)]))
      lines.append(StyledLine([("           ", .label), (request.evidence.words, .dim)]))
    }
    return lines + [StyledLine()]
  }

  private func filled(_ text: String) -> String {
    names.reduce(text) { text, name in
      text.split(separator: "{\(name.key)}", omittingEmptySubsequences: false)
        .joined(separator: name.value)
    }
  }

  /// What is under the cursor, by the names that requests have for it.
  private var names: [String: String] {
    var names: [String: String] = [:]
    func take(_ direction: ExchangeDirection?) {
      names["source"] = direction?.source.text
      names["target"] = direction?.target.text
    }
    switch screen {
    case .applications(let list):
      names["app"] = list.selected?.id.text
      names["text"] = list.filter.isEmpty ? nil : list.filter.text
    case .application(let page):
      names["app"] = page.id.text
      names["role"] = page.selectedRole?.role.id.text
    case .linkedGroups(let groups):
      names["app"] = groups.application.text
      names["role"] = groups.role.text
      names["group"] = groups.selected?.id.text
    case .permissions(let permissions): take(permissions.selected?.permission.direction)
    case .requests(let requests): take(requests.selected?.row.round?.permission.direction)
    case .map(let map): take(map.direction)
    case .exchange(let exchange): names["target"] = exchange.target?.text
    case .person(let person): names["user"] = person.id.text
    case .group(let group): names["group"] = group.id.text
    case .people, .holders, .tokens, .activity: break
    }
    return names
  }
}
