import PortalModel
import Synchronization
import Testing

@testable import PortalTokens

/// What is written down of answered requests, and how much of it.
@Suite struct ActivityRecorderTests {
  private final class Kept: ActivityStore {
    let batches = Mutex<[[ActivityEntry]]>([])
    func keep(_ entries: [ActivityEntry]) { batches.withLock { $0.append(entries) } }
    var first: [ActivityEntry] { batches.withLock { $0.first ?? [] } }
  }

  private func entry(_ second: Int64, refusedFor reason: String? = nil) -> ActivityEntry {
    ActivityEntry(
      at: Instant(seconds: second), endpoint: .token, status: reason == nil ? 200 : 403,
      reason: reason, verdict: Verdict())
  }

  @Test func ofABusyBatchAllRefusalsAreExplainedAndTheNewestGrants() {
    let kept = Kept()
    let recorder = ActivityRecorder(store: kept, delay: .seconds(3600))
    recorder.record(entry(0, refusedFor: "X14"))
    for second in 1...40 { recorder.record(entry(Int64(second))) }
    recorder.flush()
    let batch = kept.first
    #expect(batch.map(\.at.seconds) == Array(0...40))
    #expect(batch[0].verdict != nil)
    let explained = batch.filter { $0.verdict != nil }.map(\.at.seconds)
    #expect(explained == [0] + Array(Int64(41 - ActivityRecorder.grantedVerdicts)...40))
  }

  @Test func whatCannotBeWrittenInTimeGoesOldestFirst() {
    let kept = Kept()
    let recorder = ActivityRecorder(store: kept, delay: .seconds(3600))
    let many = Int64(ActivityRecorder.longestQueue) + 1
    for second in 0..<many { recorder.record(entry(second)) }
    recorder.flush()
    let batch = kept.first
    #expect(batch.last?.at.seconds == many - 1)
    #expect(batch.first?.at.seconds == Int64(ActivityRecorder.longestQueue / 2))
  }

  @Test func anEmptyQueueWritesNothing() {
    let kept = Kept()
    ActivityRecorder(store: kept).flush()
    #expect(kept.first.isEmpty)
  }
}
