import GRDB
import PortalModel
import Testing

@testable import PortalStore

/// Lists of people, groups, members and roles, compared page by page with what plain values give.
@Suite struct DirectoryTests {
  private let scratch = Scratch()
  private let portal: PortalDatabase
  private let contents: PortalContents

  init() throws {
    portal = try scratch.open()
    try portal.generate(applications: 600, seed: 11)
    contents = try portal.snapshot()
  }

  @Test(arguments: ["", "an", "mar", "^a", "=novak", "@cern", "^An", "Mar", "wal"])
  func identitiesForthAndBack(filter: String) throws {
    let expected = contents.identities.filter { identity in
      identity.kind != .application
        && fits(
          filter, [identity.id.text, identity.givenName, identity.familyName], [identity.email])
    }.map(\.id.text)
    try expectPages(ranked(expected, filter), key: { $0.id.text }) {
      try portal.identities(filter: filter, at: $0, limit: 3)
    }
  }

  @Test(arguments: ["", "it", "admins", "^it"])
  func groupsForthAndBack(filter: String) throws {
    let expected = contents.groups.filter { fits(filter, [$0.id.text, $0.displayName], []) }
      .map(\.id.text)
    try expectPages(ranked(expected, filter), key: { $0.id.text }) {
      try portal.groups(filter: filter, at: $0, limit: 4)
    }
  }

  @Test func whatBeginsWithTheTextStandsFirst() throws {
    let all = try portal.identities(filter: "", limit: 10_000).rows.map(\.id.text)
    let login = try #require(all.last { $0.count > 5 })
    let text = String(login.prefix(3))
    let found = try portal.identities(filter: text, limit: 10_000).rows.map(\.id.text)
    let first = found.prefix { $0.hasPrefix(text) }
    #expect(first.contains(login))
    #expect(!found.dropFirst(first.count).contains { $0.hasPrefix(text) })
    let capitals = try portal.identities(filter: text.uppercased(), limit: 10_000)
    #expect(capitals.rows.map(\.id.text) == found)
    let whole = try portal.identities(filter: "=" + login.uppercased(), limit: 9).rows
    #expect(whole.map(\.id.text) == [login])
  }

  @Test func membersForthAndBackPeopleFirst() throws {
    for group in contents.groups.prefix(8) {
      let members = contents.memberships.filter { $0.group == group.id }.map(\.member)
      let people = members.compactMap { if case .identity(let id) = $0 { id } else { nil } }
      let groups = members.compactMap { if case .group(let id) = $0 { id } else { nil } }
      let expected =
        people.sorted().map(Member.identity) + groups.sorted().map(Member.group)
      var found: [Member] = []
      var position = MemberPosition.first
      while true {
        let page = try portal.members(of: group.id, at: position, limit: 2)
        #expect(page.total == .exactly(expected.count))
        #expect(page.hasMoreBefore == !found.isEmpty)
        found += page.rows
        guard page.hasMoreAfter, let last = page.rows.last else { break }
        position = .after(last)
      }
      #expect(found == expected)
      var back: [Member] = []
      position = .last
      while true {
        let page = try portal.members(of: group.id, at: position, limit: 2)
        back = page.rows + back
        guard page.hasMoreBefore, let first = page.rows.first else { break }
        position = .before(first)
      }
      #expect(back == expected)
    }
  }

