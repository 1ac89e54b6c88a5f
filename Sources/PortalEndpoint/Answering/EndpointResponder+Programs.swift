import HTTPTypes
import PortalModel
import PortalTokens

extension EndpointResponder {
  /// The endpoints that programs call: one form in, one JSON object out.
  ///
  /// The order of checks is the service's. What cannot be decoded never gets there, since nothing
  /// could be said of it with certainty.
  func program(_ call: Call) async throws -> Response {
    let form = call.form
    guard let form else {
      var response = Response.malformed
      response.headers.addNoStore()
      recordMalformed(at: call.route, now)
      return response
    }
    let request = call.request(form)
    let now = now
    let answer = try await answer(request, of: call.route, at: now)
    var response = Response(answer.reply)
    response.headers.addNoStore()
    if answer.reply.status == 405 {
      response.headers[.allow] = call.route.allowedMethods.joined(separator: ", ")
    }
    if call.route.isShared, call.origin != nil {
      SharedReply.add(
        to: &response.headers, origin: call.origin,
        readers: try readers(request, answer, of: call.route),
        exposing: "Access-Control-Allow-Methods")
    }
    explain(answer.verdict, in: &response)
    lint(answer.standard, in: &response)
    record(answer, to: request, at: call.route, now)
    return response
  }

  private func answer(
    _ request: TokenRequest, of route: Route, at now: Instant
  ) async throws -> TokenAnswer {
    if route != .token, !route.methods.contains(request.method) {
      return .refusedByFramework(.method, .method(request.method), status: 405)
    }
    if route != .token, route != .userinfo, !request.isForm {
      return .refusedByFramework(.contentType, .contentType(request.contentType), status: 415)
    }
    switch route {
    case .apiAccess: return try await service.answerAPIAccess(request, at: now)
    case .introspect: return try await service.introspect(request, at: now)
    case .revoke: return try await service.revoke(request, at: now)
    case .deviceAuthorization: return try await service.startDevice(request, at: now)
    case .userinfo: return try await service.userInfo(request, at: now)
    default: return try await service.answer(request, at: now)
    }
  }

  /// `/apps/<id>/whoami`: a simulated application, as careful as it should be. Any page may call it,
  /// since it takes no cookie.
  func whoAmI(_ call: Call, at application: String) async throws -> Response {
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    let now = now
    let answer = try await service.whoAmI(
      at: application, authorization: call[.authorization], at: now)
    var response = Response(answer.reply)
    response.headers.addNoStore()
    SharedReply.add(
      to: &response.headers, origin: call.origin, readers: .anybody, exposing: "WWW-Authenticate")
    explain(answer.verdict, in: &response)
    record(answer, to: TokenRequest(parameters: []), at: call.route, now)
    return response
  }
}

extension EndpointResponder {
  /// Whose pages may read the reply. Refusals of clients that are none may be read by anybody; before
  /// the client is looked at, nobody is known.
  private func readers(
    _ request: TokenRequest, _ answer: TokenAnswer, of route: Route
  ) throws -> SharedReply.Readers {
    let check = answer.verdict.checks.first { $0.id == .client }
    switch (check?.outcome, check?.found) {
    case (.failed, _): return .anybody
    case (.passed, .client(let id, _)): return .origins(try origins(of: id))
    default: break
    }
    guard route == .userinfo else { return .nobody }
    // As in Keycloak, anybody's pages may read why their token is not good.
    guard answer.reply.status == 200, let holder = answer.holder else { return .anybody }
    return .origins(try origins(of: holder))
  }

  private func origins(of client: ApplicationIdentifier) throws -> [String] {
    try service.webOrigins(ofClient: client.text) ?? []
  }

  /// Says in a header why a request was refused, where that is wanted. Never in the body.
  func explain(_ verdict: Verdict, in response: inout Response) {
    guard explains, let failure = verdict.failure, let words = endpoint.watch.explain(failure)
    else { return }
    response.headers[.reason] = words.headerText
  }

  /// Says in a header where the same request would fail under the newer standard exchange (§11.1).
  private func lint(_ failures: [Check], in response: inout Response) {
    guard explains, !failures.isEmpty else { return }
    response.headers[.standard] =
      failures.compactMap(endpoint.watch.explain)
      .joined(separator: "; ").headerText
  }
}

extension String {
  /// The text as a header may carry it: one line of printable ASCII.
  var headerText: String {
    // Most are so already, and each answer may have one.
    if utf8.allSatisfy({ (32...126).contains($0) }) { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case " "..."~": text.unicodeScalars.append(scalar)
      case "\n", "\r", "\t": text += " "
      case "→": text += "->"
      case "–", "—": text += "-"
      case "’": text += "'"
      case "…": text += "..."
      default: text += "?"
      }
    }
    return text
  }
}

extension TokenAnswer {
  /// What the framework refuses before any of the service's own code runs.
  static func refusedByFramework(
    _ check: CheckIdentifier, _ found: Finding, status: Int
  ) -> TokenAnswer {
    TokenAnswer(
      reply: Reply(status: status, body: nil),
      verdict: Verdict(
        checks: [Check(id: check, outcome: .failed, found: found)],
        repairs: [Repair(steps: [], request: .postForm)]))
  }

  /// The client that holds the token that was looked at.
  var holder: ApplicationIdentifier? {
    for check in verdict.checks {
      if case .subjectToken(_, let holder, _) = check.found { return holder }
    }
    return nil
  }
}
