import PortalModel
import TerminalKit

extension State {
  /// Takes what was read to the screens that show it, in view or not.
  mutating func take(_ loaded: Loaded, now: Instant) -> [Effect] {
    switch loaded {
    case .applications(let page, let query, let generation):
      guard case .applications(var list) = stacks[.applications]?.first else { return [] }
      let before = list.things
      let steps = list.loaded(page, query, generation: generation, context)
      mark(before, list.things, now: now)
      stacks[.applications]?[0] = .applications(list)
      return dialogs.isEmpty && section == .applications ? apply(steps) : []
    case .application(let id, let detail):
      takeDetail(id, detail)
      return detail.map(askWhoManages) ?? []
    case .managing(let id, let person, let isManager):
      managing = Managing(application: id, person: person, isManager: isManager)
    case .permissions(let id, let lists):
      var (before, after): ([Marks.Thing: PermissionRow], [Marks.Thing: PermissionRow]) = ([:], [:])
      update { screen in
        guard case .permissions(var permissions) = screen, permissions.id == id else { return }
        before = permissions.things
        permissions.loaded(lists)
        after = permissions.things
        screen = .permissions(permissions)
      }
      takeRounds(before, after, now: now)
    case .history(let direction, let rounds):
      return apply([
        .open(
          .text(
            TextDialog(
              title: "\(direction.source) \(glyphs.arrow) \(direction.target)",
              lines: historyLines(rounds, now: now, glyphs: glyphs))))
      ])
    case .requests(let person, let lists):
      guard person == acting.id else { return [] }
      waiting = lists.waiting.count + lists.offers.count
      var (before, after): ([Marks.Thing: PermissionRow], [Marks.Thing: PermissionRow]) = ([:], [:])
      update { screen in
        guard case .requests(var requests) = screen else { return }
        before = requests.things
        requests.loaded(person, lists)
        after = requests.things
        screen = .requests(requests)
      }
      takeRounds(before, after, now: now)
    case .waiting(let person, let count):
      if person == acting.id { waiting = count }
    case .pick(let rows, let generation):
      guard case .picker(var picker) = dialogs.last else { return [] }
      picker.loaded(rows, generation: generation)
      dialogs[dialogs.count - 1] = .picker(picker)
      if picker.isChoosing, picker.answered == picker.generation { return pressInDialog(.enter) }
    case .collision(let text, let refusal, let generation):
      changeForms { $0.loaded(text, refusal, generation: generation) }
    case .identity(let id, let identity, let purpose): return take(identity, id, purpose)
    case .people(let loaded): return take(loaded)
    case .map(let loaded): return take(loaded)
    case .holders(let part, let query, let generation):
      return take(part, query, generation: generation)
    case .preview(let command, let consequences):
      return apply([.open(.confirm(ConfirmDialog(command, consequences)))])
    case .outlook(let direction, let outlook):
      guard case .prompt(var prompt) = dialogs.last else { return [] }
      prompt.took(outlook, on: direction)
      dialogs[dialogs.count - 1] = .prompt(prompt)
    case .request(let detail, let purpose): return take(detail, purpose, now: now)
    case .activity(let page, let query, let generation):
      takeActivity(page, query, generation: generation, now: now)
    case .entryChanges(let row, let changes): return explain(row, changes)
    case .returnPreview(let entry, let preview):
      return apply([.open(.confirm(ActivityScreen.question(entry, preview)))])
    case .metadata(let reading, let generation):
      changeForms { $0.loaded(reading, generation: generation) }
    case .story(let progress): story = progress
    case .secret(let id, let secret):
      return apply([.open(.text(credentials(of: id, secret)))])
    }
    return []
  }

  private mutating func takeDetail(_ id: ApplicationIdentifier, _ detail: ApplicationDetail?) {
    var wasChanged = false
    update { screen in
      switch screen {
      case .applications(var list) where list.selected?.id == id:
        list.detail = detail
        screen = .applications(list)
      case .application(var page) where page.id == id:
        wasChanged = wasChanged || page.detail != nil && page.detail != detail
        page.loaded(detail)
        screen = .application(page)
      case .linkedGroups(var groups) where groups.application == id:
        groups.loaded(detail)
        screen = .linkedGroups(groups)
      case .permissions(var permissions) where permissions.id == id:
        wasChanged = wasChanged || permissions.detail != nil && permissions.detail != detail
        permissions.detail = detail
        screen = .permissions(permissions)
      default: return
      }
    }
    if wasChanged { noteMeanwhile(id, isGone: detail == nil) }
  }

  private mutating func take(
    _ identity: Identity?, _ id: IdentityIdentifier, _ purpose: IdentityPurpose
  ) -> [Effect] {
    guard let identity else {
      message = Message(kind: .refused, text: "\(id) is gone: somebody has removed it meanwhile")
      return []
    }
    switch purpose {
    case .actAs:
      return apply([
        .open(
          .signIn(
            SignInDialog(
              title: "Act as \(id): how did they sign in?", signIn: identity.defaultSignIn,
              purpose: .actAs(identity))))
      ])
    case .exchange:
      let signIn = identity.id == acting.id ? acting.signIn : nil
      update { screen in
        guard case .exchange(var exchange) = screen else { return }
        exchange.user = identity
        exchange.signIn = identity.id == exchange.remembered ? exchange.rememberedSignIn : signIn
        exchange.rememberedSignIn = nil
        exchange.focusNext()
        screen = .exchange(exchange)
      }
      return []
    }
  }

  /// Changes the forms that are open: a picker or help may lie over the one that asked.
  mutating func changeForms(_ change: (inout FormDialog) -> Void) {
    for (index, dialog) in dialogs.enumerated() {
      guard case .form(var form) = dialog else { continue }
      change(&form)
      dialogs[index] = .form(form)
    }
  }

  /// Changes every screen of every section that wants to be changed.
  mutating func update(_ change: (inout Screen) -> Void) {
    for section in Section.allCases {
      guard let stack = stacks[section] else { continue }
      stacks[section] = stack.map { screen in
        var screen = screen
        change(&screen)
        return screen
      }
    }
  }
}
