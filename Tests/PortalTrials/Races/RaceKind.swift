import PortalModel
import PortalTestSupport

/// Two things that two people do at once, each of which may stand in the other's way.
public enum RaceKind: String, CaseIterable, Sendable {
  /// Two managers of the target say yes.
  case approveAndApprove
  /// One says yes, the other no.
  case approveAndReject
  /// The target decides while the requester takes its request back.
  case approveAndWithdraw
  /// The target grants what nobody has asked for yet, while the source asks.
  case grantAndRequest
  /// Two requests for the same permission.
  case requestAndRequest
  /// The target goes while its permission is asked for.
  case deleteAndRequest
  /// The source goes while its request is approved.
  case deleteAndApprove
  /// A role goes while a group is linked to it.
  case deleteRoleAndLink
  /// Two nestings that would close a circle together.
  case nestAndNest
  /// Two applications of one name.
  case registerAndRegister
  /// The requester takes the request back by undo while it is approved.
  case undoAndApprove
  /// The same person, at two terminals, takes back.
  case undoAndUndo
  /// Somebody takes a new group back while another one is put into it.
  case undoAndAddMember
  /// Somebody brings a request again while the target goes.
  case redoAndDelete

  /// What there is before.
  var start: ScenarioScript {
    let asked = ScenarioScript.Step(
      identity: Story.alice, command: .requestExchange(Story.direction, justification: "Please."))
    let helper = [
      ScenarioScript.Step(
        identity: Story.jdoe,
        command: .createGroup(Group(id: Self.inner, displayName: "Inner"))),
      ScenarioScript.Step(
        identity: Story.jdoe,
        command: .createGroup(Group(id: Self.outer, displayName: "Outer"))),
    ]
    switch self {
    case .approveAndApprove, .approveAndReject, .approveAndWithdraw, .deleteAndApprove:
      return ScenarioScript(name: rawValue, steps: Story.steps + [asked])
    case .undoAndApprove, .undoAndUndo, .undoAndAddMember, .redoAndDelete:
      return ScenarioScript(name: rawValue, steps: Story.steps)
    case .grantAndRequest, .requestAndRequest, .deleteAndRequest, .deleteRoleAndLink,
      .nestAndNest, .registerAndRegister:
      return ScenarioScript(name: rawValue, steps: Story.steps + helper)
    }
  }

  /// What is done one after the other before the race.
  var before: [TrialStep] {
    let request = alice(.requestExchange(Story.direction, justification: "Please."))
    let group = alice(.createGroup(Group(id: Self.inner, displayName: "Inner")))
    switch self {
    case .undoAndApprove: return [request]
    case .undoAndUndo, .undoAndAddMember: return [request, group]
    case .redoAndDelete: return [request, .undo(by: Story.alice)]
    default: return []
    }
  }

  /// What the two do.
  var steps: [TrialStep] {
    let direction = Story.direction
    let role = Story.backendUser
    let link = RoleLink(application: Story.backEnd, role: role, group: Self.users)
    switch self {
    case .approveAndApprove:
      return [bob(.approveExchange(direction)), bob(.approveExchange(direction))]
    case .approveAndReject:
      return [
        bob(.approveExchange(direction)), bob(.rejectExchange(direction, reason: "No need.")),
      ]
    case .approveAndWithdraw:
      return [bob(.approveExchange(direction)), alice(.withdrawExchange(direction))]
    case .grantAndRequest:
      return [
        bob(.grantExchange(direction)),
        alice(.requestExchange(direction, justification: "Please.")),
      ]
    case .requestAndRequest:
      return [
        alice(.requestExchange(direction, justification: "One")),
        alice(.requestExchange(direction, justification: "Other")),
      ]
    case .deleteAndRequest:
      return [
        bob(.deleteApplication(Story.backEnd)),
        alice(.requestExchange(direction, justification: "Please.")),
      ]
    case .deleteAndApprove:
      return [alice(.deleteApplication(Story.frontEnd)), bob(.approveExchange(direction))]
    case .deleteRoleAndLink:
      return [bob(.deleteRole(Story.backEnd, role)), bob(.linkGroup(link))]
    case .nestAndNest:
      return [
        alice(.addMember(.group(Self.inner), to: Self.outer)),
        bob(.addMember(.group(Self.outer), to: Self.inner)),
      ]
    case .undoAndApprove: return [.undo(by: Story.alice), bob(.approveExchange(direction))]
    case .undoAndUndo: return [.undo(by: Story.alice), .undo(by: Story.alice)]
    case .undoAndAddMember:
      return [.undo(by: Story.alice), bob(.addMember(.identity(Story.bob), to: Self.inner))]
    case .redoAndDelete:
      return [.redo(by: Story.alice), bob(.deleteApplication(Story.backEnd))]
    case .registerAndRegister: return [alice(register("shop-a")), bob(register("shop-b"))]
    }
  }

  private func alice(_ command: PortalCommand) -> TrialStep { .perform(command, by: Story.alice) }
  private func bob(_ command: PortalCommand) -> TrialStep { .perform(command, by: Story.bob) }

  private func register(_ id: String) -> PortalCommand {
    .registerApplication(
      ApplicationForm(id: ApplicationIdentifier(trusted: id), name: "The Shop"))
  }

  private static let inner = GroupIdentifier(trusted: "inner")
  private static let outer = GroupIdentifier(trusted: "outer")
  private static let users = GroupIdentifier(trusted: "frontend-users")
}
