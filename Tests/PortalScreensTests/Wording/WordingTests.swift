import PortalModel
import PortalScreens
import Testing

@Suite("Wording: whole sentences for everything")
struct WordingTests {
  private func expectSentences(_ explanation: Explanation, _ about: some Any) {
    for sentence in explanation.sentences {
      #expect(sentence.count > 9, "\(about): '\(sentence)'")
      #expect(sentence.last == "." || sentence.last == "?", "\(about): '\(sentence)'")
      #expect(!sentence.contains("..") && !sentence.contains("  "), "\(about): '\(sentence)'")
      #expect(sentence.utf8.allSatisfy { $0 < 128 }, "\(about): '\(sentence)'")
      #expect(sentence.prefix(1) != " ")
    }
  }

  private func expectFragment(_ text: String, _ about: some Any) {
    #expect(text.count > 2, "\(about): '\(text)'")
    #expect(text.last != "." && !text.contains("  "), "\(text)")
  }

  @Test func everyRefusalIsExplained() {
    for refusal in Samples.refusals { expectSentences(refusal.explanation, refusal) }
    let codes = Set(Samples.refusals.map(\.code))
    #expect(codes.count == 74)
  }

  @Test func everyFailedCheckIsExplained() {
    for id in CheckIdentifier.allCases {
      for finding in Samples.findings.map(Optional.some) + [nil] {
        let check = Check(id: id, outcome: .failed, found: finding)
        if let explanation = check.explanation(now: Samples.now) {
          expectSentences(explanation, (id, finding))
        } else {
          Issue.record("no explanation of \(check)")
        }
        for line in check.lines(now: Samples.now) { expectFragment(line, (id, finding)) }
      }
    }
  }

  @Test func everyOtherCheckHasALine() {
    for id in CheckIdentifier.allCases {
      let waiting = Check(id: id, outcome: .notReached, found: nil)
      expectFragment(waiting.line(now: Samples.now), id)
      #expect(waiting.explanation(now: Samples.now) == nil)
      for finding in Samples.findings.map(Optional.some) + [nil] {
        let check = Check(id: id, outcome: .passed, found: finding)
        for line in check.lines(now: Samples.now) { expectFragment(line, (id, finding)) }
      }
    }
  }

  @Test func everyCommandIsSaidInAllForms() {
    for command in Samples.commands {
      expectFragment(command.past(), command)
      expectFragment(command.past(target: Samples.managers), command)
      expectFragment(command.present, command)
      expectFragment(command.subject, command)
      let isWord = command.verb.allSatisfy { $0.isLowercase || $0 == "-" }
      #expect(isWord, "\(command.verb)")
      let step = Repair.Step(command: command, by: Samples.bob, managers: nil)
      #expect(step.sentence.hasPrefix("bob "))
    }
  }

  @Test func everyRequestChangeIsSaid() {
    for change in Samples.requestChanges {
      #expect(change.sentence.hasSuffix("."))
      expectFragment(Repair(steps: [], request: change).summary, change)
    }
  }

  @Test func everyClaimHasMeaningAndProvenance() {
    for origin in ClaimOrigin.allCases {
      for name in ["aud", "azp", "typ", "exp", "cern_roles", "sid", "kid", "something"] {
        let claim = TokenView.Claim(name, .string("x"), origin: origin)
        for kind in [TokenView.Kind.access, .refresh, .id] {
          #expect(claim.meaning(in: kind).hasSuffix("."))
        }
        #expect(claim.provenance.hasSuffix("."))
      }
    }
  }

  @Test func everyAddressProblemHasAHint() {
    for problem in Samples.addressProblems { expectFragment(problem.hint, problem) }
  }
}
