import PortalModel

/// Something to do about a refusal, offered as an action.
enum Remedy: Hashable, Encodable, Sendable {
  /// Act as somebody who may.
  case actAs(IdentityIdentifier)
  /// What was refused is done at once, as somebody who may.
  case retry(as: IdentityIdentifier)
  /// Choose whom to act as.
  case chooseActor
  /// Look at what is in the way, where it can be changed.
  case goTo(Place)
  /// Change a field of the form that was refused.
  case edit(FormField.ID)
  /// Give another command first.
  case perform(PortalCommand)
  /// Fill in the form that registers an application as an OIDC client.
  case register(ApplicationIdentifier)

  /// Where something can be looked at and changed.
  enum Place: Hashable, Encodable, Sendable {
    case applications
    case application(ApplicationIdentifier, ApplicationScreen.Tab)
    case linkedGroups(ApplicationIdentifier, RoleIdentifier)
    case permissions(ExchangeDirection)
    case people
    case groups
    case person(IdentityIdentifier)
    case group(GroupIdentifier)
    case activity
  }

  /// What a refusal has to offer: something, or a reason why nothing.
  enum Offer: Hashable, Encodable, Sendable {
    case some([Remedy])
    case none(because: String)
  }
}

/// A rule's no, with what was asked for where that is known.
struct Refused: Hashable, Encodable, Sendable {
  var refusal: Refusal
  /// What was refused; `nil` where something was only to be seen.
  var command: PortalCommand?
}

extension Remedy {
  /// What it does, as one sentence; `actor` is whom one acts as.
  func sentence(_ actor: IdentityIdentifier) -> String {
    switch self {
    case .actAs(let id): "Act as \(id), who may."
    case .retry(let id): "Do it now as \(id), who may; you stay who you are."
    case .chooseActor: "Choose somebody else to act as."
    case .goTo(let place): place.sentence
    case .edit(let field): "Change \"\(field.title)\" in the form."
    case .perform(let command): "\(actor) \(command.present)."
    case .register(let id): "Register \(id) as an OIDC client: opens the form."
    }
  }
}

extension Remedy.Place {
  fileprivate var sentence: String {
    switch self {
    case .applications: "Look at all applications."
    case .application(let id, .details): "Go to \(id)."
    case .application(let id, let tab): "Go to \(id), tab \"\(tab.title)\"."
    case .linkedGroups(let id, let role): "Go to the linked groups of \(role) of \(id)."
    case .permissions(let direction):
      "Go to the permission of \(direction.source) toward \(direction.target)."
    case .people: "Look at all people and accounts."
    case .groups: "Look at all groups."
    case .person(let id): "Go to the person \(id)."
    case .group(let id): "Go to the group \(id)."
    case .activity: "Look at \(Section.activity.name), where every change stands."
    }
  }
}
