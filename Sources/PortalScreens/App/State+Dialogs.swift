import PortalModel
import TerminalKit

extension State {
  /// A key while a dialog is open. Every dialog takes all keys; Ctrl-C leaves even so.
  mutating func pressInDialog(_ key: Key) -> [Effect] {
    if key == .control("c") { return leaveDialogs() }
    isWarned = false
    guard let dialog = dialogs.last else { return [] }
    if keymap.keys(of: .help).contains(key), !key.isText {
      return apply([.open(.text(dialog.help(glyphs, keymap)))])
    }
    if keymap.keys(of: .repair).contains(key), !key.isText { return invoke(.repair) }
    guard let key = keymap.known(key, in: dialog.kind) else {
      return apply([.note("\(key.name) does nothing here; another key was chosen for it")])
    }
    return give(key)
  }

  /// Gives the dialog in front a key by which it knows what to do, whatever key a person chose for it.
  mutating func give(_ key: Key) -> [Effect] {
    let context = self.context
    guard let dialog = dialogs.last else { return [] }
    let index = dialogs.count - 1
    var steps: [Step] = []
    switch dialog {
    case .form(var form):
      steps = form.handle(key, context)
      dialogs[index] = .form(form)
    case .picker(var picker):
      steps = picker.handle(key, height: PickerDialog.listHeight(size))
      dialogs[index] = .picker(picker)
    case .prompt(var prompt):
      steps = prompt.handle(key)
      dialogs[index] = .prompt(prompt)
    case .confirm(var confirm):
      steps = confirm.handle(key, context)
      dialogs[index] = .confirm(confirm)
    case .signIn(var signIn):
      steps = signIn.handle(key)
      dialogs[index] = .signIn(signIn)
    case .text(var text):
      let wasBare = text.isBare
      steps = text.handle(key, size: TextDialog.room(size))
      dialogs[index] = .text(text)
      let effects = apply(steps)
      // What is selected with the mouse must be the terminal's meanwhile.
      return effects + (mouse && wasBare != showsBareText ? [.mouse(wasBare)] : [])
    case .fix(var fix):
      steps = fix.handle(key)
      dialogs[index] = .fix(fix)
    case .actions(var actions):
      let answer = actions.handle(key, height: ActionsDialog.listHeight(size))
      dialogs[index] = .actions(actions)
      let effects = apply(answer.steps)
      return effects + (answer.run.map { run($0) } ?? [])
    }
    return apply(steps)
  }

  /// Ctrl-C leaves from everywhere; what was typed is not lost by one press.
  private mutating func leaveDialogs() -> [Effect] {
    guard dialogs.contains(where: \.holdsText), !isWarned else { return apply([.quit]) }
    isWarned = true
    return apply([
      .note("What was typed here would be lost; \(Key.control("c").name) again leaves all the same")
    ])
  }

  private var showsBareText: Bool {
    if case .text(let text) = dialogs.last { text.isBare } else { false }
  }

  /// What a dialog was opened for has come.
  mutating func take(_ delivery: Delivery) -> [Effect] {
    switch delivery {
    case .picked(let row, let purpose): return take(row, for: purpose)
    case .typed(let text, .justification(let direction)):
      return [
        .perform(.requestExchange(direction, justification: text), as: acting.id)
      ]
    case .typed(let text, .rejection(let direction)):
      return [.perform(.rejectExchange(direction, reason: text), as: acting.id)]
    case .typed(let path, .metadataFile):
      if case .prompt = dialogs.last { _ = dialogs.popLast() }
      guard case .form(var form) = dialogs.last else { return [] }
      let steps = form.read(.file(path))
      dialogs[dialogs.count - 1] = .form(form)
      return apply(steps)
    case .signIn(let signIn):
      if case .person(var person) = screen {
        let steps = person.signedIn(signIn)
        screen = .person(person)
        return apply(steps)
      }
      if case .holders(var holders) = screen {
        holders.signIn = signIn
        let steps = holders.restart()
        screen = .holders(holders)
        return apply(steps)
      }
      guard case .exchange(var exchange) = screen else { return [] }
      exchange.signIn = signIn
      screen = .exchange(exchange)
      return []
    case .repair(let repair):
      repairers = Set(repair.steps.map(\.by)).subtracting([acting.id]).sorted()
      return [.performAll(repair.steps)]
    case .goTo(let repair): return goTo(repair)
    case .remedy(let remedy): return carryOut(remedy)
    case .left(let remedy): return leave(for: remedy)
    case .elsewhere(let port): return startEndpoint(elsewhere: port)
    }
  }

