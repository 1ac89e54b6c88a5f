import PortalModel
import TerminalKit

extension GroupScreen {
  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .previousTab: return turn(by: -1)
    case .nextTab: return turn(by: 1)
    case .open: return open(context)
    case .addMember:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Add a member to \(id)", label: "Search by login, name or e-mail:",
              kind: .identity, purpose: .addMember(id))))
      ]
    case .nestGroup:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Put a group into \(id)", label: "Search by group identifier:",
              kind: .group, purpose: .nestGroup(into: id))))
      ]
    case .editGroup: return detail.map { [.open(.form(.group(editing: $0.group)))] }
    case .deleteGroup: return [.load(.preview(.deleteGroup(id), by: context.acting.id))]
    case .removeMember: return members.selected.map { [.open(.confirm(.leaving($0.member, id)))] }
    default: return nil
    }
  }

  private func open(_ context: ScreenContext) -> [Step]? {
    switch tab {
    case .members:
      switch members.selected?.member {
      case .identity(let person): return PersonScreen.open(person, context)
      case .group(let group): return GroupScreen.open(group)
      case nil: return nil
      }
    case .roles:
      return roles.selected.map { ApplicationScreen.open($0.link.application, tab: .roles) }
    case .above: return selectedAbove.map { GroupScreen.open($0.group) }
    case .details: return nil
    }
  }

  func availability(of action: ActionID) -> Availability {
    switch action {
    case .addMember, .nestGroup, .editGroup, .deleteGroup:
      detail == nil
        ? .impossible(isGone ? "\(id) is gone; \(keyName(.back)) goes back" : "\(id) is being read")
        : .possible
    case .removeMember:
      members.selected == nil
        ? .impossible("There is no member under the cursor; \(keyName(.addMember)) adds one")
        : .possible
    case .open:
      switch tab {
      case .members where members.selected == nil, .roles where roles.selected == nil,
        .above where selectedAbove == nil, .details:
        .impossible("There is nothing under the cursor to open")
      default: .possible
      }
    default: .possible
    }
  }
}
