import Foundation
import Logging
import PortalModel
import PortalStore
import PortalTokens
import Testing

@testable import portal

@Suite("Old logins go: beside a running server, with a compaction, and where somebody signs in")
struct TokenPruningTests {
  private static let start = Instant(seconds: 1_700_000_000)

  /// A portal with many logins of one moment.
  private func withLogins(
    _ count: Int, _ body: (PortalDatabase) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "portal-pruning-\(UUID().uuidString)").path
    let database = try PortalDatabase.open(PortalHome(folder: folder))
    defer {
      database.close()
      try? FileManager.default.removeItem(atPath: folder)
    }
    try database.record(
      (0..<count).map { number in
        .userSession(
          UserSession(
            id: "s\(number)", identity: IdentityIdentifier(trusted: "jdoe"),
            signIn: SignIn(level: .cern, multifactor: false), startedAt: Self.start,
            lastUsedAt: Self.start))
      })
    try await body(database)
  }

  private func pruning(_ database: PortalDatabase, days: Int64) -> TokenPruning {
    TokenPruning(
      database: database, realm: Realm(),
      clock: SystemClock(fixed: Self.start.advanced(seconds: days * 86_400)),
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pause: .milliseconds(1),
      breath: .zero)
  }

  private func isThere(_ number: Int, _ database: PortalDatabase) throws -> Bool {
    try database.read { try $0.userSession("s\(number)") } != nil
  }

  @Test func `a round takes all of it, step by step, once it is time`() async throws {
    try await withLogins(450) { database in
      try await pruning(database, days: 1).round()
      #expect(try isThere(0, database) && isThere(449, database))
      try await pruning(database, days: 2).round()
      for number in 0..<450 where try isThere(number, database) {
        Issue.record("s\(number) is there")
      }
    }
  }

  @Test func `it goes on beside the server until it is stopped`() async throws {
    try await withLogins(1) { database in
      let task = pruning(database, days: 2).start()
      while try isThere(0, database) { await Task.yield() }
      task.cancel()
      await task.value
    }
  }

  /// A home by command line, with many logins of a moment long ago; every command is given two days later.
  private func withOldLogins(
    _ count: Int, _ body: (CommandLineHome, PortalDatabase) async throws -> Void
  ) async throws {
    let home = await CommandLineHome.filled()
    let database = try PortalDatabase.open(PortalHome(folder: home.path))
    defer { database.close() }
    try database.record(
      (0..<count).map { number in
        .userSession(
          UserSession(
            id: "s\(number)", identity: IdentityIdentifier(trusted: "jdoe"),
            signIn: SignIn(level: .cern, multifactor: false), startedAt: Self.start,
            lastUsedAt: Self.start))
      })
    try await body(home, database)
  }

  private func expectLeft(_ count: Int, _ database: PortalDatabase) throws {
    let left = try (0..<450).filter { try isThere($0, database) }.count
    #expect(left == count)
  }

  @Test func `a compaction takes all of it out`() async throws {
    try await withOldLogins(450) { home, database in
      try expectLeft(450, database)
      let run = await home.run("compact --keep 1000 --yes")
      #expect(run.status == .done, "\(run.errors)")
      try expectLeft(0, database)
    }
  }

  @Test(arguments: [
    "token login --user jdoe --client front-end-app",
    "exchange --user jdoe --from front-end-app --to back-end-api",
  ])
  func `whoever signs in by command takes a step of it out`(line: String) async throws {
    try await withOldLogins(250) { home, database in
      _ = await home.run(line)
      try expectLeft(50, database)
      // The login that was just begun is good.
      let token = await home.run("token login --user jdoe --client front-end-app").output
      try expectLeft(0, database)
      let verdict = await home.run(
        ["token", "verify", "--for", "front-end-app", token.filter { !$0.isWhitespace }])
      #expect(verdict.status == .done, "\(verdict.output)")
    }
  }

  @Test func `what is not over yet stays`() async throws {
    try await withOldLogins(3) { home, database in
      let line = "token login --user jdoe --client front-end-app"
      _ = await home.run(line, now: Self.start.advanced(seconds: 86_400).rfc3339)
      _ = await home.run("compact --yes", now: Self.start.advanced(seconds: 86_400).rfc3339)
      try expectLeft(3, database)
    }
  }
}
