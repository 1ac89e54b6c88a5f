import PortalModel

/// The words for what a check of the single sign-on found, one function for each finding.
struct SignOnWords {
  var check: CheckIdentifier
  var finding: Finding
  var now: Instant

  private static let again = "Sign in again, and send the new code at once."

  private func made(_ what: String, _ why: String, _ next: String) -> Explanation {
    Explanation(what: what, why: check.because(finding, why), next: next)
  }
}

// At the authorization endpoint, and with its code.
extension SignOnWords {
  func redirectURI(_ sent: String?, _ registered: [RedirectURI]) -> Explanation {
    let shown = listed(registered.prefix(3).map(\.text))
    return made(
      sent.map { "The address \(quoted($0)) is not registered for this client." }
        ?? "No redirect URI was sent.",
      "a code may only be sent to an address that its managers registered, to the letter.",
      "Send one of the registered addresses (\(shown)), or a manager adds this one to the "
        + "registration.")
  }

  func responseType(_ type: String) -> Explanation {
    made(
      "Nobody knows the response type \(quoted(type)).", "it must be one of OAuth 2.0's.",
      "Send response_type=code.")
  }

  func implicitFlow(_ type: String) -> Explanation {
    made(
      "The response type \(quoted(type)) asks for tokens in the address itself.",
      "this implicit flow is off for every client: tokens would stand in browser histories and "
        + "logs. OAuth 2.1 has dropped it.",
      "Send response_type=code with PKCE, and get the tokens at the token endpoint.")
  }

  func scopes(_ names: [String], _ offered: [String]) -> Explanation {
    made(
      "These scopes cannot be asked for: \(listed(names)).",
      "a scope must be one of those offered: \(listed(offered)).", "Leave them out.")
  }

  func challenge(_ problem: SignOnFinding.ChallengeProblem) -> Explanation {
    made(
      "PKCE is used wrongly: \(problem.line).",
      "a challenge has 43 to 128 letters, digits and signs of - . _ ~, and a known method.",
      "Send code_challenge_method=S256 and the base64url SHA-256 of the verifier.")
  }

  var loginRequired: Explanation {
    made(
      "Nobody is signed on in this browser, and prompt=none forbids a page.",
      "without a page nobody can sign in.", "Send the request without prompt=none.")
  }

  func code(_ problem: SignOnFinding.CodeProblem) -> Explanation {
    switch problem {
    case .unknown:
      made("Nobody issued this code.", "it is not among those sent out.", Self.again)
    case .used(let at):
      made(
        "This code was used \(at.relative(to: now)).",
        "a code is good for one request. A second use looks like theft, so what the first gave was "
          + "taken back as well.", Self.again)
    case .expired(let at, _):
      made(
        "The code expired \(at.relative(to: now)).", "a code lives for one minute.", Self.again)
    }
  }

  func codeRedirectURI(_ expected: String, _ sent: String?) -> Explanation {
    made(
      "The code was sent to \(quoted(expected)), and \(sent.map(quoted) ?? "nothing") was named "
        + "now.",
      "the redirect URI must be the same as at the sign-in, to the letter.", Self.again)
  }

  func codeClient(_ client: ApplicationIdentifier, _ sender: ApplicationIdentifier) -> Explanation {
    made(
      "The code was issued to \(client), and \(sender) sent it.",
      "only the client that a code was issued to may use it. The code is used up now.", Self.again)
  }

  func verifier(_ problem: SignOnFinding.VerifierProblem) -> Explanation {
    made(
      "PKCE fails: \(problem.line).",
      "whoever sends the code must know the verifier behind the challenge of the sign-in.",
      "Keep the verifier of each sign-in, and send it as code_verifier.")
  }

  func tokenOf(_ holder: String?, _ sender: ApplicationIdentifier) -> Explanation {
    made(
      "The token was issued to \(holder ?? "nobody") (claim azp), and \(sender) sent it.",
      "a token of this kind is for the client that it was issued to alone.",
      "Let \(holder ?? "its client") send it, or use a token of \(sender).")
  }
}

// Of refresh tokens.
extension SignOnWords {
  private static let newest = "Keep the newest refresh token of each reply, or sign in again."

  func refreshUsed(_ times: Int, _ allowed: Int) -> Explanation {
    made(
      "The refresh token was used \(counted(times, "time")) already.",
      "this realm lets one be used \(counted(allowed + 1, "time")): each use gives a new one.",
      Self.newest)
  }

  func refreshReplaced(_ at: Instant) -> Explanation {
    made(
      "A newer refresh token was used \(at.relative(to: now)).",
      "in this realm the older ones are out of use from then on.", Self.newest)
  }
}

