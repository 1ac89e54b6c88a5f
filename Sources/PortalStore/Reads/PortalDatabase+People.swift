import GRDB
import PortalModel

extension PortalDatabase {
  /// The identity of this login.
  public func identity(_ id: IdentityIdentifier) throws(StoreError) -> Identity? {
    try reading { try DatabaseFacts(database: $0).identity(id) }
  }

  /// The group of this identifier.
  public func group(_ id: GroupIdentifier) throws(StoreError) -> Group? {
    try reading { try DatabaseFacts(database: $0).group(id) }
  }

  /// Every membership that leads upward from a member; see `GroupClosure`.
  public func memberships(of member: Member) throws(StoreError) -> [Membership] {
    try reading { try DatabaseFacts(database: $0).memberships(from: member) }
  }

  /// Who and what is directly in a group: people first, each by identifier.
  public func members(
    of group: GroupIdentifier, limit: Int = 200
  ) throws(StoreError) -> [Member] {
    try reading { database in
      let people = try database.all(
        "SELECT identity FROM group_members WHERE group_id = ? ORDER BY identity LIMIT ?",
        [group.text, limit]
      ) { Member.identity(IdentityIdentifier(trusted: $0[0])) }
      let groups = try database.all(
        "SELECT inner_id FROM group_nestings WHERE outer_id = ? ORDER BY inner_id LIMIT ?",
        [group.text, limit - people.count]
      ) { Member.group(GroupIdentifier(trusted: $0[0])) }
      return people + groups
    }
  }

  /// Which roles of an application an identity has when signed in so, and why.
  public func roleFindings(
    of identity: IdentityIdentifier, signedIn signIn: SignIn, in application: ApplicationIdentifier
  ) throws(StoreError) -> [RoleFinding] {
    try reading {
      try PortalModel.roleFindings(
        of: identity, signedIn: signIn, in: application, facts: DatabaseFacts(database: $0))
    }
  }

  /// People and service accounts for a picker: each word typed is in the login, a name or the
  /// e-mail address. Those whose login begins with the text come first; then by login.
  public func identities(
    matching text: String, limit: Int = 50
  ) throws(StoreError) -> [Identity] {
    try reading { database in
      try PickerSearch.people.ids(matching: text, limit: limit, in: database)
        .compactMap { try DatabaseFacts(database: database).identity(.init(trusted: $0)) }
    }
  }

  /// Groups for a picker, found and ordered like ``identities(matching:limit:)``.
  public func groups(matching text: String, limit: Int = 50) throws(StoreError) -> [Group] {
    try reading { database in
      try PickerSearch.groups.ids(matching: text, limit: limit, in: database)
        .compactMap { try DatabaseFacts(database: database).group(.init(trusted: $0)) }
    }
  }

  /// The logins that a mistyped text probably meant, nearest first.
  public func identities(
    nearestTo text: String, limit: Int = 3
  ) throws(StoreError) -> [IdentityIdentifier] {
    try reading {
      try NearestSearch.people.nearest(to: text, limit: limit, in: $0)
        .map(IdentityIdentifier.init(trusted:))
    }
  }

  /// The groups that a mistyped text probably meant, nearest first.
  public func groups(
    nearestTo text: String, limit: Int = 3
  ) throws(StoreError) -> [GroupIdentifier] {
    try reading {
      try NearestSearch.groups.nearest(to: text, limit: limit, in: $0)
        .map(GroupIdentifier.init(trusted:))
    }
  }
}
