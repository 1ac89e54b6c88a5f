import PortalModel
import PortalScreens
import PortalStore

extension PeopleClient {
  /// The client that asks a database. Its errors are the store's.
  static func live(_ database: PortalDatabase) -> PeopleClient {
    PeopleClient(
      list: { query in
        let position = PortalStore.KeyPosition(query.position)
        switch query.kind {
        case .identities:
          return KeyedPage(
            try database.identities(filter: query.filter, at: position, limit: query.limit)
          ) { DirectoryRow.identity($0) }
        case .groups:
          return KeyedPage(
            try database.groups(filter: query.filter, at: position, limit: query.limit)
          ) { DirectoryRow.group($0) }
        }
      },
      person: { id in try database.person(id).map(PersonDetail.init) },
      roles: { query in
        let page = try database.roleFindings(
          of: query.person, signedIn: query.signIn, includesOpen: query.includesOpen,
          at: PortalStore.KeyPosition(inclusive: query.position), limit: query.limit)
        return KeyedPage(flattening: page) { PersonRole(finding: $0.finding, name: $0.name) }
      },
      group: { id in try database.groupPage(id).map(GroupDetail.init) },
      members: { query in
        let page = try database.members(
          of: query.group, at: MemberPosition(query.position), limit: query.limit)
        return try KeyedPage(page) { try database.row($0) }
      },
      groupRoles: { query in
        let page = try database.roleLinks(
          from: query.group, at: PortalStore.KeyPosition(inclusive: query.position),
          limit: query.limit)
        return KeyedPage(flattening: page) {
          GroupRole(link: $0.link, name: $0.name, path: $0.path)
        }
      })
  }
}

extension PortalDatabase {
  fileprivate func row(_ member: Member) throws -> GroupMember {
    switch member {
    case .identity(let id):
      let identity = try identity(id)
      return GroupMember(
        member: member, name: identity?.displayName ?? "", kind: identity?.kind ?? .primary)
    case .group(let id):
      return GroupMember(member: member, name: try group(id)?.displayName ?? "", kind: nil)
    }
  }
}

extension PersonDetail {
  fileprivate init(_ page: (identity: Identity, surroundings: MemberSurroundings)) {
    self.init(
      identity: page.identity, memberships: page.surroundings.memberships,
      groupNames: page.surroundings.groupNames,
      owned: page.surroundings.applications.map {
        OwnedApplication(id: $0.id, name: $0.name, blocked: $0.blocked)
      }, ownedTotal: .init(page.surroundings.applicationsTotal))
  }
}

extension GroupDetail {
  fileprivate init(
    _ page: (group: Group, surroundings: MemberSurroundings, people: RowTotal, groups: RowTotal)
  ) {
    self.init(
      group: page.group, memberships: page.surroundings.memberships,
      groupNames: page.surroundings.groupNames, people: .init(page.people),
      groups: .init(page.groups), administers: page.surroundings.applications.map(\.id))
  }
}
