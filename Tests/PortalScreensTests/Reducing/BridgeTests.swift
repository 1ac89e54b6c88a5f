import PortalTestSupport
import Testing

@testable import PortalScreens

@Suite struct BridgeTests {
  @Test func permissionsNameThePortalsPageButtonAndRequest() async throws {
    let stage = try await MapTests.chain(columns: 100, rows: 40)
    try await stage.press("1 ⏎ t h")
    #expect(stage.text.contains("+ Request token exchange permission"))
    #expect(stage.text.contains("the red bin under \"Granted permissions\""))
    #expect(stage.text.contains("back-end-api/token-exchange-permissions/front-end-app"))
    #expect(stage.text.contains("not public: invented here"))
  }

  @Test func itWorksOnEveryScreen() async throws {
    for way in ActionTableTests.ways {
      let stage = try await Stage.story()
      try await stage.take(way.keys)
      try await stage.press("H")
      #expect(stage.text.contains("In the real portal"), "\(way.context)")
    }
  }

  @Test func everyEntryBelongsToTheTableOfActions() {
    for id in Bridge.table.keys { #expect(ActionSpec.row(of: id) != nil, "\(id)") }
  }

  /// What changes the portal is a button there, or is said to be none.
  @Test func everythingThatChangesThePortalIsInIt() {
    let changing: [ActionID] = [
      .newApplication, .deleteApplication, .addRegistration, .regenerateSecret,
      .deleteRegistration, .addRole, .editRole, .deleteRole, .linkGroup, .unlinkGroup,
      .requestExchange, .grantExchange, .approve, .reject, .withdraw, .revoke, .runExchange,
      .newPerson, .enableIdentity, .joinGroup, .leaveGroup, .addMember, .nestGroup, .removeMember,
      .editApplication, .transferApplication, .acceptOwnership, .declineOwnership,
      .withdrawOwnership, .blockApplication, .editRegistration, .advanced, .editIdentity,
      .deleteIdentity, .departIdentity, .editGroup, .deleteGroup,
    ]
    #expect(changing.filter { Bridge.table[$0] == nil } == [])
  }
}
