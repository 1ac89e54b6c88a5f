import GRDB
import PortalModel

extension PortalDatabase {
  /// One page of all identities that are not an application's own, by login.
  ///
  /// - Parameter filter: What was typed: contained, begun with (`^`) or equalled (`=`) by login, a
  ///   name, or (contained only) the e-mail address.
  public func identities(
    filter: String, at position: KeyPosition = .first, limit: Int
  ) throws(StoreError) -> KeyPage<Identity> {
    try reading { database in
      let facts = DatabaseFacts(database: database)
      return try DirectoryList.people.ids(
        filter: Filter(filter), at: position, limit: limit, in: database
      ).compactMap { try facts.identity(IdentityIdentifier(trusted: $0)) }
    }
  }

  /// One page of all groups, by identifier; filtered like identities, over the display name too.
  public func groups(
    filter: String, at position: KeyPosition = .first, limit: Int
  ) throws(StoreError) -> KeyPage<Group> {
    try reading { database in
      let facts = DatabaseFacts(database: database)
      return try DirectoryList.groups.ids(
        filter: Filter(filter), at: position, limit: limit, in: database
      ).compactMap { try facts.group(GroupIdentifier(trusted: $0)) }
    }
  }

  /// One page of who and what is directly in a group: people first, each by identifier.
  public func members(
    of group: GroupIdentifier, at position: MemberPosition = .first, limit: Int
  ) throws(StoreError) -> KeyPage<Member> {
    try reading { database in
      try MemberList(group: group, database: database).page(position, limit: limit)
    }
  }
}

extension KeyPage {
  func compactMap<Other>(_ change: (Row) throws -> Other?) rethrows -> KeyPage<Other> {
    KeyPage<Other>(
      rows: try rows.compactMap(change), hasMoreBefore: hasMoreBefore,
      hasMoreAfter: hasMoreAfter, total: total, unfiltered: unfiltered)
  }

  init(
    rows: [Row], hasMoreBefore: Bool, hasMoreAfter: Bool, total: RowTotal, unfiltered: Int
  ) {
    self.rows = rows
    self.hasMoreBefore = hasMoreBefore
    self.hasMoreAfter = hasMoreAfter
    self.total = total
    self.unfiltered = unfiltered
  }
}
