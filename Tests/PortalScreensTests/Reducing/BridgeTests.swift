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
    let changing = ActionID.allCases.filter(\.changesThePortal)
    #expect(changing.count > 40)
    #expect(changing.filter { Bridge.table[$0] == nil } == [])
  }

  /// Of each request it is said how well it is known, and what is only made like another is not called
  /// documented: portal.md §7 has requests for roles, identities and groups, §4 the adapter's.
  @Test func whatIsDocumentedIsWhatIsKnown() {
    let known = [
      "/api/v1.0/client/", "/Application/{app}/roles", "/Identity/{user}/groups/recursive",
      "/auth/realms/cern/protocol/openid-connect/token",
    ]
    for (id, bridge) in Bridge.table {
      guard let request = bridge.request else { continue }
      switch request.evidence {
      case .documented:
        #expect(known.contains { request.text.contains($0) }, "\(id): \(request.text)")
        #expect(!request.text.hasPrefix("DELETE /Application"), "\(id)")
        #expect(!request.text.hasPrefix("PUT /Application"), "\(id)")
      case .inferred, .invented: break
      }
    }
  }

  @Test func theWordForARequestIsOnTheScreen() async throws {
    let stage = try await Stage.story(columns: 100, rows: 40)
    try await stage.press("H")
    #expect(stage.text.contains("request  POST /Application"))
    #expect(stage.text.contains("inferred from requests like it"))
    #expect(stage.text.contains("seen on published screenshots"))
  }
}

extension ActionID {
  /// Whether it can change the portal. Without `default`: a new action does not compile until it is
  /// decided.
  fileprivate var changesThePortal: Bool {
    switch self {
    case .newApplication, .deleteApplication, .addRegistration, .regenerateSecret,
      .deleteRegistration, .addRole, .editRole, .deleteRole, .linkGroup, .unlinkGroup,
      .requestExchange, .grantExchange, .approve, .reject, .revoke, .withdraw, .newPerson,
      .enableIdentity, .editApplication, .transferApplication, .acceptOwnership,
      .declineOwnership, .withdrawOwnership, .blockApplication, .editRegistration, .advanced,
      .editIdentity, .deleteIdentity, .departIdentity, .editGroup, .deleteGroup, .joinGroup,
      .leaveGroup, .addMember, .nestGroup, .removeMember, .runExchange, .fix, .undoRow,
      .returnToRow, .undo, .redo:
      true
    case .open, .filter, .filterWay, .categoryFilter, .sort, .scope, .copy, .repair, .previousTab,
      .nextTab,
      .permissions, .showSecret,
      .linkedGroups, .otherPane, .otherProvider, .history, .signInAs, .openRoles, .mapLeft,
      .mapRight, .mapMode,
      .findSource, .findTarget, .mail, .requestDetails, .requestHistory, .bridge, .exchangeBridge,
      .roleHolders, .holdersFilter, .holdersOfPerson, .holdersOfGroup, .holdersStop, .changeField,
      .nextField, .previousField, .tokens, .rawReply, .explain, .curl, .nextToken,
      .applicationsSection, .requestsSection, .peopleSection, .exchangeSection, .mapSection,
      .explainRow, .kindFilter, .applicationFilter, .personFilter, .allActivity,
      .activitySection, .actAs, .endpoint, .help, .commands, .back, .theme, .mouse, .nextStep,
      .quit, .up, .down, .pageUp, .pageDown, .first, .last:
      false
    }
  }
}
