extension PortalRule {
  static let tokens: [PortalRule] = [
    .init(
      "token-permission", .tokens, "Without a granted permission the exchange is refused.",
      .exchangePage),
    .init(
      "token-roles-of-target", .tokens,
      "An exchanged token carries the user's roles in the target, and no others.", .exchangePage),
    .init(
      "token-audience", .tokens,
      "After an exchange aud is the target and azp the requester; the user stays.", .keycloak),
    .init(
      "token-no-roles", .tokens,
      "Without roles resource_access is missing, not empty.", .oidc),
    .init(
      "token-level-carries-over", .tokens,
      "Level and second factor of the login count through an exchange.",
      .inferred("the exchange staying within the user's session")),
    .init(
      "token-required-exchange", .tokens,
      "An exchange toward a target whose required role the user lacks is granted, with a warning.",
      .invented),
    .init(
      "token-required-sign-in", .tokens,
      "Who lacks a required role cannot sign in to the application.", .screenshots),
    .init(
      "token-required-all", .tokens, "All required roles must be held.", .invented),
    .init(
      "token-snapshot", .tokens,
      "A token is a snapshot: a change of roles shows in tokens issued afterwards.", .users),
    .init(
      "token-blocked-source", .tokens,
      "A blocked application can neither exchange nor have users signed in.", .invented),
    .init(
      "token-blocked-target", .tokens, "Nothing is exchanged toward a blocked application.",
      .invented),
    .init(
      "token-disabled-user", .tokens, "A disabled account's tokens are refused.", .keycloak),
    .init(
      "token-revoked-permission", .tokens,
      "A revoked permission stops the next exchange; tokens that are out stay good.",
      .inferred("tokens being checked without asking the portal")),
    .init(
      "token-public-holder", .tokens,
      "A public client exchanges only tokens that were issued to it.", .keycloak),
    .init(
      "token-lifetime", .tokens, "An access token lives 20 minutes.", .limits),
    .init(
      "token-session", .tokens,
      "A session ends after 10 hours of idleness, and after 12 in any case.", .limits),
    .init(
      "token-person-id", .tokens,
      "Only primary accounts' tokens have cern_person_id.", .oidc),
    .init(
      "token-mail-upn", .tokens, "Only CERN's accounts' tokens have cern_mail_upn.", .oidc),
    .init(
      "token-no-groups", .tokens, "Groups are not in tokens.",
      .page("Group-based permissions")),
    .init(
      "token-groups-claim", .tokens,
      "After a ticket (a setting here) a client's ID tokens and userinfo have groups, inherited ones too; "
        + "its access tokens never have (that inherited ones count is invented).",
      .page("Group-based permissions")),
    .init(
      "token-orcid", .tokens,
      "Tokens of whoever has linked an ORCID iD have eduperson_orcid, others lack it.", .oidc),
    .init(
      "token-unix", .tokens,
      "cern_uid, cern_gid and home_institute stand in userinfo alone, where the account has them.",
      .users),
    .init(
      "token-service", .tokens,
      "API access needs no permission: sub is service-account-<client ID>, and nothing personal is "
        + "in it.", .access),
    .init(
      "token-service-box", .tokens,
      "API access needs the box \"My application will need to get tokens using its own client ID "
        + "and secret\".", .keycloak),
  ]
}
