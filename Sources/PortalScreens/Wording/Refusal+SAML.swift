import PortalModel

extension Refusal {
  static func samlExists(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) has a SAML registration already.",
      why: "An application has at most one registration of each protocol \(Source.invented).",
      next: "Edit the registration that exists, or delete it first.")
  }

  static func notSAMLRegistered(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) has no SAML registration.",
      why: "OIDC and SAML are registered apart from each other (CERN's page \"SAML\").",
      next: "A manager of \(id) pastes its metadata under \"Add SSO\".")
  }

  static func entityTaken(_ entity: String, by other: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "The entity ID \(quoted(entity)) is registered for \(other).",
      why: "The entity ID is the issuer by which a provider is known, so it is unique "
        + "(CERN's page \"SAML\").",
      next: "Use the metadata of this application's own provider, or delete the other registration."
    )
  }

  static let badCertificate = Explanation(
    what: "The certificate cannot be read.",
    why: "A certificate stands in metadata as base64 of DER, which begins with MI "
      + "(SAML metadata, XML Signature).",
    next: "Copy the text between ds:X509Certificate and its end again, or leave it out.")
}
