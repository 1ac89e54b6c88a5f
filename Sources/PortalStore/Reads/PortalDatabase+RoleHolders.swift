import GRDB
import PortalModel

extension PortalDatabase {
  /// Who has a role, and who just misses it and why: one part of the answer.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - last: Only accounts behind this login: ``RoleHolders/next`` of the part before.
  ///   - limit: How many rows at most.
  ///   - examining: How many accounts are looked at at most, whatever is found.
  /// - Throws: `Refusal` where application, role, account or group do not exist, or `StoreError`.
  public func roleHolders(
    _ query: RoleHolderQuery, after last: IdentityIdentifier? = nil, limit: Int = 100,
    examining: Int = 2000
  ) throws -> RoleHolders {
    let result: Result<RoleHolders, Refusal> = try reading { database in
      do {
        var search = try RoleHolderSearch(query, in: database)
        return .success(try search.part(after: last, limit: limit, examining: examining))
      } catch let refusal as Refusal {
        return .failure(refusal)
      }
    }
    return try result.get()
  }

  /// How many accounts a question goes through as a whole, for showing progress: exactly where it is
  /// cheap to know, and an upper bound otherwise.
  public func roleHolderScope(_ query: RoleHolderQuery) throws(StoreError) -> Int {
    switch query.scope {
    case .identity: 1
    case .group, .everybody:
      try reading { database in
        try PortalTotals.read("people", in: database)
          + PortalTotals.read("applications", in: database)
      }
    }
  }
}

/// One question about a role on one state of the portal.
private struct RoleHolderSearch {
  let database: Database
  let facts: DatabaseFacts
  let query: RoleHolderQuery
  let role: Role
  let linked: [GroupIdentifier]
  /// From every group inside a linked one to that linked one.
  var reach: GroupReach
  /// Only members of these are looked at; `nil` for everybody.
  let within: [GroupIdentifier]?

  init(_ query: RoleHolderQuery, in database: Database) throws {
    self.database = database
    self.query = query
    facts = DatabaseFacts(database: database)
    guard try facts.application(query.application) != nil else {
      throw Refusal.unknownApplication(query.application)
    }
    guard let role = try facts.role(query.role, of: query.application) else {
      throw Refusal.unknownRole(query.application, query.role)
    }
    self.role = role
    linked = try facts.roleLinks(of: query.application).filter { $0.role == role.id }.map(\.group)
    reach = try facts.reach(into: linked)
    switch query.scope {
    case .identity(let id):
      guard try facts.identity(id) != nil else { throw Refusal.unknownIdentity(id) }
      within = nil
    case .group(let id):
      guard try facts.group(id) != nil else { throw Refusal.unknownGroup(id) }
      within = Array(try facts.reach(into: [id]).groups)
    case .everybody:
      // Whom nothing gives the role need not be looked at where nobody asks for them.
      let canSkip = !role.appliesToAll && !query.standings.contains(.lacks)
      within = canSkip ? Array(reach.groups) : nil
    }
  }

  mutating func part(
    after last: IdentityIdentifier?, limit: Int, examining: Int
  ) throws -> RoleHolders {
    let batch = try candidates(after: last, limit: examining + 1)
    var answer = RoleHolders(role: role, linked: linked, rows: [], examined: 0, next: nil)
    var known = Accounts()
    for (index, id) in batch.prefix(examining).enumerated() {
      guard answer.rows.count < limit else { break }
      if index % Self.together == 0 {
        known = try accounts(batch[index..<min(index + Self.together, batch.count)])
      }
      answer.examined += 1
      if let (identity, groups) = known.take(id),
        case let holder = holder(identity, in: groups), query.standings.contains(holder.standing)
      {
        answer.rows.append(holder)
      }
    }
    if answer.examined < batch.count, answer.examined > 0 {
      answer.next = batch[answer.examined - 1]
    }
    return answer
  }

