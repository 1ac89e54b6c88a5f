import Foundation
import GRDB
import PortalModel
import PortalTestSupport

@testable import PortalStore

/// A database of each layout that ever landed, kept as a file beside the tests.
///
/// `Fixtures/version-1.sqlite` was made by the last program that knew layout 1 only: the first
/// scenario, a request, its approval, an exchange (so a key and a session), a revocation, a request.
/// Each later one is the one before, brought forward by its frozen migration and given rows in what is
/// new then. They are made once: `NEW_FIXTURE=1 swift test --filter MigrationTests` writes those that
/// are missing and never touches one that is there.
struct LayoutFixture {
  var layout: Int

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  var file: URL { Self.folder.appendingPathComponent("version-\(layout).sqlite") }

  /// Puts a copy of it into a home.
  func install(into home: PortalHome) throws {
    try home.prepare()
    try Data(contentsOf: file).write(to: URL(fileURLWithPath: home.databasePath))
  }

  /// Makes the files that are missing, where that is asked for.
  static func makeMissing() throws {
    guard ProcessInfo.processInfo.environment["NEW_FIXTURE"] == "1" else { return }
    for layout in 2...Schema.version {
      let fixture = LayoutFixture(layout: layout)
      guard !FileManager.default.fileExists(atPath: fixture.file.path) else { continue }
      try fixture.make(from: LayoutFixture(layout: layout - 1).file)
    }
  }

  private func make(from older: URL) throws {
    let scratch = Scratch()
    let path = scratch.beside("new.sqlite")
    try Data(contentsOf: older).write(to: URL(fileURLWithPath: path))
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { database in
      try Schema.migrate(database, to: layout)
      try database.inTransaction {
        try addWhatIsNew(to: database)
        return .commit
      }
      // As small as it gets; a home's database has its log again afterwards.
      try database.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try queue.close()
    try Data(contentsOf: URL(fileURLWithPath: path)).write(to: file)
  }

  /// Rows in the tables and columns that the layout brought.
  private func addWhatIsNew(to database: Database) throws {
    switch layout {
    case 2: try database.execute(sql: Self.answersAndDevices)
    case 3: try Self.addUndoneCommand(to: database)
    case 4:
      try Self.add(
        .offerOwnership(Story.frontEnd, to: Story.carol), by: Story.alice, to: database,
        """
        INSERT INTO ownership_offers VALUES ('front-end-app', 'carol', 'alice', 1800000000000)
        """)
      try database.execute(
        sql: "UPDATE identities SET supervisor = 'bob' WHERE id IN ('alice', 'carol')")
    case 6:
      try Self.add(
        .registerSAML(
          Story.backEnd, SAMLForm(entityID: "urn:back", consumerURL: "https://back.example/acs")),
        by: Story.bob, to: database,
        """
        INSERT INTO saml_registrations VALUES
          ('back-end-api', 'urn:back', 'https://back.example/acs', '')
        """)
      try database.execute(
        sql: """
          UPDATE registrations SET extra_audiences = 'reports', device_grant = 0,
            permission_strategy = 'unanimous' WHERE application = 'back-end-api'
          """)
    case 7:
      try database.execute(
        sql: """
          INSERT INTO refresh_uses VALUES ('a-session', 'front-end-app', 'a-token', 2, 1800000000000);
          UPDATE token_requests SET standard = 'would fail' WHERE status = 200
          """)
    case 8:
      try Self.add(
        .deleteIdentity(IdentityIdentifier(trusted: "gone")), by: Story.bob, to: database,
        "INSERT INTO former_logins VALUES ('gone')")
      try database.execute(
        sql: """
          UPDATE identities SET owner = 'alice', kind = 'service', orcid = '0000-0002-1825-0097',
            unix_user = 7, unix_group = 8, institute = 'CERN' WHERE id = 'jdoe';
          UPDATE registrations SET groups_claim = 1 WHERE application = 'back-end-api'
          """)
    default: break
    }
  }

  private static let answersAndDevices = """
    INSERT INTO token_requests (at, endpoint, status, client, subject, audience)
      VALUES (1800000000000, 'token', 200, 'front-end-app', 'jdoe', 'back-end-api');
    INSERT INTO devices VALUES ('digest', 'ABCD-EFGH', 'front-end-app', 'openid', NULL, 'pending',
      NULL, 1800000600000, NULL, 5);
    INSERT INTO offline_sessions SELECT id, 'front-end-app', 1800000000000, 1800000000000
      FROM sessions;
    """

  /// A command as the program of the time would have written it, changeset and all.
  @discardableResult
  private static func add(
    _ command: PortalCommand, by person: IdentityIdentifier, to database: Database, _ sql: String
  ) throws -> (entry: Int64, changeset: Changeset) {
    let changeset = try Changeset.recording(on: database) { try database.execute(sql: sql) }
    let entry = try JournalWriter(
      database: database, actor: .person(person), instant: Story.start
    ).write(command, changes: [], changeset: changeset)
    return (entry, changeset)
  }

  private static func addUndoneCommand(to database: Database) throws {
    let withdrawn = try add(
      .withdrawExchange(Story.direction), by: Story.alice, to: database,
      """
      UPDATE exchange_permissions SET state = 'withdrawn', decided_by = 'alice',
        decided_at = 1800000000000 WHERE source = 'front-end-app' AND state = 'pending'
      """)
    let inverse = try withdrawn.changeset.inverted()
    try inverse.applyExchangingNames(to: database)
    let undo = try JournalWriter(
      database: database, actor: .person(Story.alice), instant: Story.start
    ).write(.undo(entries: [withdrawn.entry]), changeset: inverse)
    try Standings(database: database).takeBack([withdrawn.entry], by: undo, as: Story.alice)
    try database.execute(
      sql: """
        INSERT INTO refusals (after, at, login, terminal, identity, name, attempt, refusal,
          applications, missed)
        VALUES (\(undo), 1800000000000, 'test', '', 'alice', 'redo', '{"redo":{}}', '{}', '  ', 0)
        """)
  }
}
