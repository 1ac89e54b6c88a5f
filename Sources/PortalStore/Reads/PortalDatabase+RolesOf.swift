import GRDB
import PortalModel

extension PortalDatabase {
  /// The roles that a group or "applies to all" would give a person, by application: those that are
  /// given, and those that another login would give.
  ///
  /// - Parameters:
  ///   - includesOpen: Whether roles that apply to all authenticated users are among them.
  ///   - position: Keys are application identifiers.
  ///   - limit: How many applications at most.
  public func roleFindings(
    of person: IdentityIdentifier, signedIn signIn: SignIn, includesOpen: Bool,
    at position: KeyPosition = .first, limit: Int
  ) throws(StoreError) -> KeyPage<[(finding: RoleFinding, name: String)]> {
    try reading { database in
      let facts = DatabaseFacts(database: database)
      let closure = GroupClosure(
        of: .identity(person), memberships: try facts.memberships(from: .identity(person)))
      return try LinkedApplications(
        groups: closure.groups, includesOpen: includesOpen, database: database
      ).page(position, limit: limit).compactMap { id in
        let names = Dictionary(
          uniqueKeysWithValues: try facts.roles(of: id).map { ($0.id, $0.name) })
        return try PortalModel.roleFindings(of: person, signedIn: signIn, in: id, facts: facts)
          .filter { finding in
            switch finding.source {
            case .appliesToAll: includesOpen
            case .group: true
            case nil: false
            }
          }.map { ($0, names[$0.role] ?? "") }
      }
    }
  }

  /// The roles that a group's members are given by it, by application: linked to the group itself or to
  /// one that it is in.
  public func roleLinks(
    from group: GroupIdentifier, at position: KeyPosition = .first, limit: Int
  ) throws(StoreError) -> KeyPage<[(link: RoleLink, name: String, path: [GroupIdentifier])]> {
    try reading { database in
      let facts = DatabaseFacts(database: database)
      let closure = GroupClosure(
        of: .group(group), memberships: try facts.memberships(from: .group(group)))
      return try LinkedApplications(
        groups: [group] + closure.groups, includesOpen: false, database: database
      ).page(position, limit: limit).compactMap { id in
        let names = Dictionary(
          uniqueKeysWithValues: try facts.roles(of: id).map { ($0.id, $0.name) })
        return try facts.roleLinks(of: id)
          .filter { $0.group == group || closure.contains($0.group) }
          .map { ($0, names[$0.role] ?? "", closure.path(to: $0.group)) }
      }
    }
  }
}

/// The applications that have a role for some groups, or for all users: each way by its own index, so
/// that a page costs the same however many there are.
private struct LinkedApplications {
  let groups: [GroupIdentifier]
  let includesOpen: Bool
  let database: Database

  func page(_ position: KeyPosition, limit: Int) throws -> KeyPage<ApplicationIdentifier> {
    let rows = try read(
      position.comparison, position.anchor, descending: position.isBackward, limit + 1)
    return try KeyPage(
      read: rows, limit: limit, position, total: .exactly(0), unfiltered: 0
    ) {
      let edge = rows.first?.text ?? position.anchor
      return try !read(position.isBackward ? ">" : "<", edge, descending: false, 1).isEmpty
    }
  }

  private func read(
    _ comparison: String, _ key: String, descending: Bool, _ limit: Int
  ) throws -> [ApplicationIdentifier] {
    let order = "ORDER BY application \(descending ? "DESC" : "") LIMIT ?"
    var found: Set<String> = []
    if includesOpen {
      found.formUnion(
        try database.all(
          """
          SELECT DISTINCT application FROM roles INDEXED BY roles_for_all
          WHERE applies_to_all = 1 AND application \(comparison) ? \(order)
          """, [key, limit]
        ) { $0[0] as String })
    }
    for group in groups {
      found.formUnion(
        try database.all(
          """
          SELECT DISTINCT application FROM role_links
          WHERE group_id = ? AND application \(comparison) ? \(order)
          """, [group.text, key, limit]
        ) { $0[0] as String })
    }
    let ids = found.map(ApplicationIdentifier.init(trusted:)).sorted()
    return Array((descending ? ids.reversed() : ids).prefix(limit))
  }
}