  private mutating func take(_ row: PickerRow, for purpose: PickerPurpose) -> [Effect] {
    switch purpose {
    case .requestTarget(let source):
      guard let target = try? ApplicationIdentifier(row.id) else { return [] }
      return apply(ask(ExchangeDirection(source: source, target: target), as: acting.id))
    case .grantSource(let target):
      guard let source = try? ApplicationIdentifier(row.id) else { return [] }
      return apply([
        .open(
          .confirm(
            ConfirmDialog(
              title: "Grant: \(source) → \(target)",
              lines: [
                "\(source) may then exchange its users' tokens for tokens of \(target).",
                "They carry the roles that \(target) gives those users, and no others.",
              ], verb: "Grant",
              consequence: .command(
                .grantExchange(ExchangeDirection(source: source, target: target))),
              isSafe: true)))
      ])
    case .linkGroup(let application, let role):
      guard let group = try? GroupIdentifier(row.id) else { return [] }
      return [
        .perform(
          .linkGroup(RoleLink(application: application, role: role, group: group)),
          as: acting.id)
      ]
    case .formField(let id):
      guard case .form(var form) = dialogs.last else { return [] }
      form.set(id, reference: row.id)
      dialogs[dialogs.count - 1] = .form(form)
      return []
    case .actAs:
      return (try? IdentityIdentifier(row.id)).map { [.load(.identity($0, .actAs))] } ?? []
    case .exchangeUser:
      return (try? IdentityIdentifier(row.id)).map { [.load(.identity($0, .exchange))] } ?? []
    case .joinGroup, .addMember, .nestGroup: return join(row, purpose)
    case .holdersOfPerson, .holdersOfGroup:
      guard case .holders(var holders) = screen else { return [] }
      let steps = holders.picked(row, purpose)
      screen = .holders(holders)
      return apply(steps)
    case .newOwner(let id):
      return (try? IdentityIdentifier(row.id)).map {
        [.perform(.offerOwnership(id, to: $0), as: acting.id)]
      } ?? []
    case .mapSource, .mapTarget: return takeOnMap(row, source: purpose == .mapSource)
    case .activityApplication:
      return narrowActivity { $0.application = try? ApplicationIdentifier(row.id) }
    case .activityPerson: return narrowActivity { $0.identity = try? IdentityIdentifier(row.id) }
    case .exchangeSource, .exchangeTarget:
      guard case .exchange(var exchange) = screen, let id = try? ApplicationIdentifier(row.id)
      else { return [] }
      if purpose == .exchangeSource { exchange.source = id } else { exchange.target = id }
      exchange.isChosen = true
      exchange.focusNext()
      screen = .exchange(exchange)
      return []
    }
  }

  /// Goes to the page of the portal on which a repair is made.
  private mutating func goTo(_ repair: Repair) -> [Effect] {
    guard let step = repair.steps.first else { return [] }
    let steps: [Step]
    switch step.command {
    case .requestExchange(let direction, _), .withdrawExchange(let direction):
      steps = openPermissions(of: direction.source, side: .allowed)
    case .approveExchange(let direction), .rejectExchange(let direction, _),
      .grantExchange(let direction), .revokeExchange(let direction, _):
      steps = openPermissions(of: direction.target, side: .granted)
    case .linkGroup(let link), .unlinkGroup(let link):
      section = .applications
      steps = [
        .push(
          .linkedGroups(LinkedGroupsScreen(application: link.application, role: link.role))),
        .load(.application(link.application)),
      ]
    case .registerOIDC(let id, _), .editRegistration(let id, _), .configureClient(let id, _),
      .blockApplication(let id, _):
      section = .applications
      var page = ApplicationScreen(id: id)
      page.tab = .registration
      steps = [.push(.application(page)), .load(.application(id))]
    default:
      steps = [
        .note(
          "The portal has no page for this; \(keyName(.fixPress)) in the list of fixes does it")
      ]
    }
    let effects = apply(steps)
    if step.by != acting.id, message == nil {
      message = Message(
        kind: .note,
        text: "\(step.by) can do this; \(keyName(.actAs)) lets you act as \(step.by)")
    }
    return effects
  }

  private mutating func openPermissions(
    of id: ApplicationIdentifier, side: PermissionsScreen.Side
  ) -> [Step] {
    section = .applications
    var permissions = PermissionsScreen(id: id)
    permissions.side = side
    return [
      .push(.permissions(permissions)), .load(.permissions(id)), .load(.application(id)),
    ]
  }
}
