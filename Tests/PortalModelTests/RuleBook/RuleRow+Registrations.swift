import PortalModel
import PortalTestSupport

extension RuleRow {
  private static let bare = Given(Story.bob, Name.application())
  private static let added = Given(Story.bob, Name.application(registration: Name.form))
  private static let saml = RegistrationCases.add
  private static let back = ExchangeDirection(source: Story.backEnd, target: Story.frontEnd)

  private static func form(_ change: (inout RegistrationForm) -> Void) -> Given {
    var form = Name.form
    change(&form)
    return Given(Story.bob, Name.application(registration: form))
  }

  private static func kind(_ kind: ClientKind) -> Given {
    var form = Name.form
    form.kind = kind
    return Given(Story.bob, .editRegistration(Name.shop, form))
  }

  private static func metadata(_ change: (inout SAMLForm) -> Void) -> Given {
    RegistrationCases.changed(change)
  }

  static let registrations: [RuleRow] = [
    .init(
      "registration-optional",
      .accepted(bare) {
        $0.registration(of: Name.shop) == nil && $0.samlRegistration(of: Name.shop) == nil
      },
      otherwise: .refused(
        Given(Story.bob, .regenerateSecret(Name.shop)), .notRegistered(Name.shop), after: [bare])),
    .init(
      "registration-oidc-once",
      .accepted(Given(Story.bob, .registerOIDC(Name.shop, Name.form)), after: [bare]) {
        $0.registration(of: Name.shop) != nil
      },
      otherwise: .refused(
        Given(Story.bob, .registerOIDC(Name.shop, Name.form)), .registrationExists(Name.shop),
        after: [added])),
    .init(
      "registration-saml-once",
      .accepted(saml) { $0.samlRegistration(of: Story.frontEnd)?.form == RegistrationCases.form },
      otherwise: .refused(saml, .samlRegistrationExists(Story.frontEnd), after: [saml])),
    .init(
      "registration-both",
      .accepted(saml) {
        $0.registration(of: Story.frontEnd) != nil && $0.samlRegistration(of: Story.frontEnd) != nil
      },
      otherwise: .refused(
        Given(Story.alice, .deleteSAML(Story.frontEnd)), .notSAMLRegistered(Story.frontEnd))),
    .init(
      "redirect-uri-needed", .accepted(added),
      otherwise: .refused(form { $0.redirectURIs = [] }, .redirectURIMissing)),
    .init(
      "redirect-uri-twice",
      .accepted(form { $0.redirectURIs += [Name.redirect("https://back.example/in")] }) {
        $0.registration(of: Name.shop)?.redirectURIs.count == 2
      },
      otherwise: .refused(
        form { $0.redirectURIs += [Name.back] }, .redirectURITwice(Name.back))),
    .init(
      "redirect-uri-wildcard", .seen { RedirectURI.problem(in: "https://host/*") == nil },
      otherwise: .seen {
        RedirectURI.problem(in: "https://host/*/in") == .wildcard
          && RedirectURI.problem(in: "https://*") == .hostMissing
      }),
    .init(
      "redirect-uri-native",
      .seen { RedirectURI.problem(in: "ch.cern.myapp:/oauth2redirect") == nil },
      otherwise: .seen {
        RedirectURI.problem(in: "com.example.myapp:/oauth2redirect")
          == .scheme("com.example.myapp")
      }),
    .init(
      "redirect-uri-local",
      .accepted(form { $0.redirectURIs = [Name.redirect("http://localhost:5000/*")] }) {
        $0.registration(of: Name.shop)?.redirectURIs.first?.isLocalhost == true
      },
      otherwise: .seen { !Name.back.isLocalhost }),
    .init(
      "base-url",
      .accepted(
        Given(
          Story.bob,
          Name.application(
            homePage: "https://home.cern.ch",
            registration: RegistrationForm(kind: .public, redirectURIs: [Name.back])))
      ) { $0.registration(of: Name.shop)?.baseURL == "https://home.cern.ch" },
      otherwise: .refused(form { $0.baseURL = "" }, .baseURLMissing)),
    .init(
      "client-kinds",
      .accepted(added) {
        ClientKind.allCases.map(\.hasSecret) == [true, false, true]
          && $0.registration(of: Name.shop)?.kind == .confidential
      },
      // Both boxes at once is a kind that there is none of.
      otherwise: .seen { ClientKind(rawValue: "public-with-client-credentials") == nil }),
    .init(
      "client-kind-changes",
      .accepted([added, kind(.public), kind(.confidential)]) {
        $0.secret(of: Name.shop) == "shop-secret-2"
      },
      otherwise: .accepted(kind(.public), after: [added]) { $0.secret(of: Name.shop) == nil }),
    .init(
      "secret-public", .accepted(added) { $0.secret(of: Name.shop) != nil },
      otherwise: .refused(
        Given(Story.alice, .regenerateSecret(Story.frontEnd)),
        .publicClientHasNoSecret(Story.frontEnd))),
    .init(
      "secret-regenerate",
      .accepted(Given(Story.bob, .regenerateSecret(Name.shop)), after: [added]) {
        $0.secret(of: Name.shop) == "shop-secret-2"
      },
      otherwise: .notManager(
        Given(Story.alice, .regenerateSecret(Name.shop)), of: Name.shop, owner: Story.bob,
        after: [added])),
    .init(
      "registration-delete",
      .accepted(Given(Story.bob, .deleteRegistration(Story.backEnd)), after: [Name.granted]) {
        $0.secret(of: Story.backEnd) == nil && $0.permissions(of: Story.backEnd).isEmpty
      },
      otherwise: .refused(
        Given(Story.bob, .deleteRegistration(Name.shop)), .notRegistered(Name.shop), after: [bare])),
    .init(
      "saml-entity", .accepted(metadata { $0.entityID = "urn:x" }),
      otherwise: .refused(
        metadata { $0.entityID = "a b" }, .badAddress(.entityID, .blank))),
    .init(
      "saml-entity-unique",
      .accepted(saml) { $0.application(ofEntity: "https://sp.example") == Story.frontEnd },
      otherwise: .refused(
        Given(Story.bob, .registerSAML(Story.backEnd, RegistrationCases.form)),
        .entityTaken("https://sp.example", by: Story.frontEnd), after: [saml])),
    .init(
      "saml-consumer", .accepted(metadata { $0.consumerURL = "http://x/acs" }),
      otherwise: .refused(
        metadata { $0.consumerURL = "ftp://x" }, .badAddress(.consumerURL, .scheme("ftp")))),
    .init(
      "saml-outside",
      .accepted(saml) {
        $0.samlRegistration(of: Story.frontEnd)?.form.hostsOutside == ["sp.example"]
      },
      otherwise: .seen {
        ["https://sp.cern.ch/saml", "https://cern.ch", "urn:other"].allSatisfy {
          SAMLForm(entityID: $0, consumerURL: "https://A.CERN.CH:8443/acs").hostsOutside.isEmpty
        }
          && SAMLForm(entityID: "urn:x", consumerURL: "https://u@evilcern.ch/").hostsOutside
            == ["evilcern.ch"]
      }),
    .init(
      "saml-certificate", .accepted(metadata { $0.certificate = "" }),
      otherwise: .refused(metadata { $0.certificate = "not base64" }, .badCertificate)),
  ]

