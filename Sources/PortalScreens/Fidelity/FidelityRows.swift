// The 32 rows of portal.md §12, in this program's words.
extension FidelityRow {
  /// The rows, numbered from 1 in this order.
  public static let portal: [FidelityRow] = applicationRows + roleRows + exchangeRows + serviceRows

  private static let applicationRows: [FidelityRow] = [
    .init(
      "Adding an application under an identifier that keeps the rules",
      [
        .action(.newApplication), .command("app add"),
      ],
      rules: [
        "application-identifier-form", "application-identifier-unique",
        "application-identifier-no-login", "login-no-application-identifier",
        "application-identifier-kept", "application-needs-account",
      ]),
    .init(
      "Name, home page, description, category, administrators group",
      [.action(.editApplication), .command("app edit")],
      rules: [
        "application-name", "application-name-unique", "application-text-limits",
        "home-page-address", "home-page-not-local", "application-category",
        "administrators-group", "description-cut",
      ]),
    .init(
      "Finding one's own and managed applications; begins with, equals, contains",
      [.action(.filter), .action(.scope), .action(.sort), .command("app list")],
      "The limit of 100 rows is none here: lists read what they show."),
    .init(
      "The wizard: application first, then its registration, or \"Do not register SSO\"",
      [.action(.newApplication), .command("app add")],
      rules: ["registration-optional", "application-owner"]),
    .init(
      "A SAML registration from the provider's metadata", .part,
      [.action(.addRegistration)],
      rules: [
        "registration-saml-once", "registration-both", "saml-entity", "saml-entity-unique",
        "saml-consumer", "saml-certificate", "saml-outside", "metadata-xml", "metadata-root",
        "metadata-entity", "metadata-provider", "metadata-consumer", "metadata-consumer-address",
        "metadata-certificate", "metadata-no-entities", "metadata-size", "metadata-depth",
      ],
      "It is read, kept, edited and deleted; nobody can sign in by SAML here. Providers outside of "
        + "cern.ch are taken with a warning, where CERN asks for a ticket."),
    .init(
      "An OIDC registration with several redirect URIs and wildcards",
      [.action(.addRegistration), .command("registration add")],
      rules: [
        "registration-oidc-once", "redirect-uri-needed", "redirect-uri-twice",
        "redirect-uri-wildcard", "redirect-uri-native", "redirect-uri-local",
      ]),
    .init(
      "A base URL that begins as the home page",
      [.action(.addRegistration), .command("registration add")], rules: ["base-url"]),
    .init(
      "Confidential, public, and confidential with tokens of its own, by two exclusive boxes",
      [.action(.addRegistration), .action(.editRegistration), .command("registration edit")],
      rules: ["client-kinds", "client-kind-changes"]),
    .init(
      "Seeing the client secret, and drawing a new one",
      [.action(.showSecret), .action(.regenerateSecret), .command("registration secret")],
      rules: ["secret-public", "secret-regenerate"]),
    .init(
      "Editing and deleting registrations",
      [
        .action(.editRegistration), .action(.deleteRegistration), .command("registration edit"),
        .command("registration delete"),
      ],
      rules: ["registration-delete", "client-kind-changes", "exchange-registration-gone"]),
  ]

  private static let roleRows: [FidelityRow] = [
    .init(
      "Roles with identifier, name and description",
      [.action(.addRole), .action(.editRole), .action(.deleteRole), .command("role add")],
      rules: ["role-identifier", "role-identifier-unique", "role-texts", "role-delete"]),
    .init(
      "\"This role is required to access my application\"",
      [.action(.addRole), .command("role edit")],
      rules: ["token-required-sign-in", "token-required-all", "token-required-exchange"]),
    .init(
      "\"Multifactor required\"", [.action(.addRole), .command("role edit")],
      rules: ["role-multifactor", "role-all-conditions"]),
    .init(
      "\"This role applies to all authenticated users\"",
      [.action(.addRole), .command("role edit")], rules: ["role-applies-to-all"]),
    .init(
      "A minimum level of assurance at six stops",
      [.action(.addRole), .action(.signInAs), .command("role edit")],
      rules: ["role-level", "role-form-level", "level-six-stops", "level-of-kind"]),
    .init(
      "The default role of every new application", [.action(.newApplication), .command("app add")],
      rules: ["role-default", "role-default-level", "role-default-deleted"]),
    .init(
      "Groups linked to roles; members of inner groups count",
      [.action(.linkedGroups), .action(.roleHolders), .command("role link"), .command("why role")],
      rules: ["role-linked-group", "role-linked-nested", "role-link-once", "role-link-exists"]),
    .init(
      "The application's own account, and the groups it is in",
      [.actionIn(.memberships, .joinGroup), .command("group join")],
      rules: [
        "application-identity", "application-identity-free", "application-identity-member",
        "application-identity-kept",
      ]),
  ]

