import Testing

@testable import TerminalKit

@Suite struct ListScrollTests {
  @Test(
    "Keys move selection and view in a list of 10 on 4 lines",
    arguments: [
      ("↓", 1, 0), ("↑", 0, 0), ("↓ ↓ ↓ ↓", 4, 1), ("End", 9, 6), ("End ↓", 9, 6),
      ("PgDn", 3, 0), ("PgDn PgDn", 6, 3), ("End PgUp", 6, 6), ("End Home", 0, 0),
      ("End ↑ ↑ ↑ ↑", 5, 5),
    ])
  func keys(keys: String, selected: Int, first: Int) throws {
    var list = ListScroll(count: 10)
    for name in keys.split(separator: " ") {
      let taken = try list.handle(#require(Key(name: String(name))), height: 4)
      #expect(taken)
    }
    #expect(list.selected == selected)
    #expect(list.visible(height: 4) == first..<first + 4)
  }

  @Test func lettersAreNotTaken() {
    var list = ListScroll(count: 10)
    let taken = list.handle(.character("j"), height: 4)
    #expect(!taken)
    #expect(list.selected == 0)
  }

  @Test func emptyListsHaveNoSelection() {
    var list = ListScroll(count: 0)
    #expect(list.selection == nil)
    list.move(by: 5, height: 4)
    list.end(height: 4)
    list.scroll(by: 3, height: 4)
    #expect(list.selected == 0)
    #expect(list.visible(height: 4).isEmpty)
    list.select(0, inView: 0..<4)
    #expect(list.selection == nil)
  }

  @Test func aShorterListClampsTheSelection() {
    var list = ListScroll(count: 10, selected: 9)
    list.setCount(3)
    #expect(list.selected == 2)
    #expect(list.visible(height: 4) == 0..<3)
  }

  @Test func aTallerViewShowsMore() {
    var list = ListScroll(count: 10)
    list.end(height: 4)
    #expect(list.visible(height: 8) == 2..<10)
    #expect(list.visible(height: 20) == 0..<10)
    #expect(list.visible(height: 0).isEmpty)
  }

  @Test func aRowThatIsSeenIsSelectedWhereItStands() {
    var list = ListScroll(count: 10)
    list.end(height: 4)
    list.select(7, inView: 6..<10)
    #expect(list.selected == 7)
    #expect(list.visible(height: 4) == 6..<10)
    list.select(2, inView: 6..<10)
    #expect(list.selected == 7)
  }

  @Test func theWheelTakesTheSelectionAlong() {
    var list = ListScroll(count: 10)
    list.scroll(by: 3, height: 4)
    #expect(list.selected == 3)
    #expect(list.visible(height: 4) == 3..<7)
    list.scroll(by: 100, height: 4)
    #expect(list.visible(height: 4) == 6..<10)
    list.scroll(by: -100, height: 4)
    #expect(list.visible(height: 4) == 0..<4)
  }
}
