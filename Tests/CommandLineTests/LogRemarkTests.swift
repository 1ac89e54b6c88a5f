import PortalModel
import PortalStore
import Testing

@testable import portal

@Suite("Command line: where the newer exchange would refuse", .timeLimit(.minutes(2)))
struct LogRemarkTests {
  private let home: CommandLineHome

  init() async { home = await .filled() }

  private static let remark =
    "      The newer standard exchange would refuse it: S4 standard exchange enabled, "
    + "S6 type of the subject token sent"

  /// What a server on the same home keeps of the requests that it answered.
  private func answer(_ standard: [CheckIdentifier]...) throws {
    let portal = try PortalDatabase.open(PortalHome(folder: home.path))
    defer { portal.close() }
    try portal.keep(
      standard.map {
        ActivityEntry(
          at: Instant(seconds: 1_800_000_000), endpoint: .token, client: "front-end-app",
          subject: "jdoe", audience: "back-end-api", status: 200, standard: $0)
      })
  }

  @Test func eachRowIsNamedUnderItsRequestAndNothingUnderTheOthers() async throws {
    try answer([.standardEnabled, .standardSubjectTokenType], [])
    let lines = await home.run("log --kind requests").output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    // Newest first, under the titles.
    #expect(lines[1].hasSuffix("200") && lines[2].hasSuffix("200"))
    #expect(lines[3] == Self.remark)
  }

  @Test func itComesWhileFollowingToo() async throws {
    let following = home.follow("log --follow --limit 1 --kind requests")
    await following.untilFollowing()
    try answer([.standardEnabled, .standardSubjectTokenType])
    #expect(await following.nextLine()?.hasSuffix("200") == true)
    #expect(await following.nextLine() == Self.remark)
    _ = await following.end()
  }
}
