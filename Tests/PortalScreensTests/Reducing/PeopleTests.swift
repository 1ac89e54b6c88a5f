import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct PeopleTests {
  @Test func rolesAreShownInEveryApplicationWithTheirReason() async throws {
    let stage = try await Stage.story(columns: 120, rows: 40)
    try await stage.press("3 /")
    try await stage.type("jdoe")
    try await stage.press("⏎ ⏎ [")
    #expect(stage.text.contains("Person: jdoe"))
    #expect(stage.text.contains("✓ frontend_user"))
    #expect(stage.text.contains("jdoe is in group frontend-admins, through web-team"))
    #expect(stage.text.contains("given to all authenticated users"))
    try await stage.press("o")
    #expect(!stage.text.contains("given to all authenticated users"))
  }

  @Test func howSomebodySignedInDecidesAboutRoles() async throws {
    let stage = try await Stage.story(columns: 120, rows: 40)
    try await stage.press("3 End ⏎ [ s Home ⏎")
    #expect(stage.text.contains("Signed in with Any"))
    #expect(stage.text.contains("· frontend_user"))
    #expect(stage.text.contains("needs level EduGain with SIRTIFI"))
  }

  @Test func groupsAreATreeThatOpens() async throws {
    let stage = try await Stage.story()
    try await stage.press("3 End ⏎ ]")
    #expect(stage.text.contains("→ frontend-admins"))
    #expect(stage.text.contains("inherited"))
    try await stage.press("End d")
    #expect(stage.message.contains("through another group"))
    try await stage.press("⏎")
    #expect(stage.text.contains("Group: frontend-admins"))
    #expect(stage.text.contains("web-team"))
  }

  @Test func anIdentityIsAddedDisabledAndEnabled() async throws {
    let stage = try await Stage.story()
    try await stage.press("3 n")
    try await stage.type("erin")
    try await stage.press("Ctrl-S")
    let erin = IdentityIdentifier(trusted: "erin")
    #expect(stage.portal.facts.identity(erin)?.kind == .primary)
    #expect(stage.text.contains("Person: erin"))
    try await stage.press("b → ⏎")
    #expect(stage.portal.facts.identity(erin)?.enabled == false)
    try await stage.press("b")
    #expect(stage.portal.facts.identity(erin)?.enabled == true)
  }

  @Test func aLoginThatIsTakenIsSaidBesideTheField() async throws {
    let stage = try await Stage.story()
    try await stage.press("3 n")
    try await stage.type("bob")
    try await stage.press("Ctrl-S")
    #expect(stage.text.contains("Add an identity"))
    #expect(stage.message.hasPrefix("✕"))
  }

  @Test func membersComeAndGo() async throws {
    let stage = try await Stage.story()
    let group = GroupIdentifier(trusted: "backend-users")
    try await stage.press("3 Tab ⏎")
    #expect(stage.text.contains("Group: backend-users"))
    try await stage.press("n")
    try await stage.type("alice")
    try await stage.press("⏎")
    #expect(stage.portal.facts.isMember(.identity(Story.alice), of: group))
    try await stage.press("Home d → ⏎")
    #expect(!stage.portal.facts.isMember(.identity(Story.alice), of: group))
  }

  @Test func aCycleIsRefusedWithItsPath() async throws {
    let stage = try await Stage.story()
    try await stage.press("3 Tab End ⏎ N")
    try await stage.type("frontend-admins")
    try await stage.press("⏎")
    #expect(stage.message.hasPrefix("✕"))
    #expect(stage.message.contains("frontend-admins"))
  }

  @Test func theMouseSelectsOpensAndTurnsTabs() async throws {
    let stage = try await Stage.story()
    try await stage.press("3")
    try await stage.send(
      .mouse(MouseEvent(point: Point(column: 4, row: 6), kind: .doubleClick, button: .left)))
    #expect(stage.text.contains("Person: bob"))
    try await stage.send(
      .mouse(MouseEvent(point: Point(column: 12, row: 4), kind: .press, button: .left)))
    #expect(stage.text.contains("[Groups]"))
  }

  @Test func theTreeOfGroupsSaysEachGroupOnceAndEnds() {
    let a = GroupIdentifier(trusted: "aa")
    let b = GroupIdentifier(trusted: "bb")
    let c = GroupIdentifier(trusted: "cc")
    let person = Member.identity(Story.jdoe)
    let tree = GroupTree(
      of: person,
      memberships: [
        Membership(member: person, group: a), Membership(member: person, group: b),
        Membership(member: .group(a), group: c), Membership(member: .group(b), group: c),
        Membership(member: .group(c), group: a),
      ])
    #expect(tree.rows.map(\.group) == [a, c, a, b, c])
    #expect(tree.rows.map(\.depth) == [0, 1, 2, 0, 1])
    #expect(tree.rows.map(\.isRepeated) == [false, false, true, false, true])
  }
}
