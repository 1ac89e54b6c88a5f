import PortalModel

extension TokenNote {
  /// What is worth knowing, as a sentence.
  public func sentence(now: Instant) -> String {
    switch self {
    case .secretIgnored(let id): "\(id) is public: the secret that was sent was not looked at."
    case .audienceDefaulted(let id):
      "You sent no audience, so the target became \(id), which asked."
    case .audiencesUnused(let ids):
      "Only the first audience was used; these were checked and left: "
        + "\(listed(ids.map(\.text))). Exchange once for each."
    case .scopesDropped(let scopes):
      "These scopes are not in the new token: \(scopes.joined(separator: ", ")). The target does "
        + "not offer them, or the old token did not have them."
    case .refreshLosesAudience(let id):
      "A refresh would give a token for the requester again, not for \(id): exchange again instead."
    case .refreshTokenWithheld:
      "No refresh token: the requester's client is set up without, or the user has no session."
    case .requiredRolesMissing(let findings):
      "The user lacks \(findings.map(\.role.text).joined(separator: ", ")), required to sign in "
        + "there. An exchange does not ask for it (invented: CERN's page does not say)."
    case .noRole(let id, let user):
      "\(user) has no role in \(id): the token says who they are, and nothing that they may do there. "
        + "A manager of \(id) links a group of theirs to a role."
    case .audienceMissing(let id):
      "The token does not name \(id) in aud, so a careful \(id) will not accept it."
    case .fullScope(let id):
      "The client \(id) allows full scope: roles of other applications are in the token too."
    case .cutBySession(let expires):
      "The token ends early, \(expires.relative(to: now)), because the session ends then."
    }
  }
}
