extension PortalRule {
  static let exchange: [PortalRule] = [
    .init(
      "exchange-target-decides", .exchange,
      "The target's side decides who may exchange tokens toward it.", .exchangePage),
    .init(
      "exchange-source-asks", .exchange, "Only the source's side asks.", .exchangePage),
    .init(
      "exchange-direction", .exchange, "A permission counts in its direction only.", .code),
    .init(
      "exchange-administrators", .exchange,
      "Owner and administrators decide alike.",
      .inferred("administrators managing as the owner does")),
    .init(
      "exchange-automatic", .exchange,
      "Who asks and may decide for the target has it granted at once, as in CERN's account portal.",
      .invented),
    .init(
      "exchange-direct", .exchange, "The target's side grants without being asked.",
      .screenshots),
    .init(
      "exchange-grant-answers", .exchange, "Granting what was asked for approves the request.",
      .invented),
    .init(
      "exchange-itself", .exchange, "Nobody asks for a permission toward itself.", .invented),
    .init(
      "exchange-once", .exchange, "One request of a direction waits at a time.", .invented),
    .init(
      "exchange-granted-once", .exchange,
      "What is granted is neither asked for nor granted again.", .invented),
    .init(
      "exchange-registered", .exchange,
      "Both ends exist and have an OIDC registration.", .code),
    .init(
      "exchange-blocked", .exchange,
      "A blocked application takes part in no new permission, at either end.", .invented),
    .init(
      "exchange-blocked-no", .exchange,
      "A request from or toward a blocked application can still be rejected and withdrawn.",
      .invented),
    .init(
      "exchange-public-source", .exchange,
      "A public client may ask and be granted.", .exchangePage),
    .init(
      "exchange-public-target", .exchange,
      "A public client may be the target.", .invented),
    .init(
      "exchange-pending-only", .exchange,
      "Only a waiting request is approved, rejected or withdrawn.", .invented),
    .init(
      "exchange-reject-reason", .exchange, "A rejection has a reason.", .invented),
    .init(
      "exchange-withdraw", .exchange, "The source's side takes back a request that waits.",
      .invented),
    .init(
      "exchange-revoke", .exchange, "The target's side takes a grant back, with or without reason.",
      .screenshots),
    .init(
      "exchange-revoke-granted", .exchange, "Only what is granted is revoked.", .code),
    .init(
      "exchange-again", .exchange,
      "After a no, a withdrawal or a revocation it can be asked for again; earlier rounds are kept.",
      .invented),
    .init(
      "exchange-text-limits", .exchange,
      "Justifications and reasons have at most 2,000 characters.", .invented),
    .init(
      "exchange-registration-gone", .exchange,
      "Permissions both ways go with a registration, and do not come back with a new one.",
      .invented),
  ]
}
