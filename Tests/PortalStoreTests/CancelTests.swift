import Foundation
import PortalModel
import Synchronization
import Testing

@testable import PortalStore

/// What takes long can be cancelled from another thread, and leaves nothing behind.
@Suite struct CancelTests {
  /// Counts for ever.
  private static let endless =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"

  /// Cancels again and again until something is over.
  private func cancelling(
    _ portal: PortalDatabase, _ body: () throws -> Void
  ) rethrows {
    let isOver = Mutex(false)
    let thread = Thread {
      while !isOver.withLock({ $0 }) {
        portal.cancel()
        Thread.sleep(forTimeInterval: 0.001)
      }
    }
    thread.start()
    defer { isOver.withLock { $0 = true } }
    try body()
  }

  @Test func aReadFailsAsCancelled() throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    cancelling(portal) {
      #expect(throws: StoreError.cancelled) {
        try portal.reading { try $0.first(Self.endless) { $0[0] as Int } }
      }
    }
    #expect(try portal.application(ApplicationIdentifier("front-end-app")) != nil)
  }

  @Test func whatWasWrittenUntilThenIsUndone() throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    cancelling(portal) {
      #expect(throws: StoreError.cancelled) {
        try portal.writing { database in
          try database.execute(sql: "DELETE FROM applications")
          _ = try database.first(Self.endless) { $0[0] as Int }
        }
      }
    }
    #expect(try portal.application(ApplicationIdentifier("front-end-app")) != nil)
  }
}