  @Test func rolesOfAPersonAreThoseOfEveryApplication() throws {
    let person = try #require(
      contents.memberships.compactMap { membership in
        if case .identity(let id) = membership.member { id } else { nil }
      }.first)
    let signIn = SignIn(level: .guest, multifactor: false)
    for includesOpen in [true, false] {
      let expected = try contents.applications.flatMap {
        try portal.roleFindings(of: person, signedIn: signIn, in: $0.id)
      }.filter { $0.source != nil && (includesOpen || $0.source != .appliesToAll) }
      var found: [RoleFinding] = []
      var position = KeyPosition.first
      while true {
        let page = try portal.roleFindings(
          of: person, signedIn: signIn, includesOpen: includesOpen, at: position, limit: 5)
        found += page.rows.flatMap { $0.map(\.finding) }
        guard page.hasMoreAfter, let last = found.last else { break }
        position = .after(last.application.text)
      }
      #expect(!found.isEmpty)
      #expect(found == expected)
    }
  }

  @Test func rolesOfAGroupComeFromItAndThoseAboveIt() throws {
    let inner = try #require(
      contents.memberships.compactMap { membership in
        if case .group(let id) = membership.member { id } else { nil }
      }.first)
    let closure = GroupClosure(
      of: .group(inner), memberships: try portal.memberships(of: .group(inner)))
    let expected = contents.roleLinks.filter { $0.group == inner || closure.contains($0.group) }
    let page = try portal.roleLinks(from: inner, limit: 1_000)
    let rows = page.rows.flatMap(\.self)
    #expect(!rows.isEmpty)
    #expect(rows.map(\.link) == expected)
    #expect(rows.contains { !$0.path.isEmpty })
    let back = try portal.roleLinks(from: inner, at: .last, limit: 1_000)
    #expect(back.rows.flatMap { $0.map(\.link) } == expected)
  }

  @Test func everyListIsReadByIndex() throws {
    let plans = try portal.reading { database in
      try [
        "SELECT id FROM identities WHERE kind <> 'application' AND id > 'a' ORDER BY id LIMIT 9",
        "SELECT rowid FROM identities WHERE kind <> 'application' AND "
          + "family_name COLLATE NOCASE >= 'a' AND family_name COLLATE NOCASE < 'b' LIMIT 9",
        "SELECT DISTINCT application FROM roles INDEXED BY roles_for_all "
          + "WHERE applies_to_all = 1 AND application > 'a' ORDER BY application LIMIT 9",
        "SELECT DISTINCT application FROM role_links WHERE group_id = 'a' AND application > 'b' "
          + "ORDER BY application LIMIT 9",
      ].map { sql in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)")
          .map { $0["detail"] as String }.joined(separator: "; ")
      }
    }
    for plan in plans {
      #expect(plan.contains("SEARCH"), "\(plan)")
      #expect(!plan.contains("SCAN"), "\(plan)")
      #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }
  }

  /// Of a filtered list, the identifiers that begin with its text stand first.
  private func ranked(_ ids: [String], _ filter: String) -> [String] {
    let text = filter.drop { $0 == "^" }.lowercased()
    guard !filter.hasPrefix("=") else { return ids }
    return ids.filter { $0.hasPrefix(text) } + ids.filter { !$0.hasPrefix(text) }
  }

  private func fits(_ filter: String, _ ordered: [String], _ others: [String]) -> Bool {
    let text = String(filter.drop { "^=".contains($0) }).lowercased()
    let ordered = ordered.map { $0.lowercased() }
    if filter.hasPrefix("=") { return ordered.contains(text) }
    if filter.hasPrefix("^") || text.count < 3 { return ordered.contains { $0.hasPrefix(text) } }
    return (ordered + others).contains { $0.lowercased().contains(text) }
  }

  private func expectPages<Row>(
    _ expected: [String], key: (Row) -> String, _ read: (KeyPosition) throws -> KeyPage<Row>
  ) throws {
    var forth: [String] = []
    var position = KeyPosition.first
    while true {
      let page = try read(position)
      #expect(page.total == .exactly(expected.count))
      #expect(page.hasMoreBefore == !forth.isEmpty)
      forth += page.rows.map(key)
      guard page.hasMoreAfter, let last = forth.last else { break }
      position = .after(last)
    }
    #expect(forth == expected)
    var back: [String] = []
    position = .last
    while true {
      let page = try read(position)
      #expect(page.hasMoreAfter == !back.isEmpty)
      back = page.rows.map(key) + back
      guard page.hasMoreBefore, let first = back.first else { break }
      position = .before(first)
    }
    #expect(back == expected)
    guard expected.count > 1 else { return }
    let middle = try read(.startingAt(expected[1]))
    #expect(middle.rows.first.map(key) == expected[1])
    #expect(middle.hasMoreBefore)
  }
}
