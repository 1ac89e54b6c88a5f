extension PortalRule {
  static let registrations: [PortalRule] = [
    .init(
      "registration-optional", .registrations,
      "An application can be without registration: \"Do not register SSO\".", .screenshots),
    .init(
      "registration-oidc-once", .registrations, "One OIDC registration for an application.",
      .inferred("the identifier being the client ID")),
    .init(
      "registration-saml-once", .registrations, "One SAML registration for an application.",
      .invented),
    .init(
      "registration-both", .registrations,
      "An application can have an OIDC and a SAML registration at once.",
      .inferred("\"Add SSO\" staying enabled beside an OIDC registration")),
    .init(
      "redirect-uri-needed", .registrations, "\"At least 1 URI is required\".", .screenshots),
    .init("redirect-uri-twice", .registrations, "A redirect URI stands once.", .invented),
    .init(
      "redirect-uri-wildcard", .registrations,
      "A * stands at the end of a redirect URI, as in https://host/*.", .screenshots),
    .init(
      "redirect-uri-native", .registrations,
      "Native applications use a scheme that begins ch.cern.", .oidc),
    .init(
      "redirect-uri-local", .registrations,
      "A redirect URI on localhost is taken, with a warning: public sources contradict each other.",
      .users),
    .init(
      "base-url", .registrations,
      "\"A Base URL is required\"; left empty, the home page stands in.", .screenshots),
    .init(
      "client-kinds", .registrations,
      "A client is confidential, public, or confidential with tokens of its own; the two boxes "
        + "exclude each other.", .screenshots),
    .init(
      "client-kind-changes", .registrations,
      "Kind and redirect URIs can be changed later; a secret comes and goes with the kind.", .users),
    .init("secret-public", .registrations, "A public client has no secret.", .requests),
    .init(
      "secret-regenerate", .registrations,
      "Managers draw a new secret; the old one stops working at once (that it does is invented).",
      .code),
    .init(
      "registration-delete", .registrations,
      "Deleting an OIDC registration takes its secret and its permissions both ways along.",
      .invented),
    .init(
      "saml-entity", .registrations,
      "A SAML registration has an entityID without blanks, of at most 1,024 characters.",
      .standard("SAML 2.0 metadata")),
    .init(
      "saml-entity-unique", .registrations, "No two applications have one entityID.",
      .inferred("the service finding a provider by its entityID")),
    .init(
      "saml-consumer", .registrations,
      "The assertion consumer service is an address of http or https.",
      .page("SAML configuration")),
    .init(
      "saml-outside", .registrations,
      "A provider outside of cern.ch is let in by ticket only: here it is taken, with a warning.",
      .page("SAML configuration")),
    .init(
      "saml-certificate", .registrations,
      "A certificate may be left out; where there is one it is base64 of DER.",
      .standard("XML Signature")),
  ]

  static let settings: [PortalRule] = [
    .init(
      "client-defaults", .registrations,
      "A new client has web origins +, no consent, the device grant on, and its own ID as audience.",
      .code),
    .init(
      "client-settings-kept", .registrations,
      "What the service keeps for a client survives an edit of the portal's form.", .invented),
    .init(
      "client-settings-registered", .registrations,
      "Only a registered client has settings.", .code),
    .init(
      "client-lifetime", .registrations,
      "A client's access tokens live 1 to 43,200 seconds: not longer than a session.", .invented),
    .init(
      "client-lists", .registrations,
      "Scopes, audiences and origins are at most 100 words without blanks, none twice.", .invented),
    .init(
      "client-origins", .registrations,
      "A web origin is +, *, or scheme and host alone.", .keycloak),
  ]
}
