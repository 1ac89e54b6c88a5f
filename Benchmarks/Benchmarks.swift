import Foundation
import PortalTrials

/// Measures what the project promises: `make bench`, with `BENCH="screens 10000"`, `BENCH=commands`,
/// `BENCH="search 10000"` (a portal kept in `PORTAL_BENCH_HOME`), `BENCH="exchanges 500"` (so many
/// tokens) or `BENCH="endpoint 600"` (seconds under load) for a part; the trials are `races`, `kills`,
/// `model`, `replay`, `exports`, `load`, `live` and `growth`, each with its size; `roles` asks about
/// deep and large groups.
@main
struct Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    // The processes of the trials are this program again.
    if arguments.first == "probe" { exit(ProbeProgram.run(Array(arguments.dropFirst()))) }
    let sizes = arguments.compactMap { Int($0) }
    let parts = Set(arguments.filter { Int($0) == nil })
    let program =
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "portal").path
    func wants(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }
    if wants("screens") {
      let screens = ScreenBenchmark(program: program, rounds: 100)
      try screens.firstStart()
      for applications in sizes.isEmpty ? [10, 10_000, 1_000_000] : sizes {
        try screens.run(applications: applications)
      }
      print("")
    }
    let trials = TrialBenchmark(probe: [CommandLine.arguments[0], "probe"])
    if wants("races") { try trials.races(sizes.first ?? 10_000) }
    if wants("kills") { try trials.kills(sizes.first ?? 10_000) }
    if wants("model") { try trials.model(sizes.first ?? 100_000) }
    if wants("replay") { try trials.replay(sizes.first ?? 100_000) }
    if wants("load") {
      let load = LoadBenchmark(
        program: program, probe: trials.probe, seconds: sizes.first ?? 60)
      try load.run()
    }
    if wants("live") {
      try LiveBenchmark(program: program, changes: sizes.first ?? 100).run()
    }
    if wants("growth") {
      for entries in sizes.isEmpty ? [10, 1_000_000] : sizes {
        try GrowthBenchmark(program: program).run(entries: entries)
      }
    }
    if wants("search") {
      try SearchBenchmark(
        applications: sizes.first ?? 1_000_000,
        kept: ProcessInfo.processInfo.environment["PORTAL_BENCH_HOME"]
      ).run()
    }
    if wants("exports") { try trials.exports(sizes.first ?? 10_000) }
    if wants("roles") { try RoleBenchmark().run() }
    if wants("commands") { try CommandBenchmark(seconds: 5).run() }
    if wants("endpoint") {
      let seconds = parts.contains("endpoint") ? sizes.first ?? 0 : 0
      try await EndpointBenchmark(program: program, tokens: 10_000, seconds: seconds).run()
    }
    if wants("exchanges") { try await ExchangeBenchmark(tokens: sizes.first ?? 10_000).run() }
  }
}
