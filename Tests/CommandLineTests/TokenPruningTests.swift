import Foundation
import Logging
import PortalModel
import PortalStore
import PortalTokens
import Testing

@testable import portal

@Suite("Old logins go beside a running server")
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
}
