import PortalModel
import TerminalKit

extension ApplicationScreen {
  /// What managers do with an application beside permissions and roles.
  func manage(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    guard let detail else { return nil }
    let person = context.acting.id
    func preview(_ command: PortalCommand) -> [Step] { [.load(.preview(command, by: person))] }
    func perform(_ command: PortalCommand) -> [Step] {
      [.effect(.perform(command, as: person))]
    }
    switch action {
    case .deleteApplication: return preview(.deleteApplication(id))
    case .deleteRegistration:
      return preview(provider == .saml ? .deleteSAML(id) : .deleteRegistration(id))
    case .deleteRole: return selectedRole.map { preview(.deleteRole(id, $0.role.id)) }
    case .editApplication: return [.open(.form(.application(editing: detail.application)))]
    case .transferApplication:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Offer \(id) to a new owner, who must accept",
              label: "Search by login, name or e-mail:", kind: .identity,
              purpose: .newOwner(id))))
      ]
    case .acceptOwnership: return perform(.acceptOwnership(id))
    case .declineOwnership: return perform(.declineOwnership(id))
    case .withdrawOwnership: return perform(.withdrawOwnership(id))
    case .blockApplication:
      return detail.application.blocked
        ? perform(.blockApplication(id, blocked: false))
        : preview(.blockApplication(id, blocked: true))
    case .editRegistration:
      return editProvider()
    case .advanced: return detail.registration.map { [.open(.form(.advanced(id, $0.settings)))] }
    case .roleHolders:
      guard let role = selectedRole?.role.id else { return nil }
      let screen = HoldersScreen(application: id, role: role)
      return [.push(.holders(screen)), screen.read()]
    default: return nil
    }
  }

  /// What an offer of ownership allows to whom; `nil` for other actions.
  func availability(of action: ActionID, _ person: IdentityIdentifier) -> Availability? {
    guard let detail else {
      switch action {
      case .editApplication, .transferApplication, .acceptOwnership, .declineOwnership,
        .withdrawOwnership, .blockApplication, .editRegistration, .advanced, .roleHolders, .open,
        .joinGroup, .leaveGroup:
        return .impossible(
          isGone ? "\(id) is gone; \(keyName(.back)) goes back" : "\(id) is being read")
      default: return nil
      }
    }
    switch action {
    case .transferApplication:
      return detail.offer.map {
        .impossible(
          "\(id) is offered to \($0.to) already; \(keyName(.withdrawOwnership)) takes the offer back"
        )
      }
    case .acceptOwnership, .declineOwnership:
      guard let offer = detail.offer else {
        return .impossible(
          "\(id) is offered to nobody; \(keyName(.transferApplication)) offers it to a new owner")
      }
      return offer.to == person
        ? .possible
        : .impossible(
          "\(id) is offered to \(offer.to); \(keyName(.actAs)) lets you act as \(offer.to)")
    case .withdrawOwnership:
      return detail.offer == nil
        ? .impossible(
          "\(id) is offered to nobody; \(keyName(.transferApplication)) offers it to a new owner")
        : .possible
    case .addRegistration, .otherProvider, .editRegistration, .deleteRegistration, .permissions,
      .showSecret, .regenerateSecret, .advanced:
      return providerObstacle(action).map(Availability.impossible) ?? .possible
    case .open, .joinGroup, .leaveGroup:
      return membershipObstacle(action).map(Availability.impossible) ?? .possible
    case .roleHolders:
      return selectedRole == nil
        ? .impossible("There is no role under the cursor; \(keyName(.addRole)) adds one")
        : .possible
    default: return nil
    }
  }
}

extension State {
  /// Takes part of who has a role to the screen that asked.
  mutating func take(_ part: HolderPart, _ query: HolderQuery, generation: Int) -> [Effect] {
    updatePeople { screen in
      guard case .holders(var holders) = screen, holders.role == query.role,
        holders.application == query.application
      else { return [] }
      let steps = holders.loaded(part, generation: generation)
      screen = .holders(holders)
      return steps
    }
  }
}
