import PortalModel
import PortalTrials
import Testing

@testable import PortalStore

@Suite struct KillTests {
  @Test func whatWasAcknowledgedSurvivesThreeHundredKills() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    let result = try KillTrial().run(kills: 300, seed: seed)
    print("killed writers: \(result.line) (seed \(seed))")
    #expect(result.faults.isEmpty)
    #expect(result.kills >= 300)
    #expect(result.acknowledged > 300)
    #expect(result.looks > 0)
  }

  @Test func aChangeByAnotherProcessIsSeen() async throws {
    let scratch = Scratch()
    let portal = try scratch.open()
    defer { portal.close() }
    let (changes, continuation) = AsyncStream.makeStream(of: Void.self)
    let watch = portal.watch { continuation.yield() }
    defer { watch.cancel() }
    let writer = try Probe(["write", scratch.home.folder, "seen", "1"])
    for await _ in changes { break }
    #expect(try portal.group(GroupIdentifier(trusted: "seen-0")) != nil)
    #expect(writer.lines().map { $0.prefix { $0 != " " } } == ["seen-0"])
  }
}
