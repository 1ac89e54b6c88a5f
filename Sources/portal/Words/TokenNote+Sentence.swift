import PortalModel
import PortalScreens
import PortalTokens

extension TokenNote {
  /// The word by which machines know the note.
  var code: String {
    switch self {
    case .secretIgnored: "secret_ignored"
    case .audiencesUnused: "audiences_unused"
    case .scopesDropped: "scopes_dropped"
    case .refreshLosesAudience: "refresh_loses_audience"
    case .refreshTokenWithheld: "refresh_token_withheld"
    case .requiredRolesMissing: "required_roles_missing"
    case .audienceMissing: "audience_missing"
    case .fullScope: "full_scope"
    case .cutBySession: "cut_by_session"
    }
  }

  /// What is worth knowing, as a sentence.
  func sentence(now: Instant) -> String {
    switch self {
    case .secretIgnored(let id): "\(id) is public: the secret that was sent was not looked at."
    case .audiencesUnused(let ids):
      "Only the first audience was used; these were checked and left: "
        + "\(ids.map(\.text).joined(separator: ", ")). Exchange once for each."
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
    case .audienceMissing(let id):
      "The token does not name \(id) in aud, so a careful \(id) will not accept it."
    case .fullScope(let id):
      "The client \(id) allows full scope: roles of other applications are in the token too."
    case .cutBySession(let expires):
      "The token ends early, \(expires.relative(to: now)), because the session ends then."
    }
  }
}
