import PortalModel
import Testing

@Suite struct LevelTests {
  @Test func wordsAreTheContract() {
    let words = ["any", "social", "guest", "edugain", "edugain-sirtfi", "cern"]
    #expect(LevelOfAssurance.allCases.map(\.word) == words)
    #expect(words.map { LevelOfAssurance(word: $0) } == LevelOfAssurance.allCases)
    #expect(LevelOfAssurance.allCases.sorted() == LevelOfAssurance.allCases)
  }

  @Test(arguments: ["", "CERN", "edugain_sirtfi", "edugain-sirtifi", "0"])
  func otherWordsAreNone(word: String) {
    #expect(LevelOfAssurance(word: word) == nil)
  }

  @Test func labelsArePortals() {
    #expect(LevelOfAssurance.any.label == "Any (no restrictions)")
    #expect(LevelOfAssurance.edugainSirtfi.label == "EduGain with SIRTIFI")
    #expect(LevelOfAssurance.cern.label == "CERN (highest)")
  }

  @Test(
    arguments: [
      (.primary, .cern), (.secondary, .cern), (.service, .cern), (.application, .cern),
      (.guest, .guest), (.social, .social), (.edugain, .edugainSirtfi),
    ] as [(AccountKind, LevelOfAssurance)])
  func accountsSignInAt(kind: AccountKind, level: LevelOfAssurance) {
    #expect(kind.defaultLevel == level)
    let identity = Identity(
      id: IdentityIdentifier(trusted: "xx"), kind: kind, hasSecondFactor: true)
    #expect(identity.defaultSignIn == SignIn(level: level, multifactor: true))
  }
}