  private static let exchangeRows: [FidelityRow] = [
    .init(
      "Asking another application for the permission to exchange tokens toward it",
      [.action(.requestExchange), .command("permission request")],
      rules: [
        "exchange-source-asks", "exchange-registered", "exchange-itself", "exchange-once",
        "exchange-blocked", "exchange-public-source", "exchange-public-target",
        "exchange-automatic", "exchange-text-limits",
      ],
      "How a waiting request looks, its justification and its e-mails."),
    .init(
      "Granting it as the target's side, without being asked",
      [.action(.grantExchange), .command("permission grant")],
      rules: ["exchange-direct", "exchange-grant-answers", "exchange-granted-once"]),
    .init(
      "Approving and revoking; what is allowed and what is granted in two lists",
      [
        .action(.permissions), .action(.approve), .action(.revoke), .command("permission approve"),
        .command("permission revoke"),
      ],
      rules: [
        "exchange-target-decides", "exchange-direction", "exchange-administrators",
        "exchange-pending-only", "exchange-revoke", "exchange-revoke-granted",
      ], "The page of requests, and that administrators decide as owners do."),
    .init(
      "An exchange for an access, refresh or ID token",
      [.action(.runExchange), .command("exchange"), .path("/protocol/openid-connect/token")],
      rules: ["token-permission", "token-public-holder"],
      "CERN's page and Keycloak's code differ about ID tokens: `portal token profile` chooses."),
    .init(
      "Afterwards the target's roles alone, another aud, and azp",
      [.action(.runExchange), .action(.tokens), .command("exchange")],
      rules: ["token-roles-of-target", "token-audience", "token-level-carries-over"]),
    .init(
      "API access for machines: client credentials with an audience",
      [.path("/api-access/token")], rules: ["token-service", "token-service-box"]),
  ]

  private static let serviceRows: [FidelityRow] = [
    .init(
      "The claims that CERN documents", .part, [.action(.tokens), .command("token decode")],
      rules: [
        "token-no-roles", "token-person-id", "token-mail-upn", "token-no-groups", "token-orcid",
        "token-unix",
      ],
      "cern_identity_id is left out: it was seen in one token, and nothing public says what it holds."
    ),
    .init(
      "The errors for missing permission, unknown audience, bad tokens, public clients",
      [.action(.explain), .command("exchange"), .path("/protocol/openid-connect/token")],
      rules: ["token-permission", "token-public-holder", "token-disabled-user"],
      "The explanation; over HTTP there are the real service's words alone, and a header."),
    .init(
      "Lifetimes of tokens and sessions",
      [.action(.tokens), .path("/protocol/openid-connect/token")],
      rules: ["token-lifetime", "token-session", "token-snapshot", "client-lifetime"],
      "A client's own lifetime."),
    .init(
      "The device code, for public and confidential clients",
      [.path("/protocol/openid-connect/auth/device"), .path("/device")],
      rules: ["client-defaults"]),
    .init(
      "The Authorization Service's API", .none, [.action(.bridge)],
      "The screens say of each action which request it stands for, and how well that is known. The "
        + "command line with --json is this program's own interface."),
    .init(
      "A second portal for tests, QA", .part, [.command("scenario load")],
      "Any home is a portal of its own (PORTAL_HOME, --home); none is called QA."),
    .init(
      "Owner, administrators, states of life, transfer to the supervisor", .part,
      [
        .action(.transferApplication), .action(.acceptOwnership), .action(.blockApplication),
        .action(.departIdentity), .command("app transfer"), .command("app accept"),
        .command("app block"), .command("person depart"),
      ],
      rules: [
        "managers", "managers-nested", "transfer-accept", "transfer-answer", "transfer-decline",
        "transfer-keeps", "transfer-once", "transfer-to-account", "transfer-to-other",
        "transfer-withdraw", "pending-follows-transfer", "leave-official",
        "leave-supervisor-upward", "leave-personal", "leave-administrators", "leave-account",
        "application-block", "application-delete",
      ],
      "The transfer's screens; that blocking is the managers' (at CERN the service does it); nothing "
        + "happens by the passing of days, so nothing is archived or deleted after 180 of them."),
    .init(
      "Introspection, public keys, revocation",
      [
        .path("/protocol/openid-connect/token/introspect"), .path("/protocol/openid-connect/certs"),
        .path("/protocol/openid-connect/revoke"),
      ], rules: ["token-revoked-permission"]),
  ]
}
