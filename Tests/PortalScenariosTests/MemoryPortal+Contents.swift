import PortalModel
import PortalScenarios

@testable import PortalTestSupport

extension MemoryPortal {
  /// Everything that the portal holds, in an order that does not depend on how it came there.
  var contents: PortalContents {
    let facts = facts
    var contents = PortalContents()
    contents.identities = facts.identities.values.sorted { $0.id < $1.id }
    contents.groups = facts.groups.values.sorted { $0.id < $1.id }
    contents.memberships = facts.members.sorted { "\($0)" < "\($1)" }
    contents.applications = facts.applications.values.sorted { $0.id < $1.id }
    contents.ownershipOffers = facts.offers.values.sorted { $0.application < $1.application }
    contents.registrations = facts.registrations.values.sorted { $0.application < $1.application }
    contents.roles = facts.roles.values.flatMap(\.values).sorted {
      ($0.application, $0.id) < ($1.application, $1.id)
    }
    contents.roleLinks = facts.links.sorted {
      ($0.application, $0.role, $0.group) < ($1.application, $1.role, $1.group)
    }
    contents.permissions = facts.permissions.values.flatMap(\.self).sorted {
      ($0.direction.source, $0.direction.target, $0.round)
        < ($1.direction.source, $1.direction.target, $1.round)
    }
    contents.secrets = facts.secrets
    return contents
  }

  /// A portal that a scenario was loaded into, its secrets included.
  static func loading(_ scenario: Scenario, at now: Instant = Story.start) throws -> MemoryPortal {
    let secrets = scenario.secrets
    let portal = MemoryPortal { client, draw in secrets[client] ?? "\(client.text)-secret-\(draw)" }
    try portal.perform(
      .loadScenario(scenario.script(at: now)), as: IdentityIdentifier(trusted: "test"), at: now)
    return portal
  }
}
