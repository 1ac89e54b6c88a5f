import PortalModel
import TerminalKit

/// What comes of a command, a repair or an exchange.
extension State {
  /// A command came out: what it says, which dialog it closes, and what is to be read anew.
  mutating func performed(
    _ command: PortalCommand, as actor: IdentityIdentifier, _ outcome: Action.Outcome
  ) -> [Effect] {
    switch outcome {
    case .done(let note):
      closeDialog(of: command)
      refused = nil
      overtakeExchange()
      permitted = command.permitted ?? permitted
      keepNews(of: command, by: actor)
      message = Message(
        kind: .done, text: command.past(target: note.target, round: note.round), hint: .undo)
      return after(command) + reload()
    case .refused(let refusal):
      refuse(refusal, command)
      if case .form(var form) = dialogs.last {
        form.take(refusal)
        dialogs[dialogs.count - 1] = .form(form)
        return []
      }
      return reload()
    case .failed(let failure):
      say(failure)
      if case .form(var form) = dialogs.last {
        form.isSending = false
        dialogs[dialogs.count - 1] = .form(form)
      }
      return []
    }
  }

  /// Keeps what was decided for whoever asked, who is told in the real portal by e-mail.
  private mutating func keepNews(of command: PortalCommand, by actor: IdentityIdentifier) {
    guard let (direction, verb, reason) = command.decision else { return }
    let rows: [PermissionRow] =
      switch screen {
      case .requests(let page): page.all.compactMap(\.row.round)
      case .permissions(let page): page.lists.map { $0.allowed + $0.granted } ?? []
      default: []
      }
    guard
      let asker = rows.first(where: { $0.permission.direction == direction })?.permission.openedBy,
      asker != actor
    else { return }
    news[asker] =
      "\(actor) \(verb) \(direction.source) toward \(direction.target)"
      + (reason.isEmpty ? "" : " (\u{201C}\(reason)\u{201D})")
  }

  /// Something was changed: what an exchange gave before might come out otherwise now.
  mutating func overtakeExchange() {
    for (index, screen) in (stacks[.exchange] ?? []).enumerated() {
      guard case .exchange(var exchange) = screen, exchange.outcome != nil else { continue }
      exchange.isOvertaken = true
      stacks[.exchange]?[index] = .exchange(exchange)
    }
  }

  /// A repair came out: the exchange that was refused is run again.
  mutating func repaired(_ outcome: Action.Outcome) -> [Effect] {
    switch outcome {
    case .done:
      message = Message(
        kind: .done,
        text: repairers.isEmpty
          ? "Done; the exchange was run again"
          : "Done as \(listed(repairers.map(\.text))); the exchange was run again. What others did "
            + "is taken back in \(Section.activity.name)")
      guard case .exchange(var exchange) = screen else { return reload() }
      let steps = exchange.run()
      screen = .exchange(exchange)
      return apply(steps) + reload()
    case .refused(let refusal):
      refuse(refusal)
      return reload()
    case .failed(let failure):
      say(failure)
      return []
    }
  }

  mutating func finished(
    _ result: Result<ExchangeOutcome, PortalFailure>, generation: Int
  ) -> [Effect] {
    var effects: [Effect] = []
    guard let stack = stacks[.exchange] else { return [] }
    for (index, screen) in stack.enumerated() {
      guard case .exchange(var exchange) = screen else { continue }
      let steps = exchange.finished(result, generation: generation)
      stacks[.exchange]?[index] = .exchange(exchange)
      effects += apply(steps)
    }
    if case .success(let outcome) = result { noteExchange(outcome) }
    return effects
  }

  private mutating func closeDialog(of command: PortalCommand) {
    switch dialogs.last {
    case .form, .prompt: _ = dialogs.popLast()
    case .picker, .confirm, .signIn, .text, .fix, .actions, nil: return
    }
  }

  /// Where a command leads: to the page of what it made, and to its credentials.
  private mutating func after(_ command: PortalCommand) -> [Effect] {
    switch command {
    case .registerApplication(let form):
      let steps: [Step] = [.push(.application(ApplicationScreen(id: form.id)))]
      let secret: [Step] = form.registration == nil ? [] : [.load(.secret(form.id, by: acting.id))]
      return apply(steps + secret)
    case .registerOIDC(let id, _), .regenerateSecret(let id):
      return apply([.load(.secret(id, by: acting.id))])
    case .createIdentity(let identity): return apply(PersonScreen.open(identity.id, context))
    case .createGroup(let group): return apply(GroupScreen.open(group.id))
    case .defineRole(let role):
      update { screen in
        guard case .application(var page) = screen, page.id == role.application else { return }
        page.added = role.id
        screen = .application(page)
      }
      return []
    case .deleteApplication, .deleteIdentity, .deleteGroup: return apply([.pop])
    default: return []
    }
  }

  func credentials(of id: ApplicationIdentifier, _ secret: String?) -> TextDialog {
    TextDialog(
      title: "Client credentials",
      lines: [
        StyledLine([("Client ID      ", .label), (id.text, .identity)]),
        StyledLine([
          ("Client Secret  ", .label),
          (secret ?? "none: a public client", secret == nil ? .dim : .identity),
        ]),
        StyledLine(),
        StyledLine(
          secret == nil
            ? "A public client proves itself by nothing but holding its users' tokens."
            : "Whoever has the secret is this application. Keep it out of code and chats.", .dim),
      ], copies: secret ?? id.text)
  }
}

extension PortalCommand {
  /// A decision on what somebody else asked for: its verb, and the reason that was given.
  fileprivate var decision: (direction: ExchangeDirection, verb: String, reason: String)? {
    switch self {
    case .approveExchange(let direction): (direction, "permitted", "")
    case .rejectExchange(let direction, let reason): (direction, "rejected", reason)
    case .revokeExchange(let direction, let reason): (direction, "stopped", reason)
    default: nil
    }
  }

  /// Whose permission it asks for or gives.
  fileprivate var permitted: ExchangeDirection? {
    switch self {
    case .requestExchange(let direction, _), .approveExchange(let direction),
      .grantExchange(let direction):
      direction
    default: nil
    }
  }
}
