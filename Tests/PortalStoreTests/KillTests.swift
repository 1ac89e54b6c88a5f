import Foundation
import GRDB
import PortalModel
import Synchronization
import Testing

@testable import PortalStore

@Suite struct KillTests {
  /// Writers are killed at random moments; what each acknowledged through its pipe must be there.
  @Test func whatWasAcknowledgedSurvivesAHundredKills() throws {
    let scratch = Scratch()
    try scratch.open().close()
    var acknowledged: Set<String> = []
    var kills = 0
    while kills < 100 {
      // Two at a time, so that a writer also dies while another one works on the same files.
      let writers = try (0..<2).map { try Probe(home: scratch.home, prefix: "w\(kills + $0)") }
      for writer in writers {
        // Not before it writes: a kill while the program loads would prove nothing.
        writer.waitForFirstLine()
        usleep(UInt32.random(in: 0..<40_000))
        kills += writer.kill() ? 1 : 0
      }
      for writer in writers { acknowledged.formUnion(writer.lines()) }
    }
    let portal = try scratch.open()
    defer { portal.close() }
    let snapshot = try portal.snapshot()
    let kept = Set(snapshot.groups.map(\.id.text))
    #expect(acknowledged.count > 100)
    #expect(acknowledged.subtracting(kept).isEmpty)
    // At most one command of each writer can have counted without being acknowledged.
    #expect(kept.subtracting(acknowledged).count <= kills + 1)
    let entries = try portal.reading {
      try $0.first("SELECT count(*) FROM journal") { $0[0] as Int }
    }
    #expect(entries == kept.count)
    try expectSound(portal)
  }

  @Test func aChangeByAnotherProcessIsSeen() async throws {
    let scratch = Scratch()
    let portal = try scratch.open()
    defer { portal.close() }
    let (changes, continuation) = AsyncStream.makeStream(of: Void.self)
    let watch = portal.watch { continuation.yield() }
    defer { watch.cancel() }
    let writer = try Probe(home: scratch.home, prefix: "seen", count: 1)
    for await _ in changes { break }
    #expect(try portal.group(GroupIdentifier(trusted: "seen-0")) != nil)
    #expect(writer.lines() == ["seen-0"])
  }
}

/// A `WriterProbe` at work.
private final class Probe {
  private let process = Process()
  private let output = Pipe()
  private var text = Data()

  init(home: PortalHome, prefix: String, count: Int? = nil) throws {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let place = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let candidates = [products, place.deletingLastPathComponent(), Self.testBundleFolder]
      .map { $0.appendingPathComponent("WriterProbe") }
    process.executableURL = candidates.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    process.arguments = [home.folder, prefix] + (count.map { [String($0)] } ?? [])
    process.standardOutput = output
    try process.run()
  }

  /// SwiftPM hands the bundle's path to the runner in another place's binary.
  private static var testBundleFolder: URL {
    let path =
      CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).deletingLastPathComponent()
  }

  func waitForFirstLine() {
    text += output.fileHandleForReading.availableData
  }

  /// Whether the writer was still writing when the signal came.
  func kill() -> Bool {
    let isRunning = process.isRunning
    Glibc.kill(process.processIdentifier, SIGKILL)
    return isRunning
  }

  /// The whole lines that came out until the end.
  func lines() -> [String] {
    text += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let whole = String(decoding: text, as: UTF8.self)
    return whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }
}
