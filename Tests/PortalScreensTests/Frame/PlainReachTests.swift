import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Plain mode reaches every action of the table and every field of every form, by numbers or by words.
@Suite struct PlainReachTests {
  @Test func everyActionCanBeGivenFromWhereItWorks() async throws {
    var reached: Set<ActionID> = []
    for way in ActionTableTests.ways {
      let stage = try await Stage.story()
      stage.activity.rows = MemoryActivity.story
      try await stage.take(way.keys)
      let world = World(now: stage.now)
      for entry in stage.state.entriesHere {
        guard case .here = entry.standing else {
          reached.insert(entry.row.id)
          continue
        }
        // By its key's name, as the page of help reads it out.
        let key = try #require(entry.keys.first)
        var plain = PlainSession(state: stage.state)
        // Numbers choose, so that sections have a letter before theirs.
        let sign = entry.row.id.isSection ? "s" : ""
        let effects = plain.take(line: sign + key.name, world)
        var pressed = stage.state
        pressed.message = nil
        let expected = reduce(&pressed, .event(.key(key)), world)
        #expect(plain.state == pressed && effects == expected, "\(entry.row.id) in \(way.context)")
        reached.insert(entry.row.id)
      }
    }
    #expect(ActionID.allCases.filter { !reached.contains($0) } == [])
  }

  @Test func everyActionThatIsPossibleAndSeenHasANumber() async throws {
    let without: Set<ActionID> = [.previousField, .nextField, .changeField, .previousTab]
    for way in ActionTableTests.ways {
      let stage = try await Stage.story()
      try await stage.take(way.keys)
      stage.state.message = nil
      let numbered = stage.state.plainPage(now: stage.now).choices.compactMap { choice in
        if case .action(let id) = choice.deed { id } else { nil }
      }
      for entry in stage.state.entriesHere where entry.row.priority > 0 {
        guard case .here = entry.standing, !without.contains(entry.row.id) else { continue }
        #expect(numbered.contains(entry.row.id), "\(entry.row.id) in \(way.context)")
      }
    }
  }

  @Test func everyFieldOfEveryFormCanBeChangedByItsNumber() async throws {
    for form in Forms.all {
      let stage = try await Stage.story()
      stage.state.dialogs = [.form(form)]
      let world = World(now: stage.now)
      let choices = stage.state.plainPage(now: stage.now).choices
      for (index, field) in form.fields.enumerated() where form.isShown(field) && !field.isFixed {
        let number = try #require(
          choices.firstIndex { $0.deed == .field(index) }, "\(field.id) of \(form.title)")
        var plain = PlainSession(state: stage.state)
        var effects = plain.take(line: "\(number + 1)", world)
        if case .text = field.kind { effects += plain.take(line: "words", world) }
        if case .addresses = field.kind { effects += plain.take(line: "https://q.cern.ch", world) }
        #expect(
          plain.state.dialogs != stage.state.dialogs || !effects.isEmpty, "\(field.id)")
      }
    }
  }

  @Test func aFieldSaysWhatItExpects() async throws {
    let stage = try await Stage.story()
    stage.state.dialogs = [.form(.application())]
    var plain = PlainSession(state: stage.state)
    _ = plain.take(line: "1", World(now: stage.now))
    let text = plain.text(now: stage.now).joined(separator: "\n")
    #expect(text.contains("For example: my-reports") && text.contains("type it"))
  }

  @Test(arguments: MouseTests.scenes)
  func whatIsBehindReplacedKeysIsStillANumber(_ scene: GoldenTests.Scene) async throws {
    let stage = try await Stage.story(as: scene.person)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    guard let dialog = stage.state.dialogs.last, dialog.kind != .text else { return }
    let world = World(now: stage.now)
    var replaced = stage.state
    replaced.keymap = ChosenKeysTests.keymap
    for (number, choice) in stage.state.plainPage(now: stage.now).choices.enumerated() {
      if case .dialogRow(_, .enter) = choice.deed, dialog.kind == .actions { continue }
      var before = PlainSession(state: stage.state)
      var after = PlainSession(state: replaced)
      let effects = before.take(line: "\(number + 1)", world)
      let others = after.take(line: "\(number + 1)", world)
      #expect(
        before.state.dialogs == after.state.dialogs && effects == others,
        "\(choice.text) in \(scene.name)")
    }
  }
}
