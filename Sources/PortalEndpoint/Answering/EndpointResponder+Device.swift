import HTTPTypes
import PortalModel
import PortalTokens

extension EndpointResponder {
  /// `device`: somebody types the code that a device shows, and signs it in (RFC 8628 §3.3).
  func device(_ call: Call) async throws -> Response {
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    let now = now
    guard call.method == "POST" else {
      guard let sent = call.parameters else { return errorPage(400, "Invalid Request") }
      guard let code = sent["user_code"], !code.isEmpty else {
        return codePage(call, problem: nil, now)
      }
      return try show(
        try await service.device(userCode: code, cookie: call.cookie(.signOn), at: now), call,
        code: code, login: nil, now)
    }
    guard let form = call.form else { return errorPage(400, "Invalid Request") }
    guard isOwn(call) else { return foreignPage() }
    guard let ticket = tickets.redeem(form["ticket"], from: call.cookie(.browser), at: now) else {
      return expiredPage()
    }
    // The page after the code carries it in its ticket; the page before has it in its form.
    guard let code = ticket.parameters["user_code"] else {
      let code = form["user_code"] ?? ""
      return try show(
        try await service.device(userCode: code, cookie: call.cookie(.signOn), at: now), call,
        code: code, login: nil, now)
    }
    let choice: DeviceChoice
    switch form["action"] {
    case "deny": choice = .deny
    case "go-on": choice = .signedOn
    case "other":
      return try show(
        try await service.device(userCode: code, at: now), call, code: code, login: nil, now)
    default: choice = .signIn(SignInChoice(form))
    }
    let answer = try await service.decideDevice(
      userCode: code, choice, cookie: call.cookie(.signOn), at: now)
    return try show(answer, call, code: code, login: form["login"], now)
  }

  private func show(
    _ answer: DeviceAnswer, _ call: Call, code: String, login: String?, _ now: Instant
  ) throws -> Response {
    var response: Response
    var client: [Repair.Parameter] = []
    switch answer.outcome {
    case .decide(let page, let problem):
      response = try decidePage(page, problem: problem, call, code: code, now)
      client = [.init(name: "client_id", value: page.client.text)]
    case .unknownCode(let sentence): response = codePage(call, problem: sentence, now)
    case .approved:
      response = donePage("Device signed in", "You may close this page and go back to your device.")
    case .denied:
      response = donePage("Device refused", "The device will be told that you said no.")
    }
    if let cookie = answer.cookie {
      response.set(.signOn, to: cookie, for: issuer, isSecure: isSecure)
    }
    explain(answer.verdict, in: &response)
    record(
      answer.verdict, of: client, login: login, at: call.route, status: response.status.code, now)
    return response
  }

  private func codePage(_ call: Call, problem: String?, _ now: Instant) -> Response {
    let browser = browser(of: call)
    let content: HTML = """
      \(Forms.problem(problem))
      <form method="post" action="\(issuer.path)/device">
      \(Forms.ticket(tickets.issue(to: browser, [], at: now)))
      <label for="user_code">Enter the code that your device shows</label>
      <input id="user_code" name="user_code" autocomplete="off" autofocus required>
      <button class="main">Go on</button>
      </form>
      """
    var response = PageLayout(issuer: issuer, title: "Device login", content: content).response()
    keep(browser, call, in: &response)
    return response
  }

  private func decidePage(
    _ page: DevicePage, problem: String?, _ call: Call, code: String, _ now: Instant
  ) throws -> Response {
    let browser = browser(of: call)
    let token = tickets.issue(to: browser, [.init(name: "user_code", value: code)], at: now)
    let content: HTML = """
      \(Forms.problem(problem))
      <p>A device shows the code <strong>\(page.userCode)</strong> and wants to be signed in to \
      <strong>\(page.name)</strong> (<code>\(page.client.text)</code>), which is given: \
      \(page.scope.joined(separator: ", ")).</p>
      <form method="post" action="\(issuer.path)/device">
      \(Forms.ticket(token))
      \(try page.signedOn.map(Self.signedOn) ?? Forms.person(try people(), hint: nil))
      <button class="main" name="action" value="\(page.signedOn == nil ? "approve" : "go-on")"\
      \(page.signedOn == nil ? "" : " autofocus" as HTML)>Sign the device in</button>
      <button name="action" value="deny" formnovalidate>Refuse</button>
      \(page.signedOn.map { _ in Self.other })
      </form>
      """
    var response = PageLayout(
      issuer: issuer, title: "Sign a device in to \(page.name)", content: content
    ).response()
    keep(browser, call, in: &response)
    return response
  }

  private static func signedOn(_ identity: IdentityIdentifier) -> HTML {
    "<p>You are signed on as <strong>\(identity.text)</strong>.</p>"
  }

  private static let other: HTML =
    "<button name=\"action\" value=\"other\">Be somebody else</button>"

  /// A page with nothing left to do.
  func donePage(_ title: String, _ sentence: String) -> Response {
    PageLayout(issuer: issuer, title: title, content: "<p>\(sentence)</p>").response()
  }
}
