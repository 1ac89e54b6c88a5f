import Foundation
import PortalData
import PortalModel
import PortalScenarios
import PortalTestSupport
import Testing

@Suite struct EmbeddedScenarioTests {
  static let names = PortalData.scenarios.map(\.name)

  static func scenario(_ name: String) throws -> Scenario {
    let embedded = try #require(PortalData.scenarios.first { $0.name == name })
    return try Scenario.parse(embedded.text, name: name)
  }

  @Test func tableAndFolderAgree() throws {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../data/scenarios")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == PortalData.scenarios.map { $0.name + ".yaml" })
    for scenario in PortalData.scenarios {
      let file = try Data(contentsOf: folder.appending(path: scenario.name + ".yaml"))
      #expect(Array(file) == scenario.bytes, "\(scenario.name)")
    }
  }

  @Test func firstScenarioIsThere() {
    #expect(Self.names.contains(PortalData.firstScenario))
  }

  @Test(arguments: names) func isAcceptedByTheRules(name: String) throws {
    let scenario = try Self.scenario(name)
    #expect(!scenario.title.isEmpty)
    #expect(!scenario.description.isEmpty)
    let portal = try MemoryPortal.loading(scenario)
    #expect(!portal.contents.identities.isEmpty)
  }

  /// Who acted must be able to act again today, but for those who left.
  @Test(arguments: names) func everyRoundCanBeTold(name: String) throws {
    let portal = try MemoryPortal.loading(try Self.scenario(name))
    for round in portal.contents.permissions where round.state == .pending {
      let target = try #require(portal.facts.application(round.direction.target))
      #expect(try !manages(round.openedBy, target, facts: portal.facts), "\(round)")
    }
  }

  @Test(arguments: names) func exportGivesTheSamePortal(name: String) throws {
    let portal = try MemoryPortal.loading(try Self.scenario(name))
    let text = Scenario.export(portal.contents)
    let again = try MemoryPortal.loading(
      try Scenario.parse(text, name: name), at: Story.start.advanced(seconds: 999))
    #expect(again.contents == portal.contents)
  }
}
