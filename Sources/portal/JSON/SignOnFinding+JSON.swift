import PortalModel

extension SignOnFinding {
  /// The finding's kind in JSON.
  var kind: String {
    switch self {
    case .redirectURI: "redirect_uri"
    case .responseType: "response_type"
    case .implicitFlow: "implicit_flow"
    case .scopes: "scopes"
    case .challenge: "pkce_challenge"
    case .loginRequired: "login_required"
    case .signedOn: "signed_on"
    case .code: "code"
    case .codeRedirectURI: "code_redirect_uri"
    case .codeClient: "code_client"
    case .verifier: "pkce_verifier"
    case .tokenOf: "token_of"
    case .noServiceAccount: "no_service_account"
    case .device: "device"
    case .deviceGrantOff: "device_grant_off"
    case .passwordGrantOff: "password_grant_off"
    case .passwordWrong: "password_wrong"
    case .publicCaller: "public_caller"
    case .tokenKind: "token_kind"
    case .openidMissing: "openid_missing"
    case .tokenSentTwice: "token_sent_twice"
    case .tokenNotSent: "token_not_sent"
    case .applicationUnknown: "application_unknown"
    case .noRole: "no_role"
    case .roles: "roles"
    case .standardExchangeOff: "standard_exchange_off"
    case .sessionCannotRefresh: "session_cannot_refresh"
    case .refreshUsed: "refresh_used"
    case .refreshReplaced: "refresh_replaced"
    case .audienceUnavailable: "audience_unavailable"
    }
  }

  /// The values that belong to it.
  var members: [JSONValue.Member] {
    switch self {
    case .loginRequired, .tokenSentTwice, .tokenNotSent, .sessionCannotRefresh: []
    case .redirectURI(let sent, let registered):
      [.init("sent", .optional(sent)), .init("registered", .texts(registered.map(\.text)))]
    case .responseType(let type), .implicitFlow(let type): [.init("type", .string(type))]
    case .scopes(let names, let offered):
      [.init("names", .texts(names)), .init("offered", .texts(offered))]
    case .challenge(let problem): [.init("problem", .string(problem.rawValue))]
    case .verifier(let problem): [.init("problem", .string(problem.rawValue))]
    case .signedOn(let id): [.init("identity", JSONValue(id))]
    case .code(let problem): problem.members
    case .device(let problem): problem.members
    case .codeRedirectURI(let expected, let sent):
      [.init("expected", .string(expected)), .init("sent", .optional(sent))]
    case .codeClient(let client, let sender):
      [.init("client", JSONValue(client)), .init("sender", JSONValue(sender))]
    case .tokenOf(let holder, let sender):
      [.init("holder", .optional(holder)), .init("sender", JSONValue(sender))]
    case .refreshUsed(let times, let allowed):
      [.init("times", .integer(Int64(times))), .init("allowed", .integer(Int64(allowed)))]
    case .refreshReplaced(let at): [.init("at", .string(at.rfc3339))]
    case .noServiceAccount(let id, let isPublic):
      [.init("client", JSONValue(id)), .init("public", .bool(isPublic))]
    case .deviceGrantOff(let id), .passwordGrantOff(let id), .publicCaller(let id),
      .standardExchangeOff(let id):
      [.init("client", JSONValue(id))]
    case .passwordWrong(let login): [.init("login", .string(login))]
    case .tokenKind(let kind): [.init("type", .string(kind))]
    case .openidMissing(let scope): [.init("scope", .texts(scope))]
    case .applicationUnknown(let name): [.init("application", .string(name))]
    case .noRole(let roles, let id):
      [.init("roles", .texts(roles)), .init("application", JSONValue(id))]
    case .roles(let roles): [.init("roles", .texts(roles.map(\.text)))]
    case .audienceUnavailable(let ids, let requester):
      [.init("audience", .texts(ids.map(\.text))), .init("requester", JSONValue(requester))]
    }
  }
}

extension SignOnFinding.CodeProblem {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .unknown: [.init("problem", .string("unknown"))]
    case .used(let at): [.init("problem", .string("used")), .init("at", .string(at.rfc3339))]
    case .expired(let at, _):
      [.init("problem", .string("expired")), .init("at", .string(at.rfc3339))]
    }
  }
}

extension SignOnFinding.DeviceProblem {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .unknown: [.init("problem", .string("unknown"))]
    case .used: [.init("problem", .string("used"))]
    case .otherClient(let id):
      [.init("problem", .string("other_client")), .init("client", JSONValue(id))]
    case .expired(let at, _):
      [.init("problem", .string("expired")), .init("at", .string(at.rfc3339))]
    case .tooFast(let interval):
      [.init("problem", .string("too_fast")), .init("interval", JSONValue(count: interval))]
    case .denied: [.init("problem", .string("denied"))]
    case .pending: [.init("problem", .string("pending"))]
    }
  }
}
