import PortalModel

/// What is wrong with the client that asks (check E7).
extension Finding {
  func noClient(_ badHeader: Bool, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: badHeader
        ? "The Authorization header cannot be read (C9)."
        : "The request does not say which client sends it (C1).",
      why: check.because(self, "it must know who asks before it looks at any token."),
      next: "Send client_id=<your application's identifier> as a form field.")
  }

  func unknownClient(_ id: String, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "There is no client \(quoted(id)) (C2).",
      why: check.because(
        self,
        "no OIDC registration has this ID. The words are the same for a disabled client, so "
          + "that nobody can find out which clients exist."),
      next: "Check the spelling: it is the Application Identifier, not the name. Without a "
        + "registration, choose \"Add SSO\" on the application's page.")
  }

  func otherProtocol(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is registered for SAML only (C10).",
      why: check.because(
        self, "tokens are OpenID Connect's, and this application speaks another protocol."),
      next: "Choose \"Add SSO\" on the application's page and register it for OIDC.")
  }

  func disabledClient(
    _ id: ApplicationIdentifier, _ blocked: Bool, _ check: CheckIdentifier
  ) -> Explanation {
    let state = blocked ? "blocked" : "disabled"
    return Explanation(
      what: "\(id) is \(state) (C3).",
      why: check.because(
        self, "a \(state) client is treated as if it did not exist\(blocked ? invented : "")."),
      next: "A manager of \(id) \(blocked ? "lifts the block" : "enables the client").")
  }

  private var invented: String { " (that blocking does this is invented)" }

  func noSecret(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is a confidential client, and no secret was sent (C4).",
      why: check.because(self, "a client that has a secret must prove itself with it."),
      next: "Send client_secret=<the secret of \(id)>; its managers see it on the tab "
        + "\"SSO Registration\".")
  }

  func noKeptSecret(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is a confidential client, and the service keeps no secret for it (C6).",
      why: check.because(
        self, "there is nothing to compare the secret with; the words are those of a wrong one."),
      next: "A manager of \(id) has a secret drawn on the tab \"SSO Registration\"; send that one.")
  }

  func wrongSecret(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "The secret that was sent is not the present one of \(id) (C5).",
      why: check.because(
        self, "only the newest secret counts; one that was regenerated stops working at once."),
      next: "Send the secret that the tab \"SSO Registration\" of \(id) shows; its managers see "
        + "it.")
  }
}
