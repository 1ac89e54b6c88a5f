import PortalModel
import Testing

@testable import PortalScreens

@Suite struct FidelityTests {
  static let rows = FidelityRow.portal + FidelityRow.further

  @Test func thePortalsThirtyTwoRowsAreThere() {
    #expect(FidelityRow.portal.count == 32)
    #expect(Set(Self.rows.map(\.feature)).count == Self.rows.count)
  }

  @Test func everyRowNamesRulesThatThereAre() {
    let known = Set(PortalRule.all.map(\.id))
    for row in Self.rows {
      #expect(Set(row.rules).subtracting(known) == [], "\(row.feature)")
      #expect(Set(row.rules).count == row.rules.count, "\(row.feature)")
    }
  }

  @Test func everyRuleStandsInARow() {
    let named = Set(Self.rows.flatMap(\.rules))
    #expect(Set(PortalRule.all.map(\.id)).subtracting(named) == [])
  }

  @Test func whatIsNotWholeSaysWhy() {
    for row in Self.rows {
      #expect(!row.places.isEmpty, "\(row.feature)")
      switch row.extent {
      case .whole: break
      case .part, .none: #expect(!row.remark.isEmpty, "\(row.feature)")
      }
    }
  }

  @Test func everyActionOfTheRowsIsInTheTableOfActions() {
    for place in Self.rows.flatMap(\.places) {
      switch place {
      case .action(let id): #expect(ActionSpec.row(of: id) != nil, "\(id)")
      case .actionIn(let context, let id):
        #expect(ActionSpec.row(of: id)?.contexts.contains(context) == true, "\(id)")
      case .command, .path: break
      }
    }
  }

  @Test func thePageHasEveryRowRuleAndAction() {
    let page = FidelityPage.markdown
    for row in Self.rows { #expect(page.contains("| \(row.feature) |")) }
    for rule in PortalRule.all { #expect(page.contains("| `\(rule.id)` |")) }
    for id in Bridge.table.keys { #expect(page.contains("| `\(id.word)` |")) }
    #expect(!page.contains("|  |  |  |"))
  }
}
