import PortalModel
import Testing

@testable import portal

@Suite("Command line: everything that managers do")
struct PerformingTests {
  /// One after the other on one home: each is done, and says which command it was.
  static let accepted = [
    ("app add my-app --name Mine --category test --as carol", "register-application"),
    ("app edit my-app --description Trials --as carol", "edit-application"),
    ("app block my-app --as carol", "block-application"),
    ("app unblock my-app --as carol", "unblock-application"),
    ("app transfer my-app --to dave --as carol", "offer-ownership"),
    ("app decline my-app --as dave", "decline-ownership"),
    ("app transfer my-app --to dave --as carol", "offer-ownership"),
    ("app withdraw my-app --as carol", "withdraw-ownership"),
    ("app transfer my-app --to dave --as carol", "offer-ownership"),
    ("app accept my-app --as dave", "accept-ownership"),
    (
      "registration add my-app --redirect https://my.example/* --base-url https://my.example/ "
        + "--as dave", "register-oidc"
    ),
    ("registration edit my-app --redirect https://my.example/back --as dave", "edit-registration"),
    ("registration regenerate-secret my-app --yes --as dave", "regenerate-secret"),
    ("registration settings my-app --no-device-grant --as dave", "configure-client"),
    (
      "registration add-saml my-app --entity-id https://my.example/saml --acs-url "
        + "https://my.example/acs --as dave", "register-saml"
    ),
    ("registration edit-saml my-app --certificate MIIBCg== --as dave", "edit-saml"),
    ("registration delete-saml my-app --as dave", "delete-saml"),
    ("registration delete my-app --as dave", "delete-registration"),
    ("group add testers --name Testers --as dave", "create-group"),
    ("group edit testers --description Trials --as dave", "edit-group"),
    ("role add reader --app my-app --name Reader --loa guest --as dave", "define-role"),
    ("role edit reader --app my-app --mfa --as dave", "edit-role"),
    ("role link reader --app my-app --group testers --as dave", "link-group"),
    ("group join testers --user jdoe --as dave", "add-member"),
    ("group join testers --group web-team --as dave", "add-member"),
    ("group leave testers --user jdoe --as dave", "remove-member"),
    ("role unlink reader --app my-app --group testers --as dave", "unlink-group"),
    ("role delete reader --app my-app --as dave", "delete-role"),
    ("group delete testers --as dave", "delete-group"),
    ("person add newcomer --kind guest --given-name New --as dave", "create-identity"),
    ("person edit newcomer --mfa --language FR --as dave", "edit-identity"),
    ("person disable newcomer --as dave", "disable-identity"),
    ("person enable newcomer --as dave", "enable-identity"),
    ("person depart newcomer --as dave", "depart-identity"),
    ("person delete newcomer --as dave", "delete-identity"),
    ("app delete my-app --as dave", "delete-application"),
  ]

  @Test func eachVerbIsItsCommand() async throws {
    let home = await CommandLineHome.filled()
    let schemas = try DocumentedSchemas()
    var last: Int64 = 0
    for (line, command) in Self.accepted {
      let run = await home.run(line + " --json")
      let object = try #require(run.object, "\(line): \(run.output)\(run.errors)")
      #expect(run.status == .done, "\(line): \(run.output)")
      #expect(schemas.problems(in: object) == [], "\(line)")
      #expect(object["do", "command"]?.string == command, "\(line)")
      let journal = object["journal"]?.integer ?? 0
      #expect(journal > last, "\(line)")
      last = journal
    }
  }

