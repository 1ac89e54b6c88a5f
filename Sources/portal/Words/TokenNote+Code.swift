import PortalModel

extension TokenNote {
  /// The word by which machines know the note.
  var code: String {
    switch self {
    case .secretIgnored: "secret_ignored"
    case .audienceDefaulted: "audience_defaulted"
    case .audiencesUnused: "audiences_unused"
    case .scopesDropped: "scopes_dropped"
    case .refreshLosesAudience: "refresh_loses_audience"
    case .refreshTokenWithheld: "refresh_token_withheld"
    case .requiredRolesMissing: "required_roles_missing"
    case .noRole: "no_role"
    case .audienceMissing: "audience_missing"
    case .fullScope: "full_scope"
    case .cutBySession: "cut_by_session"
    }
  }
}
