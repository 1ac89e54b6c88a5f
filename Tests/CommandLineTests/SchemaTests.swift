import PortalModel
import Testing

@testable import portal

@Suite("Command line: JSON as documented")
struct SchemaTests {
  /// Commands one after the other on one home, until every schema was seen.
  static let lines = [
    "app list --limit 3", "app list --filter zzzz", "app show front-end-app", "app show reports",
    "exchange --user jdoe --from front-end-app --to back-end-api",
    "permission request --from front-end-app --to back-end-api --as alice --reason calls",
    "exchange --user jdoe --from front-end-app --to back-end-api",
    "permission approve --from front-end-app --to back-end-api --as alice",
    "permission approve --from front-end-app --to back-end-api --as bob",
    "exchange --user jdoe --from front-end-app --to back-end-api",
    "exchange --user jdoe --from reports --to back-end-api",
    "exchange --user jdoe --from front-end-app --to old-survey",
    "exchange --user jdoe --from front-end-app --to nowhere",
    "exchange --user jdoe --from front-end-app --to front-end-app",
    "permission list", "permission list --app back-end-api", "app show back-end-api", "log",
    "undo --as bob", "redo --as bob", "redo --as bob", "undo --as alice", "undo --id 2 --as alice",
    "undo --id 2 --as alice --with-dependents", "return --to 1 --as alice", "undo --id 0 --as bob",
    "log --kind refusals --person bob", "log --app back-end-api --since 2h",
    "log --follow --limit 1", "log --since yesterday", "log --kind all",
    "token login --user jdoe --client front-end-app", "token login --user jdoe --client nowhere",
    "token login --user nobody --client front-end-app", "token decode nothing",
    "token verify --for back-end-api nothing", "token profile", "token profile keycloak-v2",
    "token reuse 0", "token reuse often", "token reuse unlimited",
    "exchange --user jdoe --from front-end-app --to back-end-api", "token profile cern",
    "scenario list", "scenario check empty", "scenario load chain", "scenario export",
    "app show nowhere", "app frobnicate", "--help", "--version", "reset --yes", "config check",
    "serve --port 0", "why role --user jdoe --app back-end-api --role backend_user",
    "why role --user alice --app back-end-api --role backend_user --loa guest --no-mfa",
    "group delete web-team --as bob --dry-run",
    "group add testers --name Testers --as bob", "group add testers --name Testers --as bob",
    "person list", "person list --filter zzzz", "person list --limit 1", "person show jdoe",
    "person show alice", "person show service-account-back-end-api", "group list --limit 1",
    "group list", "group show web-team", "group show frontend-admins --limit 1",
    "app list --mine --as alice --category official --sort owner",
    "registration settings back-end-api", "registration secret back-end-api --as bob",
    "registration settings back-end-api --access-token-lifetime 60 --as bob",
    "registration add-saml back-end-api --entity-id a --acs-url https://a.example/acs --as bob",
    "app transfer back-end-api --to alice --as bob", "app show back-end-api",
    "request list --as alice", "request list --sent --as bob", "request list --decided --as alice",
    "permission request --from front-end-app --to back-end-api --as alice",
    "request show --from front-end-app --to back-end-api",
    "request show --from back-end-api --to reports",
    "why role --all --app back-end-api --role backend_user",
    "why role --group web-team --app front-end-app --role administrator --standing lacks",
    "",
  ]

  @Test func everyOutputFitsItsSchema() async throws {
    let home = await CommandLineHome.filled()
    let bad = home.file("bad.yaml", "nothing: here\n")
    let schemas = try DocumentedSchemas()
    var seen: Set<String> = []
    let copy = home.file("copy.sqlite")
    let people = home.file("people.txt", "bob\nalice\n")
    let files =
      [
        "screenshot --svg \(bad).svg", "scenario check \(bad)", "doctor", "backup \(copy)",
        "restore \(copy) --yes", "group join web-team --users \(people) --as bob",
      ]
      + ["compact --keep 0 --yes"]
    for line in Self.lines + files {
      let run = await home.run(line + " --json")
      let object = try #require(run.object, "\(line): \(run.output)\(run.errors)")
      #expect(schemas.problems(in: object) == [], "\(line)")
      #expect(run.output.hasPrefix("{\"schema\":\"portal."), "\(line)")
      seen.insert(object["schema"]?.string ?? "")
    }
    #expect(schemas.names.subtracting(seen) == [], "no command shows these schemas")
  }

  @Test func theValidatorSeesWhatIsWrong() throws {
    let schemas = try DocumentedSchemas()
    let text = JSONValue.object([
      .init("schema", .string("portal.text/1")), .init("text", .integer(1)),
      .init("more", .null),
    ])
    #expect(schemas.problems(in: text).count == 2)
    #expect(schemas.problems(in: .object([])).count == 1)
    let error = JSONValue.object([
      .init("schema", .string("portal.error/1")), .init("kind", .string("else")),
      .init("code", .string("x")),
    ])
    #expect(schemas.problems(in: error).count == 2)
  }

  @Test func membersStandInTheSameOrderEachTime() async {
    let line = "exchange --user jdoe --from front-end-app --to back-end-api --json --seed 1"
    let one = await CommandLineHome.filled().run(line)
    let other = await CommandLineHome.filled().run(line)
    #expect(!one.output.isEmpty && one.output == other.output)
  }
}
