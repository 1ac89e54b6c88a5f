import PortalModel
import TerminalKit

extension State {
  /// What is under the cursor, as text that another program can use; `nil` where nothing is.
  var copyable: String? {
    switch screen {
    case .applications(let list): list.selected?.id.text
    case .application(let page): page.copyable
    case .linkedGroups(let page): page.selected?.id.text
    case .permissions(let page): page.selected.map { page.other(in: $0).text }
    case .requests(let page): page.selected?.row.copyable
    case .people(let page): page.list.selected?.id
    case .person(let page): page.copyable
    case .group(let page): page.copyable
    case .map(let page): page.direction?.words
    case .holders(let page): page.selected?.identity.id.text
    case .exchange(let page): page.outcome?.curl ?? tokenEndpoint
    case .tokens(let page):
      page.tokens.indices.contains(page.index) ? page.tokens[page.index].compact : nil
    case .activity(let page): page.selected.map { "\($0.number) \($0.sentence)" }
    }
  }

  /// Puts it on the terminal's clipboard. Whether the terminal obeys cannot be known, so that the text is
  /// shown as well where it is long, or asked for.
  mutating func copyUnderCursor() -> [Effect] {
    guard let text = copyable else { return [] }
    let shown = TerminalText.truncated(
      TerminalText.sanitised(text), to: 40, ellipsis: glyphs.ellipsis)
    guard text.utf8.count <= Clipboard.longest else {
      var dialog = TextDialog(title: "To copy", lines: [StyledLine(text)])
      dialog.isBare = true
      return apply([.open(.text(dialog))]) + (mouse ? [.mouse(false)] : [])
    }
    message = Message(
      kind: .note,
      text: "Copied, where the terminal allows it: \(shown); \(keyName(.mouse)) lets you select it")
    return [.copy(text)]
  }
}

extension ExchangeDirection {
  /// Both applications, as the command line takes them.
  fileprivate var words: String { "\(source) \(target)" }
}

extension RequestRow {
  fileprivate var copyable: String {
    switch self {
    case .round(let row): row.permission.direction.words
    case .offer(let offer): offer.application.text
    }
  }
}

extension PermissionsScreen {
  /// The application at the other end of a row.
  fileprivate func other(in row: PermissionRow) -> ApplicationIdentifier {
    side == .allowed ? row.permission.direction.target : row.permission.direction.source
  }
}

extension ApplicationScreen {
  fileprivate var copyable: String {
    switch tab {
    case .details, .registration: id.text
    case .roles: selectedRole?.role.id.text ?? id.text
    case .memberships:
      memberships.selection.flatMap { detail?.memberships[$0].id.text } ?? id.text
    }
  }
}

extension PersonScreen {
  fileprivate var copyable: String {
    switch tab {
    case .account: id.text
    case .groups: selectedGroup?.group.text ?? id.text
    case .applications: selectedApplication?.id.text ?? id.text
    case .roles: roles.selected?.finding.role.text ?? id.text
    }
  }
}

extension GroupScreen {
  fileprivate var copyable: String {
    switch tab {
    case .details: id.text
    case .members: members.selected?.member.label ?? id.text
    case .roles: roles.selected?.link.role.text ?? id.text
    case .above: selectedAbove?.group.text ?? id.text
    }
  }
}
