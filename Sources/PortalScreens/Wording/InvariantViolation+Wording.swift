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
    }
  }
}
