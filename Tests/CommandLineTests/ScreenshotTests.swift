import Foundation
import Testing

@testable import portal

@Suite("Command line: screenshot")
struct ScreenshotTests {
  @Test func aScreenIsDrawnAfterItsKeys() async throws {
    let home = await CommandLineHome.filled()
    let path = home.file("picture.svg")
    let arguments = [
      "screenshot", "--svg", path, "--size", "80x24", "--keys", "Enter t r 'back-end'",
    ]
    #expect(await home.run(arguments).status == .done)
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.hasPrefix("<svg ") && first.hasSuffix("</svg>\n"))
    #expect(first.contains("back-end-api") && first.contains("Request token exchange permission"))
    #expect(await home.run(arguments).status == .done)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
  }

  @Test(arguments: [("--size", "0x9", "is no size"), ("--keys", "Hyper", "is no key")])
  func whatIsWrongIsSaid(option: String, value: String, words: String) async {
    let home = await CommandLineHome.filled()
    let run = await home.run(["screenshot", "--svg", home.file("p.svg"), option, value])
    #expect(run.status == .usage && run.errors.contains(words))
  }
}
