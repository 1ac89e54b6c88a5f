import PortalModel
import PortalScreens
import Testing

@testable import portal

@Suite("Command line: registrations")
struct RegistrationTests {
  /// Each setting as it is given, and what it then is in the JSON.
  static let changes: [(setting: ClientSetting, arguments: [String], value: JSONValue)] = [
    (.enabled, ["--no-enabled"], .bool(false)),
    (.consentRequired, ["--consent-required"], .bool(true)),
    (.fullScopeAllowed, ["--full-scope-allowed"], .bool(true)),
    (.ownAudience, ["--no-own-audience"], .bool(false)),
    (.extraAudiences, ["--extra-audiences", "a b"], .array([.string("a"), .string("b")])),
    (.webOrigins, ["--web-origins", ""], .array([])),
    (.defaultScopes, ["--default-scopes", "email"], .array([.string("email")])),
    (.optionalScopes, ["--optional-scopes", "phone"], .array([.string("phone")])),
    (.useRefreshTokens, ["--no-use-refresh-tokens"], .bool(false)),
    (.accessTokenLifetime, ["--access-token-lifetime", "60"], .integer(60)),
    (.permissionStrategy, ["--permission-strategy", "unanimous"], .string("unanimous")),
    (.standardExchange, ["--standard-exchange"], .bool(true)),
    (.standardExchangeRefresh, ["--standard-exchange-refresh"], .bool(true)),
    (.directAccessGrants, ["--direct-access-grants"], .bool(true)),
    (.deviceGrant, ["--no-device-grant"], .bool(false)),
    (.groupsClaim, ["--groups-claim"], .bool(true)),
  ]

  @Test func everySettingIsChangedAloneAndReadAgain() async throws {
    let home = await CommandLineHome.filled()
    #expect(Self.changes.map(\.setting) == ClientSetting.allCases)
    let read = ["registration", "settings", "back-end-api", "--json"]
    var expected = try #require(await home.run(read).object?["settings"])
    for (setting, arguments, value) in Self.changes {
      let run = await home.run(
        ["registration", "settings", "back-end-api", "--as", "bob", "--json"] + arguments)
      #expect(run.status == .done, "\(setting): \(run.output)")
      let name = setting.rawValue.split(separator: "-").joined(separator: "_")
      expected = expected.replacing(name, by: value)
      #expect(await home.run(read).object?["settings"] == expected, "\(setting)")
    }
    let shown = await home.run("app show back-end-api")
    #expect(shown.output.contains("access-token-lifetime: 60 s"))
    _ = await home.run("registration settings back-end-api --access-token-lifetime realm --as bob")
    #expect(await home.run(read).object?["settings", "access_token_lifetime"] == .null)
  }

  @Test func aChangedSettingIsObeyedByTheExchange() async {
    let home = await CommandLineHome.filled()
    _ = await home.run("permission grant --from front-end-app --to back-end-api --as bob")
    let line = "exchange --user jdoe --from front-end-app --to back-end-api"
    #expect(await home.run(line).status == .done)
    _ = await home.run("registration settings back-end-api --no-enabled --as bob")
    let refused = await home.run(line)
    #expect(refused.status == .refused && refused.output.contains("Client disabled"))
  }

  @Test func theTableSaysWhatEachSettingChanges() async {
    let text = await CommandLineHome.filled().run("registration settings back-end-api").output
    for setting in ClientSetting.allCases {
      #expect(text.contains(setting.rawValue) && text.contains(setting.effect))
    }
  }

  @Test func theSecretIsShownToThoseWhoManage() async throws {
    let home = await CommandLineHome.filled()
    let line = "registration secret back-end-api --as bob"
    let secret = try #require(await home.run(line + " --json").object?["secret"]?.string)
    #expect(await home.run(line).output == secret + "\n")
    let other = await home.run("registration secret back-end-api --as alice --json")
    #expect(other.object?["rule"]?.string == "not_manager")
    #expect(!other.output.contains(secret))
    let none = await home.run("registration secret front-end-app --as alice --json")
    #expect(none.object?["rule"]?.string == "public_client_has_no_secret")
  }

