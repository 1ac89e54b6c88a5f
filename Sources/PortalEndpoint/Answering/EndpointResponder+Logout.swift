import HTTPTypes
import PortalModel
import PortalTokens

extension EndpointResponder {
  /// `logout`: for programs with a refresh token, for browsers with an ID token or their cookie (§15,
  /// OpenID Connect RP-Initiated Logout §2).
  func logOut(_ call: Call) async throws -> Response {
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    let now = now
    guard var sent = call.method == "POST" ? call.form : call.parameters else {
      return errorPage(400, "Invalid Request")
    }
    // What was asked for is in the ticket of the page that asked back; nobody else can confirm.
    if sent["ticket"] != nil || sent["confirm"] != nil {
      guard call.method == "POST", isOwn(call) else { return foreignPage() }
      guard let ticket = tickets.redeem(sent["ticket"], from: call.cookie(.browser), at: now) else {
        return expiredPage()
      }
      sent = ticket.parameters + [.init(name: "confirm", value: "yes")]
    }
    let answer = try await service.logOut(
      call.request(sent), cookie: call.cookie(.signOn), at: now)
    var response = show(answer, call, sent, now)
    if answer.forgetsCookie {
      response.set(.signOn, to: nil, for: issuer, isSecure: isSecure)
    }
    explain(answer.verdict, in: &response)
    record(answer.verdict, of: sent, at: call.route, status: response.status.code, now)
    return response
  }

  private func show(
    _ answer: LogoutAnswer, _ call: Call, _ sent: [Repair.Parameter], _ now: Instant
  ) -> Response {
    switch answer.outcome {
    case .reply(let reply):
      var response = Response(reply)
      response.headers.addNoStore()
      return response
    case .confirmPage:
      let browser = browser(of: call)
      let content: HTML = """
        <form method="post" action="\(issuer.path)/protocol/openid-connect/logout">
        \(Forms.ticket(tickets.issue(to: browser, sent, at: now)))
        <p>Do you want to log out?</p>
        <button class="main" name="confirm" value="yes" autofocus>Log out</button>
        </form>
        """
      var response = PageLayout(issuer: issuer, title: "Logging out", content: content).response()
      keep(browser, call, in: &response)
      return response
    case .donePage: return donePage("Logged out", "You are logged out.")
    case .redirect(let location):
      var response = Response(redirect: location)
      response.headers.addNoStore()
      return response
    case .errorPage(let status, let sentence): return errorPage(status, sentence)
    }
  }
}
