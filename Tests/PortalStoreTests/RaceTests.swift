import PortalTrials
import Testing

@Suite struct RaceTests {
  @Test func threeHundredRacesEndAsIfOneHadComeAfterTheOther() throws {
    let result = try RaceTrial().run(races: 300)
    print("races: \(result.line)")
    #expect(result.faults.isEmpty)
    #expect(result.races == 300)
    // Where they never met, nothing was tried.
    #expect(result.overlapped > 100)
    #expect(result.wonByFirst > 0 && result.wonByFirst < 300)
  }
}
