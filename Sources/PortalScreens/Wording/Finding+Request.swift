import PortalModel

/// What is wrong with the request itself, before any client or token is looked at.
extension Finding {
  func otherMethod(_ method: String, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "The request was sent with \(method).",
      why: check.because(self, "the token endpoint takes POST only (RFC 6749 section 3.2)."),
      next: "Send the same form with POST; curl does so by itself where -d is used.")
  }

  func otherContentType(_ type: String?, _ check: CheckIdentifier) -> Explanation {
    let sent = type.map { "as \($0)" } ?? "without a content type"
    return Explanation(
      what: "The body was sent \(sent).",
      why: check.because(
        self, "the body must be application/x-www-form-urlencoded; JSON is not understood."),
      next: "Send the fields as a form: curl -d and --data-urlencode do.")
  }

  func missing(_ name: String, _ check: CheckIdentifier) -> Explanation {
    let reason =
      check == .subjectTokenPresent
      ? "RFC 8693 requires it. The real service lets this pass and stumbles later; that it is "
        + "refused at once is a deliberate difference of this simulator."
      : "the service cannot know what is wanted without it."
    let next =
      switch name {
      case "subject_token":
        "Send the access token that the user's login gave to your application."
      case "grant_type":
        "Send grant_type=urn:ietf:params:oauth:grant-type:token-exchange as a form field."
      default: "Send \(name) as a form field."
      }
    return Explanation(
      what: "The form field \(name) is missing.", why: check.because(self, reason), next: next)
  }

  func unwanted(_ name: String, _ value: String, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "The request says \(name)=\(value).", why: check.because(self, Self.reason(check)),
      next: check == .subjectTokenType
        ? "Leave \(name) out, or send urn:ietf:params:oauth:token-type:access_token."
        : "Leave \(name) out.")
  }

  private static func reason(_ check: CheckIdentifier) -> String {
    reasons[check] ?? "this value is not one that it takes."
  }

  private static let reasons: [CheckIdentifier: String] = [
    .issuer: "it exchanges only tokens that it has issued itself.",
    .subjectTokenType: "only an access token can be exchanged, whatever it is called.",
    .requestedSubject:
      "nobody may take another user's place here. The same words stand for a missing "
      + "permission; here the permission was not even looked at.",
    .requestedIssuer: "it knows no other issuer to exchange toward.",
  ]

  func unknownGrantType(
    _ value: String, _ meant: String?, _ check: CheckIdentifier
  ) -> Explanation {
    guard meant != value else {
      return Explanation(
        what: "The grant type \(quoted(value)) is spelt right, but not served at this address.",
        why: check.because(self, "each address has its own grants; the words are those of a slip."),
        next: "Send it to protocol/openid-connect/token, which has all of them.")
    }
    return Explanation(
      what: "Nobody knows the grant type \(quoted(value)).",
      why: check.because(
        self, "the text must be exact, capitals included. It is looked at before the secret is."),
      next: meant.map { "Write grant_type=\($0), which is probably what was meant." }
        ?? "Write grant_type=urn:ietf:params:oauth:grant-type:token-exchange for an exchange.",
      comparison: meant.map { Comparison("sent", value, "known", $0) })
  }

  func sentTwice(_ names: [String], _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "Sent more than once: \(listed(names)).",
      why: check.because(
        self, "no field may stand twice, with the same value or another (RFC 6749 section 3.2)."),
      next: "Send each field once; look for a script that adds the same -d again.")
  }

  private func newerRequestedType(
    _ type: String?, _ check: CheckIdentifier, _ prefix: String
  ) -> Explanation {
    Explanation(
      what:
        "The type asked for, \(quoted(type ?? "")), is not one that the newer exchange issues here.",
      why: check.because(
        self,
        "it issues access tokens and ID tokens, and refresh tokens only to clients that are set so."
      ),
      next: "Ask for \(prefix)access_token; or let the client have refresh tokens of the standard "
        + "exchange in its advanced settings.")
  }

  func otherRequestedType(_ type: String?, _ check: CheckIdentifier) -> Explanation {
    let prefix = "urn:ietf:params:oauth:token-type:"
    if check == .standardRequestedType { return newerRequestedType(type, check, prefix) }
    return Explanation(
      what: "The type asked for, \(quoted(type ?? "")), is not one that can be issued.",
      why: check.because(
        self,
        "it issues access, refresh and ID tokens in an exchange. CERN's page lists the ID "
          + "token; Keycloak's own code would refuse that one as well."),
      next: "Ask for \(prefix)refresh_token, access_token or id_token with the same prefix, or "
        + "leave requested_token_type out.")
  }
}
