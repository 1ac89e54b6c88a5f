import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

@Suite struct PermissionPageTests {
  /// Whatever the pages' size, together they are the newest round of each direction, in order.
  @Test(arguments: [1, 2, 3, 200])
  func pagesTogetherAreTheNewestRounds(size: Int) throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    let asked = ExchangeDirection(source: Story.frontEnd, target: Story.backEnd)
    // Three rounds of one direction, of which the last one counts.
    for (person, command) in [
      (Story.alice, PortalCommand.requestExchange(asked, justification: "first")),
      (Story.bob, .rejectExchange(asked, reason: "no")),
      (Story.alice, .requestExchange(asked, justification: "second")),
      (Story.alice, .withdrawExchange(asked)),
      (Story.bob, .grantExchange(asked)),
    ] {
      try portal.perform(command, as: .person(person), at: Story.start)
    }
    var newest: [ExchangeDirection: ExchangePermission] = [:]
    for round in try portal.snapshot().permissions
    where round.round > newest[round.direction]?.round ?? 0 {
      newest[round.direction] = round
    }
    var paged: [ExchangePermission] = []
    while true {
      let page = try portal.permissions(after: paged.last?.direction, limit: size)
      paged += page
      if page.count < size { break }
    }
    #expect(paged.first { $0.direction == asked }?.round == 3)
    #expect(
      paged
        == newest.values.sorted {
          ($0.direction.source, $0.direction.target) < ($1.direction.source, $1.direction.target)
        })
    #expect(paged.count >= 2)
  }
}
