import PortalTestSupport
import PortalTrials
import Testing

/// The load bench in small: what must be right, not how fast it is.
@Suite struct LoadTests {
  @Test func sixTerminalsLookOnWhileThreeProcessesWrite() throws {
    var trial = LoadTrial(program: portalPath)
    trial.terminals = 6
    trial.writers = 3
    trial.end = "100"
    let result = try trial.run()
    print("load: \(result.line)")
    #expect(result.faults == [])
    #expect(result.milliseconds.count == 300)
    #expect(result.bytesDrawn > 0)
  }
}
