import PortalModel
import PortalTestSupport

/// Rows for the tables of commands and refusals: SAML registrations and the service's own settings.
enum RegistrationCases {
  static let form = SAMLForm(
    entityID: "https://sp.example", consumerURL: "https://sp.example/acs", certificate: "MIIBCg==")
  static let other = SAMLForm(entityID: "urn:other", consumerURL: "https://o.example/acs")
  static let registered = SAMLRegistration(application: Story.frontEnd, form: form)
  static let add = Given(Story.alice, .registerSAML(Story.frontEnd, form))

  static let accepted: [AcceptedCommandTests.Case] = [
    .init(given: add, changes: [.insertSAML(registered)]),
    .init(
      before: [add], given: Given(Story.alice, .editSAML(Story.frontEnd, other)),
      changes: [.updateSAML(SAMLRegistration(application: Story.frontEnd, form: other))]),
    .init(before: [add], given: Given(Story.alice, .editSAML(Story.frontEnd, form)), changes: []),
    .init(
      before: [add], given: Given(Story.alice, .deleteSAML(Story.frontEnd)),
      changes: [.deleteSAML(Story.frontEnd)]),
  ]

  static func settings(_ change: (inout ClientSettings) -> Void) -> Given {
    var settings = ClientSettings()
    change(&settings)
    return Given(Story.alice, .configureClient(Story.frontEnd, settings))
  }

  static func changed(_ change: (inout SAMLForm) -> Void) -> Given {
    var form = form
    change(&form)
    return Given(Story.alice, .registerSAML(Story.frontEnd, form))
  }

  static let refused: [RefusalTests.Case] = [
    .init(add, .samlRegistrationExists(Story.frontEnd), before: [add]),
    .init(
      Given(Story.alice, .editSAML(Story.frontEnd, form)), .notSAMLRegistered(Story.frontEnd)),
    .init(Given(Story.alice, .deleteSAML(Story.frontEnd)), .notSAMLRegistered(Story.frontEnd)),
    .init(
      Given(Story.bob, .registerSAML(Story.backEnd, form)),
      .entityTaken(form.entityID, by: Story.frontEnd), before: [add]),
    .init(changed { $0.entityID = " " }, .fieldEmpty(.entityID)),
    .init(changed { $0.entityID = "a b" }, .badAddress(.entityID, .blank)),
    .init(
      changed { $0.entityID = String(repeating: "x", count: 1025) },
      .fieldTooLong(.entityID, maximum: 1024)),
    .init(changed { $0.consumerURL = "ftp://x" }, .badAddress(.consumerURL, .scheme("ftp"))),
    .init(changed { $0.certificate = "not base64" }, .badCertificate),
    .init(changed { $0.certificate = "MII" }, .badCertificate),
    .init(settings { $0.extraAudiences = [""] }, .badListEntry(.audience, "")),
    .init(settings { $0.extraAudiences = ["a", "a"] }, .badListEntry(.audience, "a")),
    .init(settings { $0.defaultScopes = ["a b"] }, .badListEntry(.scope, "a b")),
    .init(settings { $0.optionalScopes = ["a\u{7}"] }, .badListEntry(.scope, "a\u{7}")),
    .init(
      settings { $0.webOrigins = ["https://a.example/path"] },
      .badListEntry(.webOrigin, "https://a.example/path")),
    .init(
      settings { $0.extraAudiences = (0...100).map { "a\($0)" } },
      .listTooLong(.audience, maximum: 100)),
  ]
}
