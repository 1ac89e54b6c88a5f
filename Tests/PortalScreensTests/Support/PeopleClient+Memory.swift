import PortalModel
import PortalScreens
import PortalTestSupport

extension PeopleClient {
  /// A client over a portal in memory, with everything done the obvious way and on one page.
  static func memory(_ portal: MemoryPortal) -> PeopleClient {
    PeopleClient(
      list: { query in
        let rows: [DirectoryRow] =
          switch query.kind {
          case .identities:
            portal.facts.allIdentities.filter { $0.kind != .application }
              .map(DirectoryRow.identity)
          case .groups: portal.facts.allGroups.map(DirectoryRow.group)
          }
        let found = rows.filter { fits(query.filter, [$0.id]) }
        return KeyedPage(rows: found, total: .exactly(found.count), unfiltered: rows.count)
      },
      person: { id in
        let facts = portal.facts
        guard let identity = facts.identity(id) else { return nil }
        let memberships = facts.memberships(from: .identity(id))
        let owned = facts.allApplications.filter { $0.owner == id }
        return PersonDetail(
          identity: identity, memberships: memberships, groupNames: names(memberships, facts),
          owned: owned.map { .init(id: $0.id, name: $0.name, blocked: $0.blocked) },
          ownedTotal: .exactly(owned.count))
      },
      roles: { query in
        let facts = portal.facts
        let findings = try facts.allApplications.flatMap {
          try roleFindings(of: query.person, signedIn: query.signIn, in: $0.id, facts: facts)
        }
        return KeyedPage(
          rows: findings.filter {
            $0.source != nil && (query.includesOpen || $0.source != .appliesToAll)
          }.map { PersonRole(finding: $0, name: "") })
      },
      group: { id in
        let facts = portal.facts
        guard let group = facts.group(id) else { return nil }
        let memberships = facts.memberships(from: .group(id))
        let members = facts.members(of: id)
        let groups = members.filter { if case .group = $0 { true } else { false } }.count
        return GroupDetail(
          group: group, memberships: memberships, groupNames: names(memberships, facts),
          people: .exactly(members.count - groups), groups: .exactly(groups),
          administers: facts.allApplications.filter { $0.administrators == id }.map(\.id))
      },
      members: { query in
        let facts = portal.facts
        let rows = facts.members(of: query.group).map { member in
          switch member {
          case .identity(let id):
            let identity = facts.identity(id)
            return GroupMember(
              member: member, name: identity?.displayName ?? "", kind: identity?.kind)
          case .group(let id):
            return GroupMember(
              member: member, name: facts.group(id)?.displayName ?? "", kind: nil)
          }
        }.sorted { $0.key < $1.key }
        return KeyedPage(rows: rows, total: .exactly(rows.count))
      },
      groupRoles: { query in
        let facts = portal.facts
        let closure = GroupClosure(
          of: .group(query.group), memberships: facts.memberships(from: .group(query.group)))
        let links = facts.allApplications.flatMap { facts.roleLinks(of: $0.id) }
          .filter { $0.group == query.group || closure.contains($0.group) }
        return KeyedPage(
          rows: links.map { GroupRole(link: $0, name: "", path: closure.path(to: $0.group)) })
      })
  }

  private static func names(
    _ memberships: [Membership], _ facts: MemoryFacts
  ) -> [GroupIdentifier: String] {
    Dictionary(
      memberships.map { ($0.group, facts.group($0.group)?.displayName ?? "") },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Whether one of some texts fits a filter, the obvious way.
func fits(_ filter: String, _ texts: [String]) -> Bool {
  let text = filter.drop { "^=".contains($0) }.lowercased()
  return text.isEmpty
    || texts.map { $0.lowercased() }.contains {
      switch filter.first {
      case "^": $0.hasPrefix(text)
      case "=": $0 == text
      default: $0.contains(text)
      }
    }
}
