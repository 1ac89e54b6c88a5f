import GRDB
import PortalModel
import Testing

@testable import PortalStore

/// A generated portal and the same applications as plain values.
private final class Generated {
  let scratch = Scratch()
  let portal: PortalDatabase
  let snapshot: PortalContents
  let person: IdentityIdentifier

  init() throws {
    portal = try scratch.open()
    try portal.generate(applications: 300, seed: 7)
    // Few test applications, many personal ones.
    try portal.writing { database in
      try database.execute(
        sql: """
          UPDATE applications SET category = 'test' WHERE id IN (SELECT id FROM applications
            ORDER BY name LIMIT 5);
          UPDATE applications SET category = 'personal' WHERE category <> 'test' AND id IN (
            SELECT id FROM applications ORDER BY owner LIMIT 100)
          """)
    }
    snapshot = try portal.snapshot()
    // Whoever owns and administers the most.
    let snapshot = snapshot
    let people = snapshot.identities.filter { $0.kind == .primary }.map(\.id)
    person =
      people.max { Self.mine($0, snapshot).count < Self.mine($1, snapshot).count }
      ?? IdentityIdentifier(trusted: "nobody")
  }

  static func mine(_ id: IdentityIdentifier, _ snapshot: PortalContents) -> [Application] {
    var groups: Set<GroupIdentifier> = []
    var waiting = [Member.identity(id)]
    while let inner = waiting.popLast() {
      for step in snapshot.memberships where step.member == inner {
        if groups.insert(step.group).inserted { waiting.append(.group(step.group)) }
      }
    }
    return snapshot.applications.filter { application in
      application.owner == id || application.administrators.map(groups.contains) ?? false
    }
  }

  func expected(_ query: ApplicationQuery) -> [ApplicationIdentifier] {
    let scoped =
      switch query.scope {
      case .mine(let id): Self.mine(id, snapshot)
      case .all: snapshot.applications
      }
    return scoped.filter { matches($0, query.filter) }
      .filter { query.category == nil || query.category == $0.category }
      .sorted {
        (group($0, query), rank($0, query), key($0, query.sort).0, $0.id)
          < (group($1, query), rank($1, query), key($1, query.sort).0, $1.id)
      }.map(\.id)
  }

  private func group(_ application: Application, _ query: ApplicationQuery) -> String {
    query.sort == .category ? application.category.rawValue : ""
  }

  /// Of a filtered list, or of each category in it, what begins with its text stands first.
  private func rank(_ application: Application, _ query: ApplicationQuery) -> Int {
    guard !query.filter.hasPrefix("=") else { return 0 }
    let text = query.filter.drop { $0 == "^" }.lowercased()
    let byIdentifier = query.sort == .identifier || query.sort == .category
    return (byIdentifier ? application.id.text : key(application, query.sort).0)
      .hasPrefix(text) ? 0 : 1
  }

  private func key(
    _ application: Application, _ sort: ApplicationQuery.Sort
  ) -> (String, ApplicationIdentifier) {
    switch sort {
    case .identifier: ("", application.id)
    case .name: (application.name.lowercased(), application.id)
    case .owner: (application.owner.text, application.id)
    case .category: (application.category.rawValue, application.id)
    }
  }

  private func matches(_ application: Application, _ filter: String) -> Bool {
    let texts = [application.id.text, application.name.lowercased(), application.owner.text]
    let text = String(filter.drop { "^=".contains($0) }).lowercased()
    if filter.hasPrefix("=") { return texts.contains(text) }
    if filter.hasPrefix("^") || text.count < 3 { return texts.contains { $0.hasPrefix(text) } }
    return texts.contains { $0.contains(text) }
  }
}

@Suite struct ListTests {
  private let world: Generated

  init() throws { world = try Generated() }

  @Test(arguments: ApplicationQuery.Sort.allCases, [false, true])
  func pagesForthAndBackAreTheSortedList(sort: ApplicationQuery.Sort, mine: Bool) throws {
    for filter in ["", "monitor", "be", "ort", "^c", "cryo", "and"] {
      let query = ApplicationQuery(
        scope: mine ? .mine(world.person) : .all, sort: sort, filter: filter)
      let expected = world.expected(query)
      var forth: [ApplicationIdentifier] = []
      var position = PagePosition.first
      while true {
        let page = try world.portal.applications(query, at: position, limit: 7)
        #expect(page.total == .exactly(expected.count))
        #expect(page.hasMoreBefore == !forth.isEmpty)
        forth += page.rows.map(\.id)
        guard let last = page.rows.last, page.hasMoreAfter else { break }
        position = .after(last.anchor)
      }
      #expect(forth == expected)
      var back: [ApplicationIdentifier] = []
      position = .last
      while true {
        let page = try world.portal.applications(query, at: position, limit: 7)
        #expect(page.hasMoreAfter == !back.isEmpty)
        back = page.rows.map(\.id) + back
        guard let first = page.rows.first, page.hasMoreBefore else { break }
        position = .before(first.anchor)
      }
      #expect(back == expected)
    }
  }

  @Test(arguments: ApplicationQuery.Sort.allCases)
  func walkingFindsWhatSortingFinds(sort: ApplicationQuery.Sort) throws {
    for filter in ["monitor", "be", "^c", "ander", "or-2", "cryo "] {
      let query = ApplicationQuery(scope: .all, sort: sort, filter: filter)
      let pages = try world.portal.reading { database in
        let middle = try ApplicationList(query, in: database)
          .rows(Edge(anchor: nil, comparison: .behind), limit: 10).last
        return try [300, 0].map { sortable in
          let list = try ApplicationList(query, in: database, sortable: sortable)
          return try [Edge.Comparison.behind, .inFront, .fromHere].flatMap {
            try list.rows(Edge(anchor: middle?.anchor, comparison: $0), limit: 40).map(\.id)
          }
        }
      }
      #expect(pages[0] == pages[1])
      #expect(!pages[0].isEmpty)
    }
  }

