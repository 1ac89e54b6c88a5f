import PortalModel

/// What the authorization endpoint does with a browser.
public struct AuthorizationAnswer: Hashable, Sendable {
  /// What the browser is shown, or where it is sent.
  public var outcome: Outcome
  /// Why.
  public var verdict: Verdict
  /// The sign-on cookie that the browser is to keep from now on; `nil` to leave it as it is. It is
  /// signed, for the service only, and lives as long as the browser runs.
  public var cookie: String?

  /// What the browser is shown, or where it is sent.
  public enum Outcome: Hashable, Sendable {
    /// The page on which somebody signs in. Its post sends the request's parameters again.
    case signIn(SignInPage)
    /// A page that says what is wrong, since the browser must not be sent on: the real service's
    /// words.
    case errorPage(status: Int, sentence: String)
    /// 302 to this address, with a code or an error in it.
    case redirect(String)
    /// A page whose form takes a code or an error to this address (`response_mode=form_post`).
    case post(String, [Repair.Parameter])
  }

  /// Makes an answer.
  public init(outcome: Outcome, verdict: Verdict, cookie: String? = nil) {
    self.outcome = outcome
    self.verdict = verdict
    self.cookie = cookie
  }
}

/// What the sign-in page says.
public struct SignInPage: Hashable, Sendable {
  /// The application that is signed in to.
  public var client: ApplicationIdentifier
  /// Its name.
  public var name: String
  /// The scopes that it will be given.
  public var scope: [String]
  /// Who should sign in, by the request's `login_hint`.
  public var loginHint: String?
  /// What was wrong with the last attempt, in the real service's words; `nil` at the first.
  public var problem: String?

  /// Makes a page.
  public init(
    client: ApplicationIdentifier, name: String, scope: [String], loginHint: String? = nil,
    problem: String? = nil
  ) {
    self.client = client
    self.name = name
    self.scope = scope
    self.loginHint = loginHint
    self.problem = problem
  }
}

/// What the device page shows once a user code is known (RFC 8628 §3.3).
public struct DevicePage: Hashable, Sendable {
  /// The code as it is shown, such as `WDJB-MJHT`.
  public var userCode: String
  /// The application that the device wants to be signed in to.
  public var client: ApplicationIdentifier
  /// Its name.
  public var name: String
  /// The scopes that it will be given.
  public var scope: [String]
  /// When the code expires.
  public var expiresAt: Instant
  /// Who is signed on in this browser already and need not be chosen; `nil` for nobody.
  public var signedOn: IdentityIdentifier?

  /// Makes a page.
  public init(
    userCode: String, client: ApplicationIdentifier, name: String, scope: [String],
    expiresAt: Instant, signedOn: IdentityIdentifier? = nil
  ) {
    self.userCode = userCode
    self.client = client
    self.name = name
    self.scope = scope
    self.expiresAt = expiresAt
    self.signedOn = signedOn
  }
}

/// What somebody decides on the device page.
public enum DeviceChoice: Hashable, Sendable {
  /// The device is refused.
  case deny
  /// It is signed in as somebody who signs in on the page.
  case signIn(SignInChoice)
  /// It is signed in as whoever is signed on in this browser, in the same login.
  case signedOn
}

/// What comes of a user code, or of a decision on the device page.
public struct DeviceAnswer: Hashable, Sendable {
  /// What the browser is shown.
  public var outcome: Outcome
  /// Why.
  public var verdict: Verdict
  /// As ``AuthorizationAnswer/cookie``.
  public var cookie: String?

  /// What the browser is shown.
  public enum Outcome: Hashable, Sendable {
    /// Who approves? Shown with the real service's words on the last attempt, if one failed.
    case decide(DevicePage, problem: String?)
    /// The code is unknown, expired or used: the page asks for a code again.
    case unknownCode(sentence: String)
    /// The device will be signed in at its next poll.
    case approved
    /// The device will be told that the user said no.
    case denied
  }

  /// Makes an answer.
  public init(outcome: Outcome, verdict: Verdict, cookie: String? = nil) {
    self.outcome = outcome
    self.verdict = verdict
    self.cookie = cookie
  }
}

/// What the logout endpoint does.
public struct LogoutAnswer: Hashable, Sendable {
  /// What is sent or shown.
  public var outcome: Outcome
  /// Why.
  public var verdict: Verdict
  /// Whether the browser is to forget its sign-on cookie.
  public var forgetsCookie: Bool

  /// What is sent or shown.
  public enum Outcome: Hashable, Sendable {
    /// To a program: 204, or an error (§15).
    case reply(Reply)
    /// To a browser: a page that asks whether to log out; its post has `confirm=yes`.
    case confirmPage
    /// To a browser: a page that says it is done.
    case donePage
    /// To a browser: 302 to this address.
    case redirect(String)
    /// To a browser: a page that says what is wrong.
    case errorPage(status: Int, sentence: String)
  }

  /// Makes an answer.
  public init(outcome: Outcome, verdict: Verdict, forgetsCookie: Bool = false) {
    self.outcome = outcome
    self.verdict = verdict
    self.forgetsCookie = forgetsCookie
  }
}
