import PortalModel
import PortalScenarios
import PortalTestSupport
import Testing

@Suite struct ScenarioScriptTests {
  static let now = Instant(seconds: 1_700_000_000)

  @Test(arguments: [
    ("now", nil), ("0 seconds ago", now), ("1 second ago", now.advanced(seconds: -1)),
    ("90 minutes ago", now.advanced(seconds: -5400)),
    ("2  hours ago", now.advanced(seconds: -7200)),
    ("3 days ago", now.advanced(seconds: -259_200)),
    ("1 week ago", now.advanced(seconds: -604_800)),
    ("2026-11-22T10:15:00.250+01:00", Instant(rfc3339: "2026-11-22T09:15:00.250Z")),
  ])
  func timesAreRead(text: String, instant: Instant?) throws {
    let scenario = try Scenario.parse(
      """
      format: portal.scenario/1
      identities: {ann: {}}
      applications: {shop: {name: Shop, owner: ann, created: \(text)}}
      """, name: "times")
    let step = try #require(
      scenario.script(at: Self.now).steps.first { $0.identity == ExportTests.ann })
    #expect(step.at == instant)
  }

  @Test(arguments: [
    "soon", "3 days", "-3 days ago", "3.5 days ago", "three days ago", "3 months ago", "days ago",
    "9999999 days ago", "2026-02-30T00:00:00Z", "2026-11-22", "now ago",
  ])
  func otherTimesAreRefused(text: String) {
    #expect(ScenarioTime(text) == nil)
  }

  /// Rules that only loading can ask about still lead back to a line.
  @Test func aRefusedStepHasALine() throws {
    let scenario = try Scenario.parse(ScenarioErrorTests.sound, name: "sound")
    let steps = scenario.script(at: Self.now).steps
    let lines = steps.indices.map { scenario.line(ofStep: $0 + 1) }
    #expect(!lines.contains(nil))
    #expect(scenario.line(ofStep: 0) == nil)
    #expect(scenario.line(ofStep: steps.count + 1) == nil)
    for (step, line) in zip(steps, lines) {
      switch step.command {
      case .createIdentity(let identity) where identity.id == ExportTests.ben: #expect(line == 4)
      case .registerApplication(let form) where form.id == ExportTests.shop: #expect(line == 11)
      case .requestExchange: #expect(line == 29)
      default: break
      }
    }
  }

  @Test func theDefaultRoleStaysUnlessItIsDeleted() throws {
    let portal = try MemoryPortal.loading(
      try Scenario.parse(ScenarioErrorTests.sound, name: "sound"))
    let roles = portal.facts.roles(of: ExportTests.shop)
    #expect(roles.map(\.id.text) == ["buyer", "default-role"])
    #expect(roles.last == .defaultRole(of: ExportTests.shop))
  }

  @Test func theFieldsOfTheDefaultRoleThatAreNotWrittenStay() throws {
    let text = ScenarioErrorTests.sound.replacing(
      "      buyer:", with: "      default-role: {required: false}\n      buyer:")
    let portal = try MemoryPortal.loading(try Scenario.parse(text, name: "sound"))
    var expected = Role.defaultRole(of: ExportTests.shop)
    expected.required = false
    #expect(portal.facts.role(.defaultRole, of: ExportTests.shop) == expected)
  }
}
