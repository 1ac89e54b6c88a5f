import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// The one table of actions: complete, without clashes, and nothing in it out of reach.
@Suite struct ActionTableTests {
  @Test func everyActionHasOneRow() {
    #expect(
      ActionSpec.table.map(\.id.rawValue).sorted() == ActionID.allCases.map(\.rawValue).sorted())
    #expect(
      DialogActionSpec.table.map(\.id.rawValue).sorted()
        == DialogActionID.allCases.map(\.rawValue).sorted())
    for row in ActionSpec.table {
      #expect(!row.keys.isEmpty && !row.contexts.isEmpty && !row.label.isEmpty, "\(row.id)")
      #expect(row.summary.hasSuffix("."), "\(row.id)")
    }
  }

  @Test(arguments: ActionContext.allCases)
  func noKeyMeansTwoThings(in context: ActionContext) {
    var seen: [Key: ActionID] = [:]
    for row in ActionSpec.rows(in: context.stack) {
      for key in row.keys {
        #expect(seen[key] == nil, "\(key.name): \(seen[key]?.rawValue ?? "") and \(row.id)")
        seen[key] = row.id
      }
    }
  }

  @Test(arguments: DialogKind.allCases)
  func noKeyMeansTwoThings(in kind: DialogKind) {
    let rows = DialogActionSpec.rows(in: kind)
    let keys = rows.flatMap(\.keys)
    #expect(!rows.isEmpty && Set(keys).count == keys.count)
    // A blank is text in a field and changes a box: the form tells the two apart.
    let letters = keys.filter { $0.isText && $0 != .character(" ") }
    #expect(!kind.takesText || letters.isEmpty)
  }

  /// How to come to every context, by keys from the first screen.
  static let ways: [(context: ActionContext, keys: [String])] = [
    (.applications, []), (.details, ["⏎"]), (.registration, ["⏎ ]"]), (.roles, ["⏎ ] ]"]),
    (.memberships, ["⏎ ["]), (.linkedGroups, ["⏎ ] ] g"]), (.permissions, ["⏎ t"]),
    (.map, ["5"]), (.holders, ["⏎ ] ] w"]), (.people, ["3"]), (.personAccount, ["3 ⏎"]),
    (.personGroups, ["3 ⏎ ]"]),
    (.personApplications, ["3 ⏎ ] ]"]), (.personRoles, ["3 ⏎ ["]), (.groupMembers, ["3 Tab ⏎"]),
    (.groupRoles, ["3 Tab ⏎ ]"]), (.groupAbove, ["3 Tab ⏎ ] ]"]), (.groupDetails, ["3 Tab ⏎ ["]),
    (.requests, ["2"]), (.exchange, ["4"]), (.tokens, GoldenTests.toExchange + ["t"]),
    (.activity, ["7"]),
  ]

  @Test func everyContextCanBeReached() async throws {
    for way in Self.ways {
      let stage = try await Stage.story()
      try await stage.take(way.keys)
      #expect(stage.state.contexts == way.context.stack, "\(way.context)")
    }
    let reached = Set(Self.ways.flatMap(\.context.stack))
    #expect(ActionContext.allCases.filter { !reached.contains($0) } == [])
  }

  @Test func noKeyOfTheTableDoesNothingSilently() async throws {
    let moves: Set<ActionID> = [.up, .down, .pageUp, .pageDown, .first, .last]
    let keys = Set(ActionSpec.table.filter { !moves.contains($0.id) }.flatMap(\.keys))
    for way in Self.ways {
      let start = try await Stage.story()
      try await start.take(way.keys)
      for key in keys {
        start.state.message = nil
        var state = start.state
        let effects = reduce(&state, .event(.key(key)), World(now: start.now))
        #expect(
          state != start.state || !effects.isEmpty, "\(key.name) in \(way.context)")
      }
    }
  }

  @Test func theListOfCommandsHasEveryActionAndEachDoesOrSaysSomething() async throws {
    for way in Self.ways {
      let stage = try await Stage.story()
      try await stage.take(way.keys)
      let entries = stage.state.allEntries
      #expect(Set(entries.map(\.row.id)) == Set(ActionID.allCases))
      for entry in entries {
        stage.state.message = nil
        var state = stage.state
        let effects = state.run(entry)
        #expect(
          state != stage.state || !effects.isEmpty
            || [.up, .down, .pageUp, .pageDown, .first, .last].contains(entry.row.id),
          "\(entry.row.id) from \(way.context)")
      }
    }
  }
}

extension Stage {
  /// Takes steps: text in quotes is typed, `paste` pastes metadata, two more are named below,
  /// the rest are keys by name.
  func take(_ steps: [String]) async throws {
    for step in steps {
      if step.hasPrefix("'") {
        try await type(String(step.dropFirst().dropLast()))
      } else if step == "first start" {
        state.isFirstStart = true
        await act(.portalChanged)
      } else if step == "port taken" {
        await act(.served(.success(.taken)))
      } else if step.hasPrefix("paste") {
        let wrong = MemoryFiles.metadata.replacing("HTTP-POST", with: "PAOS")
        try await paste(step == "paste" ? MemoryFiles.metadata : wrong)
      } else {
        try await press(step)
      }
    }
  }
}
