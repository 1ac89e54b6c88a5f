import PortalModel
import PortalTokens

extension EndpointResponder {
  /// Tells of a request that a program made.
  func record(_ answer: TokenAnswer, to request: TokenRequest, at route: Route, _ now: Instant) {
    var entry = ActivityEntry(
      at: now, endpoint: route.activity, grant: request["grant_type"]?.briefly,
      client: answer.client ?? request["client_id"]?.briefly, subject: answer.subject,
      audience: request["audience"]?.briefly, status: answer.reply.status,
      error: answer.reply.error, standard: answer.standard.map(\.id), verdict: answer.verdict)
    if case .whoami(let application) = route {
      entry.audience = application.briefly
      entry.client = answer.holder?.text
    }
    add(entry)
  }

  /// Tells of what a browser was shown.
  func record(
    _ verdict: Verdict, of parameters: [Repair.Parameter], login: String? = nil, at route: Route,
    status: Int, _ now: Instant
  ) {
    let client = parameters.first { $0.name == "client_id" }?.value
    add(
      ActivityEntry(
        at: now, endpoint: route.activity, client: client?.briefly, subject: login?.briefly,
        status: status, verdict: verdict))
  }

  /// Tells of a form that could not be decoded: nothing of it is known, but that it came.
  func recordMalformed(at route: Route, _ now: Instant) {
    add(
      ActivityEntry(
        at: now, endpoint: route.activity, status: 400, error: Response.malformedError))
  }

  private func add(_ entry: ActivityEntry) {
    var entry = entry
    if let failure = entry.verdict?.failure {
      entry.check = failure.id
      entry.reason = failure.reason
    }
    endpoint.watch.record(entry)
  }
}

extension TokenAnswer {
  /// The client that proved itself.
  fileprivate var client: String? {
    for check in verdict.checks {
      if case .client(let id, _) = check.found { return id.text }
    }
    return nil
  }

  /// Whose token was looked at or issued.
  fileprivate var subject: String? {
    for check in verdict.checks {
      if case .subjectToken(let subject, _, _) = check.found { return subject.text }
    }
    return tokens.first?["sub"]?.string
  }
}

extension String {
  /// The beginning of a text that may be of any length: nothing as long as a token is kept.
  fileprivate var briefly: String { utf8.count <= 100 ? self : String(prefix(100)) }
}

extension Route {
  /// The endpoint's name in the activity.
  fileprivate var activity: ActivityEntry.Endpoint {
    switch self {
    case .apiAccess: .apiAccess
    case .introspect: .introspection
    case .userinfo: .userInfo
    case .revoke: .revocation
    case .logout: .logout
    case .authorize, .signIn: .authorization
    case .deviceAuthorization, .devicePage: .device
    case .whoami: .resource
    case .token, .discovery, .realm, .certs, .styleSheet, .unknownRealm, .nothing: .token
    }
  }
}
