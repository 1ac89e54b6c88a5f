import HTTPTypes
import PortalModel
import PortalTokens

extension EndpointResponder {
  /// `auth`: the way in for browsers (OpenID Connect Core §3.1.2.1).
  func authorize(_ call: Call) async throws -> Response {
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    let sent = call.method == "POST" ? call.form : call.parameters
    guard let sent else { return errorPage(400, "Invalid Request") }
    let now = now
    let answer = try await service.authorize(
      AuthorizationRequest(parameters: sent, cookie: call.cookie(.signOn)), at: now)
    return try show(answer, call, sent, now)
  }

  /// The sign-in page's post. What was asked for stands in the page's ticket, not in the form.
  func signIn(_ call: Call) async throws -> Response {
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    let now = now
    guard let form = call.form else { return errorPage(400, "Invalid Request") }
    guard isOwn(call) else { return foreignPage() }
    guard let ticket = tickets.redeem(form["ticket"], from: call.cookie(.browser), at: now) else {
      return expiredPage()
    }
    let choice = SignInChoice(form)
    let answer = try await service.completeSignIn(
      AuthorizationRequest(parameters: ticket.parameters, cookie: call.cookie(.signOn)),
      as: choice, at: now)
    return try show(answer, call, ticket.parameters, login: choice.login, now)
  }

  private func show(
    _ answer: AuthorizationAnswer, _ call: Call, _ sent: [Repair.Parameter],
    login: String? = nil, _ now: Instant
  ) throws -> Response {
    var response: Response
    var isAnswered = answer.verdict.failure != nil
    switch answer.outcome {
    case .signIn(let page):
      let browser = browser(of: call)
      let token = tickets.issue(to: browser, sent, at: now)
      response = signInPage(page, ticket: token, people: try people(), sent)
      keep(browser, call, in: &response)
    case .errorPage(let status, let sentence): response = errorPage(status, sentence)
    case .redirect(let location):
      response = Response(redirect: location)
      response.headers.addNoStore()
      isAnswered = true
    case .post(let address, let fields):
      response = postPage(address, fields)
      isAnswered = true
    }
    if let cookie = answer.cookie {
      response.set(.signOn, to: cookie, for: issuer, isSecure: isSecure)
    }
    explain(answer.verdict, in: &response)
    // A page that is merely shown is no answer yet.
    if isAnswered {
      record(
        answer.verdict, of: sent, login: login, at: call.route, status: response.status.code, now)
    }
    return response
  }

  private func signInPage(
    _ page: SignInPage, ticket: String, people: [Identity], _ sent: [Repair.Parameter]
  ) -> Response {
    let content: HTML = """
      \(Forms.problem(page.problem))
      <p>You sign in to <strong>\(page.name)</strong> (<code>\(page.client.text)</code>), which is \
      given: \(page.scope.joined(separator: ", ")).</p>
      <form method="post" action="\(issuer.path)/login-actions/authenticate">
      \(Forms.ticket(ticket))
      \(Forms.person(people, hint: page.loginHint))
      <button class="main" name="action" value="sign-in">Sign in</button>
      </form>
      <p class="note">Nobody is asked for a password here: choose whom to be.</p>
      """
    return PageLayout(issuer: issuer, title: "Sign in to \(page.name)", content: content)
      .response(leadsTo: sent["redirect_uri"]?.ownScheme)
  }

  /// `response_mode=form_post`: the way back is a form (OAuth 2.0 Form Post Response Mode §2). Keycloak
  /// sends it by script; here there is none, so somebody presses its button.
  private func postPage(_ address: String, _ fields: [Repair.Parameter]) -> Response {
    let content: HTML = """
      <p>You are sent back to the application with the answer.</p>
      <form method="post" action="\(address)">
      \(fields.map { Forms.hidden($0.name, $0.value) })
      <button class="main" autofocus>Continue</button>
      </form>
      """
    return PageLayout(issuer: issuer, title: "Back to the application", content: content)
      .response(leadsTo: address.ownScheme)
  }
}

extension EndpointResponder {
  /// The people that a page offers: one more than are listed shows that there are too many.
  func people() throws -> [Identity] { try endpoint.watch.people(Endpoint.listedPeople + 1) }

  /// Whether a post comes from a page of this very server: browsers say so, and nobody else has a
  /// reason to post to a page.
  func isOwn(_ call: Call) -> Bool {
    guard let host = call.head.authority, let origin = call.origin else { return false }
    return origin.lowercased() == "\(isSecure ? "https" : "http")://\(host.lowercased())"
  }

  /// The browser that a page is handed out to.
  func browser(of call: Call) -> String { call.cookie(.browser) ?? PageTickets.random() }

  /// Lets the browser keep who it is, unless it says so already.
  func keep(_ browser: String, _ call: Call, in response: inout Response) {
    guard call.cookie(.browser) != browser else { return }
    response.set(.browser, to: browser, for: issuer, isSecure: isSecure)
  }

  /// A page that says what is wrong, in the real service's words.
  func errorPage(_ status: Int, _ sentence: String) -> Response {
    PageLayout(
      issuer: issuer, title: "We are sorry...",
      content: "<p class=\"problem\" role=\"alert\">\(sentence)</p>"
    ).response(status: status)
  }

  /// A post from a page of another site (invented words).
  func foreignPage() -> Response {
    errorPage(403, "This form was not sent from this server's own page. Open the page here.")
  }

  /// A page that was handed out too long ago, by an earlier run, or to another browser: Keycloak's
  /// words.
  func expiredPage() -> Response {
    errorPage(400, "Page has expired. Go back to the application and sign in again.")
  }
}

extension SignInChoice {
  /// What was chosen on a page.
  init(_ form: [Repair.Parameter]) {
    let multifactor: Bool? =
      switch form["multifactor"] {
      case "yes": true
      case "no": false
      default: nil
      }
    self.init(
      login: form["login"] ?? "", level: form["level"].flatMap(LevelOfAssurance.init(word:)),
      multifactor: multifactor)
  }
}

extension [Repair.Parameter] {
  /// The first value of a parameter.
  subscript(name: String) -> String? { first { $0.name == name }?.value }
}

extension String {
  /// An address's scheme where it is an application's own, which a page may lead to.
  fileprivate var ownScheme: String? {
    let scheme = prefix { $0 != ":" }
    let isScheme = scheme.utf8.allSatisfy {
      $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == 43 || $0 == 45 || $0 == 46
    }
    return isScheme && scheme.hasPrefix("ch.cern") ? String(scheme) : nil
  }
}