  @Test(arguments: Application.Category.allCases, ["", "monitor", "be", "=beam"])
  func aCategoryIsListedInEveryOrder(category: Application.Category, filter: String) throws {
    for sort in ApplicationQuery.Sort.allCases {
      for scope in [ApplicationQuery.Scope.all, .mine(world.person)] {
        let query = ApplicationQuery(
          scope: scope, sort: sort, filter: filter, category: category)
        let page = try world.portal.applications(query, limit: 300)
        let expected = world.expected(query)
        #expect(page.rows.map(\.id) == expected)
        #expect(page.total == .exactly(expected.count))
        #expect(page.rows.allSatisfy { $0.category == category })
      }
    }
  }

  @Test func aPageStartsAgainAtARowThatHasGone() throws {
    let query = ApplicationQuery(scope: .all)
    let all = world.expected(query)
    let anchor = ApplicationAnchor(
      id: ApplicationIdentifier(trusted: all[100].text + "-gone"), name: "", owner: world.person)
    let page = try world.portal.applications(query, at: .startingAt(anchor), limit: 3)
    #expect(page.rows.map(\.id) == Array(all[101...103]))
    #expect(page.hasMoreBefore)
    let same = try world.portal.applications(
      query, at: .startingAt(page.rows[0].anchor), limit: 3)
    #expect(same.rows == page.rows)
  }

  @Test(arguments: [
    "monitor", "BEAM MON", "be", "z", "^beam-", "^Beam P", "=beam-portal-20", "=Beam Portal 20",
    "=beam", "%", "100%", "_onitor", "a\"b", "a' OR 1", "\"\"\"", "*", "^%", "OR AND NOT", "-1",
    "bandersen20", "{}", "col:on",
  ])
  func filters(filter: String) throws {
    for sort in ApplicationQuery.Sort.allCases {
      let query = ApplicationQuery(scope: .all, sort: sort, filter: filter)
      let page = try world.portal.applications(query, limit: 300)
      #expect(page.rows.map(\.id) == world.expected(query))
      #expect(page.unfiltered == .exactly(300))
    }
  }

  @Test func rowsCountRolesAndPermissions() throws {
    let page = try world.portal.applications(ApplicationQuery(scope: .all), limit: 300)
    let snapshot = world.snapshot
    for row in page.rows {
      let granted = snapshot.permissions.filter { $0.state == .granted }
      #expect(row.roles == snapshot.roles.count { $0.application == row.id })
      #expect(row.mayCall == granted.count { $0.direction.source == row.id })
      #expect(row.calledBy == granted.count { $0.direction.target == row.id })
      #expect(row.client == snapshot.registrations.first { $0.application == row.id }?.kind)
    }
  }

  @Test func requestsAreThoseOfTheManagedApplications() throws {
    let people = world.snapshot.identities.filter { $0.kind == .primary }.map(\.id)
    for person in people {
      let mine = Set(Generated.mine(person, world.snapshot).map(\.id))
      let waiting = world.snapshot.permissions.filter {
        $0.state == .pending && mine.contains($0.direction.target)
      }
      let requests = try world.portal.requests(of: person)
      #expect(Set(requests.waiting.map(\.permission)) == Set(waiting))
      #expect(try world.portal.waitingCount(for: person) == waiting.count)
      #expect(
        Set(requests.sent.map(\.permission))
          == Set(
            world.snapshot.permissions.filter { $0.openedBy == person && $0.state == .pending }))
    }
  }

  @Test(arguments: [
    ("beam-montor-0", "beam-monitor-0"), ("baem-monitor-0", "beam-monitor-0"),
    ("magnet-monitor1", "magnet-monitor-1"), ("agnet-monitor-1", "magnet-monitor-1"),
  ])
  func namesTheNearest(typed: String, meant: String) throws {
    #expect(try world.portal.applications(nearestTo: typed).first?.text == meant)
  }

  @Test func findsPeopleAndGroupsForPickers() throws {
    let people = try world.portal.identities(matching: "ben and")
    #expect(people.map(\.displayName).allSatisfy { $0 == "Ben Andersen" })
    #expect(people.first?.id.text == "bandersen1")
    #expect(try world.portal.identities(matching: "bandersen1").first?.id.text == "bandersen1")
    #expect(try world.portal.groups(matching: "cryo us").first?.id.text == "cryo-users-2")
    #expect(try world.portal.identities(matching: "%").isEmpty)
    #expect(try world.portal.identities(matching: "b").first?.id.text.hasPrefix("b") == true)
    #expect(try world.portal.identities(matching: "=bandersen1").map(\.id.text) == ["bandersen1"])
    #expect(try world.portal.groups(matching: "^Cryo users").first?.id.text == "cryo-users-2")
    #expect(try world.portal.groups(matching: "^users").isEmpty)
    #expect(try world.portal.identities(matching: "", limit: 3).count == 3)
    #expect(try world.portal.identities(nearestTo: "bandersn1").first?.text == "bandersen1")
    #expect(try world.portal.groups(nearestTo: "cryo-user-2").first?.text == "cryo-users-2")
  }
}
