import PortalModel
import PortalTestSupport
import Testing

/// Each rule of the book is seen to hold, and seen to say no.
@Suite struct RuleBookTests {
  /// The rows. Those of tokens and of SAML metadata stand with the tests of what reads them, which
  /// have one for each as well.
  static let rows =
    RuleRow.applications + RuleRow.applicationLife + RuleRow.ownership + RuleRow.leaving
    + RuleRow.registrations + RuleRow.settings + RuleRow.roles + RuleRow.awards + RuleRow.people
    + RuleRow.groups + RuleRow.requests + RuleRow.decisions + RuleRow.scenarios

  static let rules = PortalRule.all.filter { $0.area != .tokens && $0.area != .metadata }

  @Test(arguments: rows.indices) func holds(index: Int) throws {
    let row = Self.rows[index]
    try row.holds.check("\(row.rule)")
  }

  @Test(arguments: rows.indices) func saysNo(index: Int) throws {
    let row = Self.rows[index]
    try row.otherwise.check("\(row.rule)")
  }

  @Test func everyRuleHasARowAndEveryRowARule() {
    let ids = Set(Self.rules.map(\.id))
    let rows = Set(Self.rows.map(\.rule))
    #expect(ids.subtracting(rows) == [])
    #expect(rows.subtracting(ids) == [])
  }

  @Test func everyRefusalIsCausedByARow() {
    let caused = Set(Self.rows.flatMap { $0.otherwise.refusals + $0.holds.refusals })
    // Undo is no command: its refusals come from the store, and have their tests there.
    #expect(Set(RefusalName.allCases).subtracting(caused) == [.undo])
  }

  @Test func everyRuleSaysWhereItComesFrom() {
    #expect(Set(PortalRule.all.map(\.id)).count == PortalRule.all.count)
    for rule in PortalRule.all {
      #expect(!rule.sentence.isEmpty && rule.sentence.hasSuffix("."), "\(rule.id)")
      #expect(!rule.source.word.isEmpty, "\(rule.id)")
      switch rule.source {
      case .page(let title): #expect(!title.isEmpty, "\(rule.id)")
      case .standard(let name): #expect(!name.isEmpty, "\(rule.id)")
      case .inferred(let ground): #expect(!ground.isEmpty, "\(rule.id)")
      case .screenshots, .code, .users, .keycloak, .invented: break
      }
    }
  }
}