  @Test(arguments: [
    ("app add front-end-app --name X --as bob", "application_exists"),
    ("app edit front-end-ap --name X --as bob", "unknown_application"),
    ("app edit front-end-app --name X --as bob", "not_manager"),
    ("app delete front-end-app --as bob", "not_manager"),
    ("app block front-end-app --as bob", "not_manager"),
    ("app unblock front-end-app --as bob", "not_manager"),
    ("app transfer front-end-app --to alice --as alice", "already_owner"),
    ("app accept front-end-app --as bob", "not_offered"),
    ("app decline front-end-app --as bob", "not_offered"),
    ("app withdraw front-end-app --as alice", "not_offered"),
    (
      "registration add front-end-app --redirect https://a.example/ --as alice",
      "registration_exists"
    ),
    ("registration edit front-end-app --type public --as bob", "not_manager"),
    (
      "registration regenerate-secret front-end-app --yes --as alice",
      "public_client_has_no_secret"
    ),
    ("registration regenerate-secret back-end-api --yes --as alice", "not_manager"),
    ("registration settings front-end-app --no-enabled --as bob", "not_manager"),
    (
      "registration settings back-end-api --access-token-lifetime 0 --as bob",
      "lifetime_out_of_range"
    ),
    (
      "registration settings back-end-api --web-origins https://a.example/b --as bob",
      "bad_list_entry"
    ),
    (
      "registration add-saml back-end-api --entity-id a --acs-url nowhere --as bob", "bad_address"
    ),
    ("registration edit-saml back-end-api --certificate MII --as bob", "not_saml_registered"),
    ("registration delete-saml back-end-api --as bob", "not_saml_registered"),
    ("registration delete front-end-app --as bob", "not_manager"),
    ("role add administrator --app front-end-app --name X --as alice", "role_exists"),
    ("role edit nothing --app front-end-app --mfa --as alice", "unknown_role"),
    ("role delete nothing --app front-end-app --as alice", "unknown_role"),
    (
      "role link administrator --app front-end-app --group frontend-admins --as alice",
      "already_linked"
    ),
    ("role unlink administrator --app front-end-app --group web-team --as alice", "not_linked"),
    ("group add web-team --name X --as bob", "group_exists"),
    ("group edit web-teams --name X --as bob", "unknown_group"),
    ("group delete web-teams --as bob", "unknown_group"),
    ("person edit nobody --mfa --as bob", "unknown_identity"),
    ("person edit service-account-back-end-api --mfa --as bob", "application_identity_is_kept"),
    ("group join web-team --group frontend-admins --as bob", "group_cycle"),
    ("group leave web-team --user bob --as bob", "not_member"),
    ("person add bob --as alice", "identity_exists"),
    ("person enable nobody --as alice", "unknown_identity"),
    ("person disable nobody --as alice", "unknown_identity"),
    ("person depart nobody --as alice", "unknown_identity"),
    ("person delete bob --as alice", "owns_applications"),
  ])
  func whatTheRulesForbidIsRefused(line: String, rule: String) async {
    let home = await CommandLineHome.filled()
    let before = await home.changes()
    let run = await home.run(line + " --json")
    #expect(await home.changes() == before, "nothing was written")
    #expect(run.status == .refused, "\(run.output)")
    #expect(run.object?["rule"]?.string == rule, "\(run.output)")
    let log = await home.run("log --kind refusals --json")
    #expect(log.object?["entries"]?.elements.count == 1, "the refusal stands in the log")
  }

  @Test func onlyTheNamedFieldsAreChanged() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run("app edit front-end-app --name Shop --no-administrators --as alice")
    _ = await home.run("role edit administrator --app front-end-app --loa cern --as alice")
    _ = await home.run("registration edit front-end-app --base-url https://b.example/ --as alice")
    let app = try #require(await home.run("app show front-end-app --json").object)
    #expect(app["name"]?.string == "Shop")
    #expect(app["administrators"] == .null)
    #expect(app["home_page"]?.string == "https://front-end-app.example.cern.ch")
    #expect(app["registration", "redirect_uris"]?.elements.count == 2)
    #expect(app["registration", "type"]?.string == "public")
    #expect(app["registration", "base_url"]?.string == "https://b.example/")
    let role = app["roles"]?.elements.first { $0["id"]?.string == "administrator" }
    #expect(role?["minimum_level"]?.string == "cern")
    #expect(role?["name"]?.string == "Administrator")
    #expect(role?["groups"]?.elements.count == 1)
  }

  @Test(arguments: [
    "app edit front-end-app --administrators web-team --no-administrators --as alice",
    "app add My-App --name X --as alice", "app add my-app --as alice", "app block front-end-app",
    "registration add my-app --redirect mysite --as alice",
    "role add reader --app my-app --name X --loa high --as alice",
    "group join web-team --as alice", "group join web-team --user bob --group testers --as alice",
    "person add newcomer --kind robot --as alice",
    "person edit bob --supervisor alice --no-supervisor --as alice",
    "person edit bob --person-id 7 --no-person-id --as alice",
    "registration settings back-end-api --no-enabled",
    "registration settings back-end-api --as bob",
    "registration settings back-end-api --access-token-lifetime soon --as bob",
    "registration settings back-end-api --permission-strategy some --as bob",
    "registration regenerate-secret back-end-api --as bob",
    "registration add-saml back-end-api --entity-id a --as bob",
    "registration edit-saml back-end-api --entity-id a --metadata - --as bob",
    "why role --app back-end-api --role backend_user",
    "group show web-team --after a --after-group b",
    "why role --user bob --all --app back-end-api --role backend_user", "app list --sort age",
    "app list --after No-App", "request list --waiting", "request approve --from a --as bob",
  ])
  func whatCannotBeMeantIsUsage(line: String) async {
    let home = await CommandLineHome.filled()
    let before = await home.changes()
    let run = await home.run(line + " --json")
    #expect(await home.changes() == before, "nothing was written")
    #expect(run.status == .usage, "\(run.output)")
    #expect(run.object?["kind"]?.string == "usage")
  }
}
