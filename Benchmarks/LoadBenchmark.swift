import PortalModel
import PortalStore
import PortalTrials

/// Forty terminals open on one home while ten processes write as fast as they can.
struct LoadBenchmark {
  var program: String
  var probe: [String]
  var seconds: Int

  func run() throws {
    var trial = LoadTrial(program: program)
    trial.probe = probe
    trial.end = "\(seconds)s"
    let result = try trial.run()
    report("load, \(seconds) s", result.line)
    let samples = Samples(result.milliseconds)
    report("  a command", samples.line("ms") + ", longest \(rounded(samples.quantile(1))) ms")
    report("  commands a second", rounded(Double(samples.values.count) / Double(seconds)))
    report("  bytes drawn on the terminals", "\(result.bytesDrawn)")
    report(
      "  last screen to show the last change",
      "\(rounded(milliseconds(result.lastShown))) ms after the last writer had ended")
    guard result.faults.isEmpty else { throw TrialBenchmark.Failure.faults(result.faults) }
  }
}
