import PortalModel

extension Finding {
  /// The finding's kind in JSON.
  var kind: String {
    switch self {
    case .fine: "fine"
    case .notApplicable: "not_applicable"
    case .method: "method"
    case .contentType: "content_type"
    case .parameterMissing: "parameter_missing"
    case .parameter: "parameter"
    case .grantTypeUnknown: "grant_type_unknown"
    case .duplicated: "duplicated"
    case .requestedType: "requested_type"
    case .notRegistered: "not_registered"
    case .identity: "identity"
    case .requiredRolesMissing: "required_roles_missing"
    case .client: "client"
    case .clientMissing: "client_missing"
    case .clientUnknown: "client_unknown"
    case .clientProtocol: "client_protocol"
    case .clientDisabled: "client_disabled"
    case .secretMissing: "secret_missing"
    case .secretWrong: "secret_wrong"
    case .secretNotKept: "secret_not_kept"
    case .subjectToken: "subject_token"
    case .tokenMalformed: "token_malformed"
    case .tokenType: "token_type"
    case .tokenIssuer: "token_issuer"
    case .tokenSignature: "token_signature"
    case .tokenExpired: "token_expired"
    case .tokenNotYetValid: "token_not_yet_valid"
    case .tokenRevoked: "token_revoked"
    case .tokenStale: "token_stale"
    case .tokenUser: "token_user"
    case .tokenSession: "token_session"
    case .tokenClient: "token_client"
    case .tokenClientSession: "token_client_session"
    case .target: "target"
    case .targetDefaulted: "target_defaulted"
    case .audienceUnknown: "audience_unknown"
    case .audienceNotRegistered: "audience_not_registered"
    case .targetSetting: "target_setting"
    case .targetBlocked: "target_blocked"
    case .holder: "holder"
    case .audience: "audience"
    case .permission: "permission"
    case .signOn(let finding): finding.kind
    }
  }
}