  private static func configured(_ change: (inout ClientSettings) -> Void) -> Given {
    RegistrationCases.settings(change)
  }

  static let settings: [RuleRow] = [
    .init(
      "client-defaults",
      .accepted(added) {
        let settings = $0.registration(of: Name.shop)?.settings
        return settings?.webOrigins == ["+"] && settings?.consentRequired == false
          && settings?.deviceGrant == true && settings?.ownAudience == true
          && settings?.optionalScopes == ["address", "offline_access", "phone"]
      },
      otherwise: .accepted(configured { $0.deviceGrant = false }) {
        $0.registration(of: Story.frontEnd)?.settings != ClientSettings()
      }),
    .init(
      "client-settings-kept",
      .accepted([
        configured { $0.accessTokenLifetime = 60 },
        Given(Story.alice, .editRegistration(Story.frontEnd, Name.form)),
      ]) { $0.registration(of: Story.frontEnd)?.settings.accessTokenLifetime == 60 },
      otherwise: .accepted([
        configured { $0.accessTokenLifetime = 60 },
        Given(Story.alice, .deleteRegistration(Story.frontEnd)),
        Given(Story.alice, .registerOIDC(Story.frontEnd, Name.form)),
      ]) { $0.registration(of: Story.frontEnd)?.settings == ClientSettings() }),
    .init(
      "client-settings-registered", .accepted(configured { $0.enabled = false }),
      otherwise: .refused(
        Given(Story.bob, .configureClient(Name.shop, ClientSettings())),
        .notRegistered(Name.shop), after: [bare])),
    .init(
      "client-lifetime", .accepted(configured { $0.accessTokenLifetime = 43_200 }),
      otherwise: .refused(
        configured { $0.accessTokenLifetime = 43_201 },
        .lifetimeOutOfRange(43_201, allowed: 1...43_200))),
    .init(
      "client-lists", .accepted(configured { $0.extraAudiences = (1...100).map { "a\($0)" } }),
      otherwise: .refused(
        configured { $0.extraAudiences = (0...100).map { "a\($0)" } },
        .listTooLong(.audience, maximum: 100))),
    .init(
      "client-origins", .accepted(configured { $0.webOrigins = ["+", "https://a.example:8443"] }),
      otherwise: .refused(
        configured { $0.webOrigins = ["https://a.example/path"] },
        .badListEntry(.webOrigin, "https://a.example/path"))),
  ]
}
