import PortalModel
import PortalScreens

extension PortalCommand {
  /// The command's verb, and what it is about.
  var json: JSONValue { .object([.init("command", .string(verb))] + members) }

  private var members: [JSONValue.Member] {
    switch self {
    case .registerApplication(let form): [.init("application", JSONValue(form.id))]
    case .editApplication(let id, _), .acceptOwnership(let id), .declineOwnership(let id),
      .withdrawOwnership(let id):
      [.init("application", JSONValue(id))]
    case .offerOwnership(let id, let identity):
      [.init("application", JSONValue(id)), .init("identity", JSONValue(identity))]
    case .deleteApplication(let id), .blockApplication(let id, _), .regenerateSecret(let id),
      .deleteRegistration(let id):
      [.init("application", JSONValue(id))]
    case .registerOIDC(let id, let form), .editRegistration(let id, let form):
      [.init("application", JSONValue(id)), .init("type", .string(form.kind.rawValue))]
    case .configureClient(let id, let settings):
      [.init("application", JSONValue(id))] + settings.members
    case .registerSAML(let id, let form), .editSAML(let id, let form):
      [.init("application", JSONValue(id)), .init("entity_id", .string(form.entityID))]
    case .deleteSAML(let id): [.init("application", JSONValue(id))]
    case .defineRole(let role), .editRole(let role):
      [.init("application", JSONValue(role.application)), .init("role", JSONValue(role.id))]
    case .deleteRole(let application, let role):
      [.init("application", JSONValue(application)), .init("role", JSONValue(role))]
    case .linkGroup(let link), .unlinkGroup(let link):
      [
        .init("application", JSONValue(link.application)), .init("role", JSONValue(link.role)),
        .init("group", JSONValue(link.group)),
      ]
    case .requestExchange(let direction, let text):
      direction.members + [.init("justification", .string(text))]
    case .rejectExchange(let direction, let text), .revokeExchange(let direction, let text):
      direction.members + [.init("reason", .string(text))]
    case .withdrawExchange(let direction), .approveExchange(let direction),
      .grantExchange(let direction):
      direction.members
    case .createIdentity(let identity), .editIdentity(let identity):
      [.init("identity", JSONValue(identity.id))]
    case .enableIdentity(let id, _), .departIdentity(let id), .deleteIdentity(let id):
      [.init("identity", JSONValue(id))]
    case .createGroup(let group), .editGroup(let group): [.init("group", JSONValue(group.id))]
    case .deleteGroup(let id): [.init("group", JSONValue(id))]
    case .addMember(let member, let group), .removeMember(let member, let group):
      [.init("member", member.json), .init("group", JSONValue(group))]
    case .addMembers(let members, let group), .removeMembers(let members, let group):
      [.init("members", .array(members.map(\.json))), .init("group", JSONValue(group))]
    case .loadScenario(let script):
      [
        .init("scenario", .string(script.name)),
        .init("steps", JSONValue(count: script.steps.count)),
      ]
    }
  }
}

extension Repair {
  var json: JSONValue {
    .object([
      .init("steps", .array(steps.map(\.json))), .init("request", request.map(\.json) ?? .null),
    ])
  }
}

extension Repair.Step {
  fileprivate var json: JSONValue {
    .object([
      .init("by", JSONValue(by)), .init("managers", managers.map(\.json) ?? .null),
      .init("do", command.json),
    ])
  }
}

extension Repair.RequestChange {
  fileprivate var json: JSONValue {
    switch self {
    case .set(let parameters):
      .object([
        .init("kind", .string("set")),
        .init(
          "parameters", .object(parameters.map { .init($0.name, .string($0.value)) })),
      ])
    case .remove(let names):
      .object([.init("kind", .string("remove")), .init("names", .texts(names))])
    case .sendOnce(let names):
      .object([.init("kind", .string("send_once")), .init("names", .texts(names))])
    case .postForm: .object([.init("kind", .string("post_form"))])
    case .authenticate(let id):
      .object([.init("kind", .string("authenticate")), .init("client", JSONValue(id))])
    case .callAs(let id):
      .object([.init("kind", .string("call_as")), .init("client", JSONValue(id))])
    case .signInAgain(let user, let application):
      .object([
        .init("kind", .string("sign_in_again")), .init("user", .optional(user?.text)),
        .init("application", .optional(application?.text)),
      ])
    case .restartSignIn(let id):
      .object([.init("kind", .string("restart_sign_in")), .init("client", JSONValue(id))])
    case .restartDevice(let id):
      .object([.init("kind", .string("restart_device")), .init("client", JSONValue(id))])
    case .exchangeToken(let target):
      .object([.init("kind", .string("exchange_token")), .init("target", JSONValue(target))])
    case .sendBearer: .object([.init("kind", .string("send_bearer"))])
    case .approveDevice: .object([.init("kind", .string("approve_device"))])
    case .wait(let seconds):
      .object([.init("kind", .string("wait")), .init("seconds", JSONValue(count: seconds))])
    }
  }
}
