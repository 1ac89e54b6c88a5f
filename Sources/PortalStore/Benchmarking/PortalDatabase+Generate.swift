import GRDB
import PortalModel

extension PortalDatabase {
  /// Fills an empty portal with invented contents, for benchmarks. Nothing else may have it open.
  ///
  /// Goes around the commands: no rule is asked and the journal has one entry without changeset, so
  /// that the portal counts as used. The search index is made at the end. Not durable until it
  /// returns, and not for a portal that somebody uses.
  ///
  /// - Parameters:
  ///   - applications: How many applications.
  ///   - seed: The same seed makes the same portal.
  public func generate(applications: Int, seed: UInt64 = 1) throws(StoreError) {
    do {
      // No log to write everything twice: that needs the file for itself.
      connections.close()
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: home.databasePath, configuration: configuration)
      try queue.inDatabase { database in
        try database.execute(
          sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")
        var generation = Generation(
          database: database, applications: applications, seed: seed)
        try generation.run()
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      }
      try queue.close()
      connections.touchChangedFile()
    } catch {
      throw StoreError(error)
    }
  }
}

/// One invented portal in the making.
private struct Generation {
  let database: Database
  let applications: Int
  var words: GeneratedWords
  private let people: Int
  private let groups: Int

  init(database: Database, applications: Int, seed: UInt64) {
    self.database = database
    self.applications = applications
    words = GeneratedWords(seed: seed)
    people = max(20, applications / 5)
    groups = max(10, applications / 20)
  }

  mutating func run() throws {
    // Made again at the end, which takes a fraction of the time.
    let dropped = try database.all(
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE type = 'trigger' OR type = 'index' AND sql LIKE 'CREATE INDEX%'
      """
    ) { (drop: "DROP \($0[0] as String) \($0[1] as String)", make: $0[2] as String) }
    for entry in dropped { try database.execute(sql: entry.drop) }
    try batches(of: people) { try $0.addPerson($1) }
    try batches(of: groups) { try $0.addGroup($1) }
    try batches(of: applications) { try $0.addApplication($1) }
    // Permissions last: both ends exist.
    try batches(of: applications) { try $0.addPermissions($1) }
    try database.inTransaction(.immediate) {
      try finish()
      for entry in dropped { try database.execute(sql: entry.make) }
      return .commit
    }
  }

  private mutating func batches(
    of count: Int, _ add: (inout Generation, Int) throws -> Void
  ) throws {
    for start in stride(from: 0, to: count, by: 50_000) {
      try database.beginTransaction(.immediate)
      for number in start..<min(start + 50_000, count) { try add(&self, number) }
      try database.commit()
    }
  }

  private func finish() throws {
    for index in ["application_search", "people_search", "group_search"] {
      try database.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
    }
    try database.execute(
      sql: """
        UPDATE totals SET value = (SELECT count(*) FROM applications) WHERE name = 'applications';
        UPDATE totals SET value = (SELECT count(*) FROM people) WHERE name = 'people';
        UPDATE totals SET value = (SELECT count(*) FROM groups) WHERE name = 'groups';
        INSERT INTO journal (at, login, terminal, identity, name, command, changeset)
        VALUES (0, 'bench', '', '\(words.login(0))', 'generate', '{}', x'');
        """)
  }

  private var writer: ChangeWriter {
    ChangeWriter(database: database, secrets: SecretSource { "secret-of-\($0.text)" })
  }

  private mutating func addPerson(_ number: Int) throws {
    try writer.insert(words.person(number))
  }

  private mutating func addGroup(_ number: Int) throws {
    let group = words.group(number)
    try writer.insert(group)
    for _ in 0..<4 {
      try database.run(
        "INSERT OR IGNORE INTO group_members (group_id, identity) VALUES (?, ?)",
        [group.id.text, words.login(words.below(people))])
    }
    guard number > 10, words.below(5) == 0 else { return }
    try writer.insert(.group(group.id), into: words.group(words.below(number)).id)
  }

  private mutating func addApplication(_ number: Int) throws {
    let application = words.application(
      number, owner: words.login(words.below(people)),
      administrators: words.below(3) == 0 ? words.group(words.below(groups)).id : nil)
    try writer.insert(Identity(id: application.identity, kind: .application))
    try writer.insert(application)
    if words.below(4) != 0 {
      let registration = words.registration(of: application)
      try writer.insert(registration)
      if registration.kind.hasSecret { try writer.apply([.drawSecret(application.id)]) }
    }
    for role in words.roles(of: application.id) {
      try writer.insert(role)
      guard !role.appliesToAll else { continue }
      let link = RoleLink(
        application: application.id, role: role.id, group: words.group(words.below(groups)).id)
      try writer.apply([.insertRoleLink(link)])
    }
  }

  /// One permission from every second application, toward popular targets more often than others.
  private mutating func addPermissions(_ number: Int) throws {
    guard number % 2 == 0 else { return }
    let target = words.below(10) == 0 ? words.below(100) : words.below(applications)
    guard target < applications, target != number else { return }
    try writer.insert(words.permission(from: number, to: target, person: words.below(people)))
  }
}
