import PortalModel

extension Refusal {
  static func taken(_ id: ApplicationIdentifier, owner: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "The identifier \(id) is taken by an application that \(owner) owns.",
      why: "The identifier is also the OIDC client ID, so it is unique among all owners "
        + "\(Source.adding).",
      next: "Choose another identifier, or ask \(owner) about the application that exists.")
  }

  static func isLogin(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(quoted(id.text)) names an account and an application at once.",
      why: "An application's identifier may not be somebody's login \(Source.adding).",
      next: "Choose another one, such as \(id)-app.")
  }

  static func nameTaken(_ name: String, by other: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "The name \(quoted(name)) is taken by the application \(other).",
      why: "Names of applications are unique, as identifiers are \(Source.adding).",
      next: "Choose another name.")
  }

  static func empty(_ field: Field) -> Explanation {
    Explanation(
      what: "The \(field.label) is empty.",
      why: "The form marks this field as required \(Source.form).",
      next: "Type at least one letter or digit.")
  }

  static func tooLong(_ field: Field, maximum: Int) -> Explanation {
    Explanation(
      what: "The \(field.label) is longer than \(maximum) characters.",
      why: "This is as much as is kept \(Source.invented).",
      next: "Shorten it to \(maximum) characters or fewer.")
  }

  static func badAddress(_ field: Field, _ problem: AddressProblem) -> Explanation {
    Explanation(
      what: "The \(field.label) is refused because \(problem.reason).",
      why: field == .homePage
        ? "A home page is a web address that others can open \(Source.adding)."
        : "Logins go back to registered addresses only, so these must be exact \(Source.form).",
      next: "Correct it: \(problem.hint).")
  }

  static let redirectURIMissing = Explanation(
    what: "At least 1 URI is required.",
    why: "After login the browser is sent back to a registered address only \(Source.form).",
    next: "Type a redirect URI such as https://mysite.cern.ch/* and add it to the list.")

  static func redirectURITwice(_ address: RedirectURI) -> Explanation {
    Explanation(
      what: "The redirect URI \(address) stands in the list twice.",
      why: "One entry is enough \(Source.invented).",
      next: "Remove one of the two.")
  }

  static let baseURLMissing = Explanation(
    what: "A Base URL is required.",
    why: "It may be left empty only where the application has a home page, which is used then "
      + "\(Source.form).",
    next: "Type a base URL, or give the application a home page.")

  static func registrationExists(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) has an OIDC registration already.",
      why: "An application has at most one OIDC client, named after it \(Source.invented).",
      next: "Edit the registration that exists, or delete it first.")
  }

  static func owns(_ id: ApplicationIdentifier, _ owned: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) cannot be deleted while its own identity owns \(owned).",
      why: "\(IdentityIdentifier(applicationIdentity: id)) goes with \(id), and \(owned) would be "
        + "left without an owner \(Source.invented).",
      next: "Delete \(owned) first.")
  }

  static func notRegistered(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) has no OIDC registration.",
      why: "Without one the single sign-on knows no client \(id), and there is nothing to give "
        + "permission to (CERN's page \"OIDC configuration\").",
      next: "A manager of \(id) opens its tab \"SSO Registration\" and chooses \"Add SSO\".")
  }

  static func noSecret(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) has no client secret.",
      why: "A public client is one that cannot keep a secret, so it is given none "
        + "\(Source.form).",
      next: "Leave the secret out of requests. To have one, edit the registration and untick "
        + "\"My application cannot store a client secret safely\".")
  }

  static func lifetime(_ seconds: Int, _ allowed: ClosedRange<Int>) -> Explanation {
    Explanation(
      what: "A lifetime of \(seconds) s cannot be set.",
      why: "Access tokens live from \(allowed.lowerBound) to \(allowed.upperBound) s here; CERN's "
        + "live 1200 s, a session at most 12 h (CERN's page \"Time limits\").",
      next: "Choose a number of seconds from \(allowed.lowerBound) to \(allowed.upperBound).")
  }

  static func blocked(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is blocked.",
      why: "A blocked application takes part in no new exchange permission \(Source.invented).",
      next: "A manager of \(id) can lift the block on its tab \"Application details\".")
  }
}

extension Refusal.Field {
  /// The field's name within a sentence.
  public var label: String {
    switch self {
    case .applicationName: "name of the application"
    case .applicationDescription: "description of the application"
    case .homePage: "home page"
    case .redirectURI: "redirect URI"
    case .baseURL: "base URL"
    case .entityID: "entity ID"
    case .consumerURL: "assertion consumer service URL"
    case .certificate: "certificate"
    case .scope: "scope"
    case .audience: "audience"
    case .webOrigin: "web origin"
    case .roleName: "name of the role"
    case .roleDescription: "description of the role"
    case .justification: "justification"
    case .reason: "reason"
    case .personal: "name, address or description"
    }
  }
}
