import PortalModel
import TerminalKit

extension State {
  /// Says a rule's no, and keeps it for as long as its remedies may be wanted.
  mutating func refuse(_ refusal: Refusal, _ command: PortalCommand? = nil) {
    let explanation = refusal.explanation
    refused = Refused(refusal: refusal, command: command)
    message = Message(
      kind: .refused, text: "\(explanation.what) \(explanation.why)", explanation: explanation,
      hint: remedies.isEmpty ? nil : .repair)
  }

  /// What can be done about the last refusal where one is now.
  var remedies: [Remedy] {
    guard let refused, case .some(let offered) = refused.refusal.offer else { return [] }
    return offered.filter { remedy in
      switch remedy {
      case .edit(let id):
        guard case .form(let form) = dialogs.last else { return false }
        return form[id].map { !$0.isFixed } ?? false
      case .retry(let person): return refused.command != nil && person != acting.id
      case .actAs(let person): return person != acting.id
      case .chooseActor, .goTo, .perform, .register: return true
      }
    }
  }

  /// Whether there is a refusal that something can be done about.
  var repairAvailability: Availability {
    guard let refused else { return .impossible("Nothing has been refused") }
    if !remedies.isEmpty { return .possible }
    guard case .none(let reason) = refused.refusal.offer else {
      return .impossible("Nothing can be done about it from here")
    }
    return .impossible("Nothing can be done about it here: \(reason)")
  }

  /// Opens the list of what can be done about the last refusal.
  mutating func offerRemedies() -> [Effect] {
    guard let refused else { return [] }
    return apply([.open(.fix(FixDialog(refused.refusal, remedies, by: acting.id)))])
  }

  /// Does what was chosen; where something was typed that would be lost, asks before.
  mutating func carryOut(_ remedy: Remedy) -> [Effect] {
    switch remedy {
    case .actAs(let person): return [.load(.identity(person, .actAs))]
    case .retry(let person):
      return refused?.command.map { [.perform($0, as: person)] } ?? []
    case .chooseActor: return invoke(.actAs)
    case .edit(let id):
      guard case .form(var form) = dialogs.last else { return [] }
      form.focus(on: id)
      dialogs[dialogs.count - 1] = .form(form)
      return []
    case .perform(let command): return [.perform(command, as: acting.id)]
    case .register, .goTo:
      guard dialogs.contains(where: \.holdsText) else { return leave(for: remedy) }
      return apply([
        .open(
          .confirm(
            ConfirmDialog(
              title: ConfirmDialog.discard.title, lines: ["Nothing of it has been sent."],
              verb: "Throw away", consequence: .leave(for: remedy))))
      ])
    }
  }

  /// Leaves all dialogs for where a remedy is.
  mutating func leave(for remedy: Remedy) -> [Effect] {
    dialogs = []
    switch remedy {
    case .goTo(let place): return goTo(place)
    case .register(let id): return apply([.open(.form(.registration(of: id, homePage: "")))])
    case .actAs, .retry, .chooseActor, .edit, .perform: return []
    }
  }

  private mutating func goTo(_ place: Remedy.Place) -> [Effect] {
    let context = self.context
    switch place {
    case .applications:
      stacks[.applications] = stacks[.applications].map { Array($0.prefix(1)) }
      if case .applications(var list) = stacks[.applications]?.first {
        list.showsAll = true
        list.window.isStale = true
        list.generation += 1
        stacks[.applications] = [.applications(list)]
      }
      return go(to: .applications)
    case .application(let id, let tab):
      section = .applications
      return apply(ApplicationScreen.open(id, tab: tab))
    case .linkedGroups(let id, let role):
      section = .applications
      return apply([
        .push(.linkedGroups(LinkedGroupsScreen(application: id, role: role))),
        .load(.application(id)),
      ])
    case .permissions(let direction):
      section = .applications
      var screen = PermissionsScreen(id: direction.source)
      screen.wanted = direction
      return apply([
        .push(.permissions(screen)), .load(.permissions(direction.source)),
        .load(.application(direction.source)),
      ])
    case .people, .groups:
      var screen = PeopleScreen()
      screen.kind = place == .people ? .identities : .groups
      stacks[.people] = [.people(screen)]
      return go(to: .people)
    case .person(let id):
      section = .people
      return apply(PersonScreen.open(id, context))
    case .group(let id):
      section = .people
      return apply(GroupScreen.open(id))
    case .activity: return go(to: .activity)
    }
  }
}

extension Dialog {
  /// Whether somebody has typed something that leaving would lose.
  var holdsText: Bool {
    switch self {
    case .form(let form): form.isChanged
    case .prompt(let prompt): !prompt.editor.isEmpty
    case .picker, .confirm, .signIn, .text, .fix, .actions: false
    }
  }
}
