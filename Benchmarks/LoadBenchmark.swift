import Foundation
import PortalModel
import PortalStore
import PortalTrials

/// Forty terminals open on one home while ten processes write as fast as they can.
struct LoadBenchmark {
  var program: String
  var probe: [String]
  var terminals = 40
  var writers = 10
  var seconds = 60

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let portal = try PortalDatabase.open(PortalHome(folder: folder))
    try portal.generate(applications: 100)
    let before = try portal.totals().groups
    let audience = try TerminalAudience(program: program, folder: folder, count: terminals)
    let probes = try (0..<writers).map {
      try Probe(program: probe, ["write", folder, "w\($0)", "\(seconds)s"])
    }
    let lines = probes.flatMap { $0.lines() }
    let seen = audience.end()
    let times = lines.compactMap { line in
      line.split(separator: " ").last.flatMap { Double($0) }.map { $0 / 1000 }
    }
    let errors = lines.filter { $0.hasPrefix("!") }
    let made = try portal.totals().groups - before
    let sound = try portal.soundness().isSound
    portal.close()
    report(
      "load",
      "\(terminals) terminals, \(writers) writers, \(seconds) s: \(times.count) commands, "
        + "\(errors.count) errors, \(times.count - made) lost, "
        + "\(seen.alive) terminals alive, \(seen.complaints) complaints on them, "
        + "\(sound ? "sound" : "DAMAGED")")
    let samples = Samples(times)
    report("  a command", samples.line("ms") + ", longest \(rounded(samples.quantile(1))) ms")
    report("  bytes drawn on the terminals", "\(seen.bytes)")
    for error in Set(errors) { report("  error", error) }
  }
}
