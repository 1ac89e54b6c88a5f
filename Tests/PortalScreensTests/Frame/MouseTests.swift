import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// The mouse on every screen that has a golden: what is seen can be clicked, and a click does what the
/// key does.
@Suite struct MouseTests {
  static let scenes = GoldenTests.allScenes

  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

  private func stage(_ scene: GoldenTests.Scene, _ size: Size) async throws -> Stage {
    let stage = try await Stage.story(as: scene.person, columns: size.columns, rows: size.rows)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    return stage
  }

  private func click(
    _ point: Point, in stage: Stage, _ kind: MouseEvent.Kind = .press
  ) -> (state: State, effects: [Effect]) {
    var state = stage.state
    let event = TerminalEvent.mouse(MouseEvent(point: point, kind: kind))
    let effects = reduce(&state, .event(event), World(now: stage.now))
    return (state, effects)
  }

  @Test(arguments: scenes, sizes)
  func everyKeyThatIsShownCanBeClicked(_ scene: GoldenTests.Scene, _ size: Size) async throws {
    let stage = try await stage(scene, size)
    let frame = stage.frame
    // In a text to read, keys are spoken of.
    if case .text = stage.state.dialogs.last {
    } else {
      // What is seen behind a dialog is out of reach.
      for row in (stage.state.dialogs.isEmpty ? 0 : size.rows - 1)..<size.rows {
        for (column, cell) in frame[row].enumerated() where cell.role == .key {
          let point = Point(column: column, row: row)
          #expect(frame.region(at: point) != nil, "\(scene.name): \(point)\n\(frame.text)")
        }
      }
    }
    var hints = 0
    for region in frame.regions {
      guard case .key(let key) = region.target else { continue }
      hints += 1
      let clicked = click(region.rect.origin, in: stage)
      var pressed = stage.state
      let effects = reduce(&pressed, .event(.key(key)), World(now: stage.now))
      #expect(
        clicked.state == pressed && clicked.effects == effects, "\(scene.name): \(key.name)")
    }
    #expect(hints > stage.state.shownHints.count, "\(scene.name)")
  }

  @Test(arguments: scenes, sizes)
  func everyRowTabAndSectionGoesWhereItSays(
    _ scene: GoldenTests.Scene, _ size: Size
  ) async throws {
    let stage = try await stage(scene, size)
    for region in stage.frame.regions {
      let point = region.rect.origin
      let after = click(point, in: stage).state
      let frame = render(after, now: stage.now)
      switch region.target {
      case .row, .cell:
        let marked: Set<StyleRole> = [.focus, .selectionInactive, .accent]
        #expect(frame[point.row].contains { marked.contains($0.role) }, "\(scene.name): \(region)")
      case .tab:
        let cells = frame[point.row].dropFirst(point.column).prefix(region.rect.columns)
        #expect(cells.contains { $0.role == .accent }, "\(scene.name): \(region)")
      case .section(let number): #expect(after.section.rawValue == number)
      case .key, .field, .text, .button: continue
      }
    }
    let sections = stage.frame.regions.filter {
      if case .section = $0.target { true } else { false }
    }
    #expect(sections.count == (stage.state.dialogs.isEmpty ? Section.allCases.count : 0))
  }

  @Test(arguments: scenes, sizes)
  func everyFieldBoxAndButtonDoesWhatSpaceDoesThere(
    _ scene: GoldenTests.Scene, _ size: Size
  ) async throws {
    let stage = try await stage(scene, size)
    guard case .form(let form) = stage.state.dialogs.last else { return }
    let fields = form.fields.indices.filter { form.isShown(form.fields[$0]) }
    for region in stage.frame.regions {
      let after = click(region.rect.origin, in: stage).state
      switch region.target {
      case .text(let index), .field(let index), .button(let index):
        var expected = form
        expected.goTo(index)
        switch form.fields[index].kind {
        case .check, .choice, .reference, .metadata, .button:
          _ = expected.handle(.character(" "), stage.state.context)
        case .text, .addresses, .fixed: break
        }
        guard after.dialogs.count == 1, case .form(let form) = after.dialogs[0] else {
          #expect(after.dialogs.count == 2, "\(region)")
          continue
        }
        #expect(form.focus == expected.focus && form.page == expected.page, "\(region)")
        #expect(form.fields.map(\.isOn) == expected.fields.map(\.isOn), "\(region)")
        #expect(form.fields.map(\.choice) == expected.fields.map(\.choice), "\(region)")
      case .key, .section, .tab, .row, .cell: continue
      }
    }
    let seen = Set(
      stage.frame.regions.compactMap { region -> Int? in
        switch region.target {
        case .field(let index), .button(let index): index
        default: nil
        }
      })
    let wanted = fields.filter { !form.fields[$0].isFixed }
    #expect(size.rows < 40 || seen == Set(wanted), "\(scene.name)")
  }

  @Test(arguments: scenes) func whatHasTheFocusCanBeClicked(_ scene: GoldenTests.Scene) async throws
  {
    let stage = try await stage(scene, Self.sizes[0])
    let frame = stage.frame
    guard frame[frame.cursor]?.role == .focus else { return }
    #expect(frame.region(at: frame.cursor) != nil, "\(scene.name)\n\(frame.text)")
  }

  @Test(arguments: ["", "⏎ ] ]", "2", "3", "3 End ⏎ ]", "3 Tab ⏎", "5", "7", "⏎ ] ] w"])
  func aDoubleClickOnARowDoesWhatEnterDoes(_ keys: String) async throws {
    let stage = try await Stage.story(as: Story.bob)
    stage.activity.rows = MemoryActivity.story
    try stage.portal.perform(
      .requestExchange(Story.direction, justification: ""), as: Story.alice, at: stage.now)
    try await stage.press(keys)
    let point = stage.frame.cursor
    let clicked = click(point, in: stage, .doubleClick)
    var pressed = stage.state
    let effects = reduce(&pressed, .event(.key(.enter)), World(now: stage.now))
    #expect(clicked.state.screen == pressed.screen && clicked.state.dialogs == pressed.dialogs)
    #expect(effects.allSatisfy(clicked.effects.contains) && stage.frame[point]?.role == .focus)
  }

  @Test func theWheelScrollsTheListInFront() async throws {
    let stage = try await Stage.story()
    try await stage.press("Tab")
    let wheel = TerminalEvent.mouse(
      MouseEvent(point: Point(column: 9, row: 9), kind: .wheelDown, button: .none))
    try await stage.send(wheel)
    guard case .applications(let list) = stage.state.screen else { return }
    #expect(list.window.scroll.selected == min(3, list.window.rows.count - 1))
    try await stage.press("?")
    try await stage.send(wheel)
    guard case .actions(let help) = stage.state.dialogs.last else { return }
    #expect(help.scroll.selected == 3)
  }

  @Test func aClickInATextPutsTheCaretThere() async throws {
    let stage = try await Stage.story()
    try await stage.take(["n", "'Rep'"])
    let region = try #require(stage.frame.regions.first { $0.target == .text(0) })
    let point = Point(column: region.rect.column + 1, row: region.rect.row)
    try await stage.send(.mouse(MouseEvent(point: point, kind: .press)))
    try await stage.type("x")
    #expect(stage.text.contains("Rxep"))
  }

  @Test func aQuestionIsAnsweredByItsButtons() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ d")
    let delete = try #require(stage.frame.regions.first { $0.target == .button(1) })
    try await stage.send(.mouse(MouseEvent(point: delete.rect.origin, kind: .press)))
    #expect(stage.portal.facts.application(Story.frontEnd) == nil)
  }
}
