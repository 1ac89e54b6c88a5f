import Foundation
import PortalModel
import PortalTestSupport
import PortalTrials
import Testing

@testable import PortalStore

/// Who came first writes first, and nobody waits for the dead.
@Suite struct WritingQueueTests {
  let scratch = Scratch()

  /// A process in the midst of writing, and others that came after it, one after the other.
  private func holderAndWaiting(_ names: [String]) throws -> (Probe, [Probe]) {
    let holder = try Probe(["keep", scratch.home.folder])
    #expect(holder.nextLine() == "writing")
    let waiting = try names.map { name in
      let drawn = scratch.home.nextInQueue
      let probe = try Probe(["write", scratch.home.folder, name, "1"])
      // One number was drawn: it stands in its place.
      while scratch.home.nextInQueue == drawn, probe.isRunning { sched_yield() }
      return probe
    }
    return (holder, waiting)
  }

  /// The groups that were made, oldest first.
  private func made(_ portal: PortalDatabase) throws -> [String] {
    try portal.journal().reversed().compactMap { entry in
      if case .createGroup(let group)? = entry.command { group.id.text } else { nil }
    }
  }

  private func ends(_ probes: [Probe]) { for probe in probes { _ = probe.lines() } }

  @Test func processesWriteInTheOrderInWhichTheyCame() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let (holder, waiting) = try holderAndWaiting(["a", "b", "c", "d", "e", "f"])
    try holder.tell("")
    #expect(holder.nextLine() == "written")
    ends(waiting)
    #expect(try made(portal) == ["a-0", "b-0", "c-0", "d-0", "e-0", "f-0"])
  }

  @Test func nobodyWaitsForTheDead() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let (holder, waiting) = try holderAndWaiting(["a", "b", "c"])
    waiting[0].kill()
    waiting[1].kill()
    ends(Array(waiting.prefix(2)))
    holder.kill()
    let began = ContinuousClock.now
    ends([waiting[2]])
    #expect(ContinuousClock.now - began < .milliseconds(WritingQueue.limit))
    #expect(try made(portal) == ["c-0"])
    try expectSound(portal)
  }

  @Test func whoeverIsStoppedIsPassedOverOnceForAll() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let (holder, waiting) = try holderAndWaiting(["a", "b", "c"])
    kill(waiting[0].id, SIGSTOP)
    try holder.tell("")
    #expect(holder.nextLine() == "written")
    ends(Array(waiting.dropFirst()))
    #expect(try made(portal) == ["b-0", "c-0"])
    // Who comes now does not wait for it once more.
    let began = ContinuousClock.now
    try portal.add("d-0")
    #expect(ContinuousClock.now - began < .milliseconds(WritingQueue.limit))
    kill(waiting[0].id, SIGCONT)
    ends([waiting[0]])
    #expect(try made(portal) == ["b-0", "c-0", "d-0", "a-0"])
  }

  @Test func waitingCanBeCancelled() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let (holder, _) = try holderAndWaiting([])
    let drawn = scratch.home.nextInQueue
    let canceller = Thread { [home = scratch.home] in
      while home.nextInQueue == drawn { sched_yield() }
      portal.cancel()
    }
    canceller.start()
    #expect(throws: StoreError.cancelled) { try portal.add("a-0") }
    try holder.tell("")
    #expect(holder.nextLine() == "written")
    try portal.add("b-0")
    #expect(try made(portal) == ["b-0"])
  }

  /// A file that cannot be had, or was written by somebody else, stops nobody.
  @Test(arguments: ["removed", "a folder", "not to be written", "nonsense", "empty"])
  func itIsNeverTheReasonForAFailure(_ what: String) throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let path = scratch.home.queuePath
    switch what {
    case "removed": unlink(path)
    case "a folder":
      unlink(path)
      mkdir(path, 0o700)
    case "not to be written":
      unlink(path)
      symlink("/proc/self/status", path)
    case "nonsense": try Data(repeating: 0xFF, count: 64).write(to: URL(fileURLWithPath: path))
    default: truncate(path, 0)
    }
    let began = ContinuousClock.now
    for name in ["a-0", "b-0"] { try portal.add(name) }
    #expect(ContinuousClock.now - began < .milliseconds(WritingQueue.limit))
    #expect(try made(portal) == ["a-0", "b-0"])
  }

  @Test func twoOpeningsInOneProcessTakeTurnsToo() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let drawn = scratch.home.nextInQueue
    let other = Thread { [home = scratch.home] in
      guard let second = try? PortalDatabase.open(home) else { return }
      defer { second.close() }
      try? second.add("a-0")
    }
    try portal.writing { _ in
      other.start()
      while scratch.home.nextInQueue < drawn + 2 { sched_yield() }
    }
    try portal.add("b-0")
    #expect(try made(portal) == ["a-0", "b-0"])
  }
}

extension PortalHome {
  /// The number that the queue gives to the next who comes; -1 where there is no queue.
  fileprivate var nextInQueue: Int64 {
    let file = open(queuePath, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return -1 }
    defer { close(file) }
    return QueueNumbers(of: file).next
  }
}

extension PortalDatabase {
  fileprivate func add(_ name: String) throws {
    try perform(
      .createGroup(Group(id: GroupIdentifier(trusted: name), displayName: name)),
      as: .person(Story.alice), at: Story.start)
  }
}