  private mutating func holder(_ identity: Identity, in groups: [GroupIdentifier]) -> RoleHolder {
    let usual = identity.defaultSignIn
    let signIn = SignIn(
      level: query.level ?? usual.level, multifactor: query.multifactor ?? usual.multifactor)
    return RoleHolder(
      identity: identity, signIn: signIn,
      finding: RoleFinding(
        role, linked: linked, path: reach.path(from: groups), signIn: signIn))
  }

  /// What is looked up of some accounts: both lists by login, and taken from their beginnings on.
  private struct Accounts {
    var identities: ArraySlice<Identity> = []
    /// The groups that they are directly in.
    var groups: ArraySlice<(member: IdentityIdentifier, group: GroupIdentifier)> = []

    /// An account, which must not stand before the one taken last; `nil` where there is none.
    mutating func take(_ id: IdentityIdentifier) -> (Identity, [GroupIdentifier])? {
      while let first = identities.first, first.id < id { identities.removeFirst() }
      while let first = groups.first, first.member < id { groups.removeFirst() }
      guard let identity = identities.first, identity.id == id else { return nil }
      return (identity, groups.prefix { $0.member == id }.map(\.group))
    }
  }

  private static let together = 100

  private func accounts(_ ids: ArraySlice<IdentityIdentifier>) throws -> Accounts {
    // Always as many places, the last filled with one and the same: one statement serves all.
    let texts = ids.map(\.text)
    let spare = Array(repeating: texts.last, count: Self.together - texts.count)
    let list = StatementArguments(texts) + StatementArguments(spare)
    let places = databaseQuestionMarks(count: Self.together)
    let identities = try database.all(
      "SELECT \(IdentityRow.columns) FROM identities WHERE id IN (\(places)) ORDER BY id", list,
      IdentityRow.value)
    let groups: [(member: IdentityIdentifier, group: GroupIdentifier)] =
      linked.isEmpty
      ? []
      : try database.all(
        """
        SELECT identity, group_id FROM group_members WHERE identity IN (\(places))
        ORDER BY identity
        """, list
      ) { (IdentityIdentifier(trusted: $0[0]), GroupIdentifier(trusted: $0[1])) }
    return Accounts(identities: identities[...], groups: groups[...])
  }

  private func candidates(
    after last: IdentityIdentifier?, limit: Int
  ) throws -> [IdentityIdentifier] {
    if case .identity(let id) = query.scope { return last == nil ? [id] : [] }
    guard let within else {
      return try database.all(
        "SELECT id FROM identities WHERE id > ? ORDER BY id LIMIT ?", [last?.text ?? "", limit]
      ) { IdentityIdentifier(trusted: $0[0]) }
    }
    // Each group is sought in its own order; only so many of each can be among the first.
    let found = try within.map { group in
      try database.all(
        """
        SELECT identity FROM group_members WHERE group_id = ? AND identity > ?
        ORDER BY identity LIMIT ?
        """, [group.text, last?.text ?? "", limit]
      ) { IdentityIdentifier(trusted: $0[0]) }
    }
    if found.count == 1 { return found[0] }
    return Array(Set(found.joined()).sorted().prefix(limit))
  }
}

extension DatabaseFacts {
  /// The groups at or inside some groups, with the ways out.
  func reach(into outer: [GroupIdentifier]) throws -> GroupReach {
    // One walk for each: there are few linked groups, and what they share is found twice at worst.
    let nestings = try outer.flatMap { group in
      try database.all(
        """
        WITH RECURSIVE reached (id) AS (
          VALUES (?)
          UNION SELECT inner_id FROM reached CROSS JOIN group_nestings ON outer_id = reached.id)
        SELECT inner_id, outer_id FROM reached CROSS JOIN group_nestings ON outer_id = reached.id
        """, [group.text]
      ) {
        (inner: GroupIdentifier(trusted: $0[0]), outer: GroupIdentifier(trusted: $0[1]))
      }
    }
    return GroupReach(into: outer, nestings: nestings)
  }
}
