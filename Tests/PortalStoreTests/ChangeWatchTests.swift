import Foundation
import PortalTrials
import Synchronization
import Testing

@testable import PortalStore

/// Where the system tells of no change, the watch finds it by itself.
@Suite struct ChangeWatchTests {
  let scratch = Scratch()
  /// What cannot be watched: the kernel gives no notifications of it.
  private let nothing = "/nowhere/at/all"

  @Test func aChangeByAnotherProcessShowsAllTheSame() async throws {
    let portal = try scratch.open()
    defer { portal.close() }
    let (changes, continuation) = AsyncStream.makeStream(of: Void.self)
    let watch = ChangeWatch(
      path: nothing, files: [scratch.home.databasePath, scratch.home.databasePath + "-wal"],
      newest: { (try? portal.journalLength(upTo: .max)).map { [Int64($0)] } },
      onChange: { continuation.yield() })
    defer { watch.cancel() }
    let writer = try Probe(["write", scratch.home.folder, "seen", "1"])
    for await _ in changes { break }
    #expect(writer.lines().count == 1)
  }

  @Test func aChangeThatNoFileShowsIsFoundLater() async throws {
    let newest = Mutex<Int64>(1)
    let (changes, continuation) = AsyncStream.makeStream(of: Int.self)
    let looks = Mutex(0)
    let watch = ChangeWatch(
      path: nothing, files: [nothing], pause: 1,
      newest: {
        looks.withLock { $0 += 1 }
        return newest.withLock { [$0] }
      }, onChange: { continuation.yield(looks.withLock { $0 }) })
    defer { watch.cancel() }
    newest.withLock { $0 = 2 }
    for await count in changes {
      // One before it began, and the one that found it.
      #expect(count == 2)
      break
    }
  }
}
