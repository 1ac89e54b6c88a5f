import PortalScenarios
import Testing

/// Texts that are made to hurt are refused, quickly and in words.
@Suite struct HostileTextTests {
  static let bomb =
    "format: portal.scenario/1\na0: &a0 [x]\n"
    + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a40\n: x\n"

  @Test(arguments: [
    "", "\n\n", "# nothing\n", "null", "42", "[]", "- a", "{", "}", "\u{0}", "a: \u{7}", "%YAML 9",
    "\t- x", "? [a]\n: b", "a: b\n---\nc: d", "!!binary x", "<<: {a: b}", "&a", "*a", "a: *b",
    "format: portal.scenario/1\nidentities: {ann: &x {}, ben: *x}", bomb,
    "format: portal.scenario/1\nidentities: {? [a, b] : {}}",
    "format: portal.scenario/1\nidentities: {1: {}, '1': {}}",
    String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
    String(repeating: "{a: ", count: 100_000), "\u{FEFF}\u{202E}",
    "format: portal.scenario/1\ntitle: " + String(repeating: "x", count: 200_000),
  ])
  func isRefused(text: String) throws {
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "hostile") }
    let problems = try #require(error).problems
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.line >= 1 && $0.sentence.hasSuffix(".") })
  }

  @Test func tooLargeATextIsNotEvenParsed() throws {
    let text = String(repeating: "a: b # filling\n", count: 1_200_000)
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "large") }
    #expect(try #require(error).problems.map(\.kind) == [.tooLarge(maximum: 16 << 20)])
  }

  @Test func problemsAreCappedNotTheText() throws {
    let text =
      "format: portal.scenario/1\nidentities:\n"
      + (0..<5000).map { "  p\($0): {oops: 1}\n" }.joined()
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text, name: "many") }
    #expect(try #require(error).problems.count == 100)
  }

  /// Every text that comes of cutting or changing a sound one is read or refused, never worse.
  @Test func brokenTextsNeverCrash() throws {
    var numbers = SystemRandomNumberGenerator()
    let sound = Array(ScenarioErrorTests.sound.unicodeScalars)
    let odd: [Unicode.Scalar] = [
      "[", "]", "{", "}", ":", "-", "&", "*", "\"", "'", "|", "\n", "\u{0}",
    ]
    for _ in 0..<400 {
      var scalars = sound
      for _ in 0..<3 {
        let index = Int.random(in: scalars.indices, using: &numbers)
        if Bool.random(using: &numbers) {
          scalars.remove(at: index)
        } else if let scalar = odd.randomElement(using: &numbers) {
          scalars[index] = scalar
        }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      _ = try? Scenario.parse(text, name: "changed").script(at: .init(seconds: 0))
    }
  }
}
