import PortalModel
import PortalScenarios
import PortalTestSupport

extension MemoryPortal {
  /// Everything that the portal holds, in an order that does not depend on how it came there.
  var contents: PortalContents { facts.contents }

  /// A portal that a scenario was loaded into, its secrets included.
  static func loading(_ scenario: Scenario, at now: Instant = Story.start) throws -> MemoryPortal {
    let secrets = scenario.secrets
    let portal = MemoryPortal { client, draw in secrets[client] ?? "\(client.text)-secret-\(draw)" }
    try portal.perform(
      .loadScenario(scenario.script(at: now)), as: IdentityIdentifier(trusted: "test"), at: now)
    return portal
  }
}
