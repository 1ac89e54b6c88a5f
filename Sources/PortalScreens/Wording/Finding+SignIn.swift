import PortalModel

/// Why a user cannot sign in to an application (checks L1 to L3).
extension Finding {
  func unregistered(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "Nobody can sign in to \(id): it has no OIDC registration.",
      why: check.because(self, "an application without a registration has no login."),
      next: "A manager of \(id) chooses \"Add SSO\" on its page.")
  }

  func noSignIn(
    _ id: IdentityIdentifier, _ disabled: Bool, _ check: CheckIdentifier
  ) -> Explanation {
    Explanation(
      what: disabled ? "\(id) is disabled." : "There is no account \(quoted(id.text)).",
      why: check.because(self, "only an account that exists and is enabled can sign in."),
      next: disabled
        ? "Enable \(id) under People, which anybody may here." : "Choose another user.")
  }

  func lockedOut(_ findings: [RoleFinding], _ check: CheckIdentifier) -> Explanation {
    let application = findings.first?.application.text ?? "the application"
    let reasons = findings.map {
      "\($0.role): \($0.obstacleTexts(of: nil).joined(separator: "; "))"
    }
    return Explanation(
      what: "\(application) refuses the user: these roles are required and not given: "
        + "\(reasons.joined(separator: ". ")).",
      why: check.because(
        self,
        "it lets in only users who have every role marked \"This role is required to access "
          + "my application\" \(Source.roles)."),
      next: "A manager of \(application) puts the user's group under \"Linked Groups\", or unticks "
        + "\"required\". Where level or second factor is missing, the user signs in better.")
  }
}
