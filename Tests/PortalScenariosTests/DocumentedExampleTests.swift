import Foundation
import PortalScenarios
import PortalTestSupport
import Testing

/// The example in `Docs/scenarios.md` is read, accepted by the rules, and complete.
@Suite struct DocumentedExampleTests {
  private static func example() throws -> String {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../Docs/scenarios.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let begin = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "\n```", range: begin.upperBound..<page.endIndex))
    return String(page[begin.upperBound..<end.lowerBound])
  }

  @Test func isAPortal() throws {
    let scenario = try Scenario.parse(try Self.example(), name: "example")
    let portal = try MemoryPortal.loading(scenario)
    let again = try Scenario.parse(Scenario.export(portal.contents), name: "export")
    #expect(try MemoryPortal.loading(again).contents == portal.contents)
  }

  @Test func everyKeyStandsThere() throws {
    let example = try Self.example()
    for key in try Self.allKeys() where key != "automatic" {
      #expect(example.contains("\(key):"), "\(key)")
    }
  }

  /// The keys that the reader allows, asked for by one that it does not.
  private static func allKeys() throws -> Set<String> {
    let text = """
      x: 1
      identities: {ann: {x: 1}}
      groups: {gg: {x: 1}}
      applications:
        shop: {owner: ann, x: 1, registration: {x: 1, settings: {x: 1}}, roles: {role: {x: 1}}}
      exchange-permissions:
        - {x: 1, from: shop, to: shop, state: rejected, requested: {x: 1}, decided: {x: 1}}
      """
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "keys") }
    var keys: Set<String> = []
    for problem in try #require(error).problems {
      if case .unknownKey("x", let allowed, _) = problem.kind { keys.formUnion(allowed) }
    }
    #expect(keys.count > 40)
    return keys
  }
}
