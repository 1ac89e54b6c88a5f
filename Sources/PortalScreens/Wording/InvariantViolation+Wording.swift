import PortalModel

extension InvariantViolation {
  /// What would be wrong, as part of a sentence.
  public var sentence: String {
    switch self {
    case .groupCycle(let path):
      "a group would be inside itself: \(path.map(\.text).joined(separator: " in "))"
    case .ownerMissing(let id, let owner): "\(id) would be without its owner \(owner)"
    case .administratorsMissing(let id, let group):
      "\(id) would be without its administrator group \(group)"
    case .ownIdentityMissing(let id): "\(id) would be without an identity of its own"
    case .nameTaken(let name, let other): "the name \(quoted(name)) is now that of \(other)"
    case .identifierIsLogin(let id): "\(id) would be both an application and a login"
    case .applicationMissing(let id): "something would hang on \(id), which is not there"
    case .registrationMissing(let round, let id):
      "the permission of \(round.direction.source) toward \(round.direction.target) would be "
        + "without the SSO registration of \(id)"
    case .liveRoundNotNewest(let round):
      "\(round.direction.source) would have two permissions toward \(round.direction.target)"
    case .roleMissing(let link):
      "group \(link.group) would be linked to the role \(link.role) of \(link.application), which "
        + "is not there"
    case .groupMissing(let group): "group \(group) would be spoken of, and is not there"
    case .memberMissing(let id, let group):
      "\(id) would be in group \(group), and is not there"
    case .supervisorMissing(let id, let supervisor):
      "\(id) would be without the supervisor \(supervisor)"
    case .supervisorCycle(let path):
      "\(path.first?.text ?? "") would be their own supervisor: "
        + path.map(\.text).joined(separator: " under ")
    case .accountOwner(let id, let owner):
      "\(id) would belong to \(owner), which is no primary account"
    case .tooManyAccounts(let kind, let owner):
      "\(owner) would have more of the kind \(kind.label) than a person may"
    case .primaryTwice(let number, let id):
      "the person \(number) would have another primary account beside \(id)"
    case .loginGivenAgain(let id): "the login \(id) of a deleted account would be given again"
    case .ownerDisabled(let id, let owner):
      "\(id) would go to \(owner), who cannot sign in any more"
    case .offeredToOwner(let id, let owner): "\(id) would be offered to \(owner), its own owner"
    case .redirectURITwice(let id, let uri): "\(id) would have the redirect URI \(uri) twice"
    case .entityTaken(let entity, let other):
      "the entityID \(quoted(entity)) is now that of \(other)"
    }
  }
}