  @Test func aNewSecretIsMadeWithAWarningOnly() async throws {
    let home = await CommandLineHome.filled()
    let show = "registration secret back-end-api --as bob"
    let old = await home.run(show).output
    let line = "registration regenerate-secret back-end-api --as bob"
    let refused = await home.run(line, typed: "no")
    #expect(refused.status == .usage && refused.errors.contains("stops working at once"))
    #expect(await home.run(show).output == old)
    let done = await home.run(line, typed: "regenerate")
    let new = await home.run(show).output
    #expect(done.status == .done && new != old && !done.output.contains(new.dropLast()))
  }

  @Test func aSAMLRegistrationIsKeptBesideTheOther() async throws {
    let home = await CommandLineHome.filled()
    let pem = "-----BEGIN CERTIFICATE-----\nMIIB\nCg==\n-----END CERTIFICATE-----\n"
    let line =
      "registration add-saml back-end-api --entity-id https://a.example --acs-url "
      + "https://a.example/acs --certificate - --as bob"
    let added = await home.run(line, typed: pem)
    #expect(added.status == .done, "\(added.output)\(added.errors)")
    let app = try #require(await home.run("app show back-end-api --json").object)
    #expect(app["saml", "certificate"]?.string == "MIIBCg==")
    #expect(app["registration", "type"]?.string != nil)
    _ = await home.run("registration edit-saml back-end-api --acs-url https://a.example/b --as bob")
    let edited = try #require(await home.run("app show back-end-api --json").object)
    #expect(edited["saml", "consumer_url"]?.string == "https://a.example/b")
    #expect(edited["saml", "entity_id"]?.string == "https://a.example")
    #expect(await home.run("app list --filter =back-end-api").output.contains("SAML"))
  }

  static let metadata = """
    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://m.example">
    <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <AssertionConsumerService index="0" Location="https://m.example/acs"
      Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>
    </SPSSODescriptor></EntityDescriptor>
    """

  @Test func metadataIsReadFromAFileOrStandardInput() async throws {
    let home = await CommandLineHome.filled()
    let file = home.file("sp.xml", Self.metadata)
    let added = await home.run("registration add-saml back-end-api --metadata \(file) --as bob")
    #expect(added.status == .done, "\(added.output)\(added.errors)")
    let other = Self.metadata.replacing("https://m.example/acs", with: "https://n.example/acs")
    let edited = await home.run(
      "registration edit-saml back-end-api --metadata - --as bob", typed: other)
    #expect(edited.status == .done, "\(edited.output)")
    let app = try #require(await home.run("app show back-end-api --json").object)
    #expect(app["saml", "entity_id"]?.string == "https://m.example")
    #expect(app["saml", "consumer_url"]?.string == "https://n.example/acs")
  }

  @Test(arguments: [
    ("", "There is no metadata."), ("<a>", "Line 1: "),
    ("\n<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "Line 2: a document type"),
  ])
  func badMetadataIsASentenceAndWritesNothing(text: String, what: String) async {
    let home = await CommandLineHome.filled()
    let before = await home.changes()
    let run = await home.run(
      "registration add-saml back-end-api --metadata - --as bob --json", typed: text)
    #expect(run.status == .refused)
    #expect(run.object?["rule"]?.string == "bad_metadata")
    #expect(run.object?["what"]?.string?.hasPrefix(what) == true, "\(run.output)")
    #expect(await home.changes() == before)
  }

  @Test func anUnknownScopeIsNamedWithWhatIsNear() async {
    let run = await CommandLineHome.filled().run([
      "token", "login", "--user", "jdoe", "--client", "front-end-app", "--scope", "openid emial",
      "--json",
    ])
    #expect(run.status == .usage)
    #expect(run.object?["message"]?.string?.contains("Did you mean email?") == true)
  }
}

extension JSONValue {
  /// An object with another value of one member.
  fileprivate func replacing(_ name: String, by value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.name == name ? .init(name, value) : $0 })
  }
}