// Of clients, devices and users.
extension SignOnWords {
  func noServiceAccount(_ id: ApplicationIdentifier, _ isPublic: Bool) -> Explanation {
    made(
      isPublic
        ? "\(id) is a public client." : "\(id) may not get tokens with its own ID and secret.",
      isPublic
        ? "a client without a secret cannot prove who it is."
        : "the box \"My application will need to get tokens using its own client ID and secret\" "
          + "is not ticked.",
      "A manager of \(id) ticks that box in the registration.")
  }

  func device(_ problem: SignOnFinding.DeviceProblem) -> Explanation {
    let again = "Let the device start its sign-in again."
    switch problem {
    case .unknown: return made("Nobody issued this code.", "it is not among those given.", again)
    case .used: return made("The code was used before.", "a code is good for one login.", again)
    case .otherClient(let id):
      return made("The code was issued to \(id).", "no other client may use it.", again)
    case .expired(let at, _):
      return made(
        "The code expired \(at.relative(to: now)).", "a device's codes live for ten minutes.", again
      )
    case .tooFast(let interval):
      return made(
        "The device asks too often.", "it must wait \(interval) seconds between two questions.",
        "Wait as long as \"interval\" says.")
    case .denied:
      return made("The user said no on the device page.", "the answer is final.", again)
    case .pending:
      return made(
        "Nobody has typed the user code yet.", "the user has to say yes first.",
        "Open the device page, type the user code and approve.")
    }
  }

  func deviceGrantOff(_ id: ApplicationIdentifier) -> Explanation {
    made(
      "\(id) does not allow the device grant.",
      "\"Device grant\" is off in its client settings, as in registrations before 2023.",
      "A manager of \(id) turns \"Device grant\" on.")
  }

  func passwordGrantOff(_ id: ApplicationIdentifier) -> Explanation {
    made(
      "\(id) does not allow the password grant.",
      "users should type their password on the sign-in page only.",
      "Use the authorization code, or the device code where there is no browser; or a manager of "
        + "\(id) turns \"Direct access grants\" on.")
  }

  func passwordWrong(_ login: String) -> Explanation {
    made(
      "Login or password of \(quoted(login)) is wrong.",
      "both must fit. Here everybody's password is their login (invented).",
      "Send password=<the login> again.")
  }

  var publicCaller: Explanation {
    made(
      "The client is public.", "whoever asks must be able to prove who they are.",
      "Let a confidential client ask, or make this one confidential.")
  }

  func tokenKind(_ kind: String) -> Explanation {
    made(
      "\(quoted(kind)) is no type of token that is known here.",
      "only access_token and refresh_token can be hinted at.", "Leave token_type_hint out.")
  }
}

// At the resources, and in the standard exchange.
extension SignOnWords {
  func openidMissing(_ scope: [String]) -> Explanation {
    made(
      "The token has the scopes \(listed(scope)), but not openid.",
      "userinfo is OpenID Connect's, so only its tokens count.",
      "Ask for the scope openid at the sign-in; an exchange keeps it only if the old token had it."
    )
  }

  var tokenSentTwice: Explanation {
    made(
      "The token was sent more than once.", "one request carries one token in one way.",
      "Send it in the header Authorization alone.")
  }

  var tokenNotSent: Explanation {
    made(
      "No bearer token was sent.", "without a token nobody is known.",
      "Send the header \"Authorization: Bearer <access token>\".")
  }

  func applicationUnknown(_ name: String) -> Explanation {
    made(
      "There is no application \(quoted(name)).", "the address names no application.",
      "Check the spelling: it is the Application Identifier.")
  }

  func noRole(_ roles: [String], _ id: ApplicationIdentifier) -> Explanation {
    made(
      roles.isEmpty
        ? "The token carries no role of \(id)."
        : "The token names \(listed(roles)), which \(id) does not define.",
      "the user is known, but may do nothing here.",
      "A manager of \(id) gives the user a role, then a new token is needed: tokens are snapshots."
    )
  }

  var roles: Explanation {
    made("The request was refused.", "of the roles.", "Look at the roles in the token.")
  }

  func standardExchangeOff(_ id: ApplicationIdentifier) -> Explanation {
    made(
      "The client \(id) may not use the standard exchange.",
      "each requester has a switch of its own there, instead of the target's permission.",
      "A manager of \(id) turns \"Standard token exchange\" on.")
  }

  var sessionCannotRefresh: Explanation {
    made(
      "The session is a service account's or an offline one.",
      "a refresh token would need a new session, which this exchange does not begin.",
      "Ask for an access token.")
  }

  func audienceUnavailable(_ ids: [ApplicationIdentifier], _ requester: ApplicationIdentifier)
    -> Explanation
  {
    made(
      "\(requester)'s own tokens do not name \(listed(ids.map(\.text))) in aud.",
      "in the standard exchange the audience only filters what the requester's own token would "
        + "have; it adds nothing.",
      "A manager of \(requester) adds it to its \"Extra audiences\", or the request leaves it out."
    )
  }
}
