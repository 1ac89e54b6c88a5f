import GRDB
import PortalModel

/// Everything that the page of one identity or group shows of its surroundings.
public struct MemberSurroundings: Hashable, Sendable {
  /// Every membership that leads upward.
  public var memberships: [Membership]
  /// The names of the groups spoken of.
  public var groupNames: [GroupIdentifier: String]
  /// The applications owned, or administered, by identifier.
  public var applications: [Application]
  /// How many there are.
  public var applicationsTotal: RowTotal
}

extension PortalDatabase {
  /// An identity with its groups and the applications it owns; `nil` where there is none.
  public func person(
    _ id: IdentityIdentifier, limit: Int = RowTotal.limit
  ) throws(StoreError) -> (identity: Identity, surroundings: MemberSurroundings)? {
    try reading { database in
      guard let identity = try DatabaseFacts(database: database).identity(id) else { return nil }
      return (
        identity,
        try Self.surroundings(
          .identity(id), column: "owner", key: id.text, limit: limit, in: database)
      )
    }
  }

  /// A group with the groups above it and the applications it administers; `nil` where there is none.
  public func groupPage(
    _ id: GroupIdentifier, limit: Int = 100
  ) throws(StoreError) -> (
    group: Group, surroundings: MemberSurroundings, people: RowTotal, groups: RowTotal
  )? {
    try reading { database in
      guard let group = try DatabaseFacts(database: database).group(id) else { return nil }
      let members = MemberList(group: id, database: database)
      return (
        group,
        try Self.surroundings(
          .group(id), column: "administrators", key: id.text, limit: limit, in: database),
        try members.count(groups: false), try members.count(groups: true)
      )
    }
  }

  private static func surroundings(
    _ member: Member, column: String, key: String, limit: Int, in database: Database
  ) throws -> MemberSurroundings {
    let facts = DatabaseFacts(database: database)
    let memberships = try facts.memberships(from: member)
    var names: [GroupIdentifier: String] = [:]
    for group in Set(memberships.map(\.group)) {
      names[group] = try facts.group(group)?.displayName
    }
    let ids = try database.all(
      "SELECT id FROM applications WHERE \(column) = ? ORDER BY id LIMIT ?", [key, limit + 1]
    ) { ApplicationIdentifier(trusted: $0[0]) }
    return MemberSurroundings(
      memberships: memberships, groupNames: names,
      applications: try ids.prefix(limit).compactMap(facts.application),
      applicationsTotal: ids.count > limit ? .atLeast(limit) : .exactly(ids.count))
  }
}
