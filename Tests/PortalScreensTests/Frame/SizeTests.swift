import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Every screen and dialog at any size: complete, nothing over anything, help always there.
@Suite struct SizeTests {
  static let sizes = [
    (0, 0), (1, 1), (2, 3), (10, 40), (39, 9), (39, 24), (80, 9), (40, 10), (41, 11), (45, 80),
    (59, 17), (60, 10), (60, 18), (61, 19), (72, 20), (79, 23), (80, 24), (99, 30), (100, 30),
    (120, 40), (160, 50), (250, 10), (250, 80),
  ].map { Size(columns: $0.0, rows: $0.1) }

  @Test(arguments: GoldenTests.allScenes)
  func everySceneIsSoundAtEverySize(_ scene: GoldenTests.Scene) async throws {
    let stage = try await Stage.story(as: scene.person)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    stage.state.endpoint = .running(port: 8080)
    stage.state.waiting = 1
    for size in Self.sizes {
      await stage.act(.event(.resize(size)))
      let frame = stage.frame
      let found = flaws(of: frame, stage.state) + headFlaws(of: frame, stage.state)
      #expect(found == [], "\(scene.name) at \(size.columns)×\(size.rows)\n\(frame.text)")
    }
  }

  @Test(arguments: GoldenTests.allScenes)
  func nothingIsLostOnTheWayThroughAllSizes(_ scene: GoldenTests.Scene) async throws {
    let stage = try await Stage.story(as: scene.person)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    let before = stage.text
    for size in Self.sizes.shuffledTheSameWay + [Size(columns: 80, rows: 24)] {
      await stage.act(.event(.resize(size)))
    }
    #expect(stage.text == before)
  }

  /// The widths at which row 2 changes its fashion, with everything in it that there can be.
  @Test(arguments: Section.allCases)
  func sectionsNeverRunIntoTheSignOfTheEndpoint(_ section: Section) async throws {
    let stage = try await Stage.story()
    try await stage.press("\(section.rawValue)")
    for waiting in [0, 1, 12, 999, 5_000] {
      for endpoint in [EndpointState.stopped, .changing, .running(port: 65_535)] {
        stage.state.waiting = waiting
        stage.state.endpoint = endpoint
        for columns in 40...130 {
          stage.state.size = Size(columns: columns, rows: 24)
          let found = headFlaws(of: stage.frame, stage.state)
          #expect(found == [], "\(columns): \(stage.frame.rowText(1))")
        }
      }
    }
  }

  @Test func helpIsTheLastHintToGo() async throws {
    for keys in [[], ["⏎ t"], ["4"], ["n"], ["u"], ["?"]] {
      let stage = try await Stage.story()
      try await stage.take(keys)
      var most = Int.max
      for columns in stride(from: 130, through: 40, by: -1) {
        stage.state.size = Size(columns: columns, rows: 24)
        let shown = stage.state.shownHints
        #expect(shown.count <= most, "a hint comes back at \(columns) columns")
        most = shown.count
        // What is dropped is never more important than what stays, and no hint is cut.
        let dropped = stage.state.footerHints.map(\.priority).sorted().prefix(
          stage.state.footerHints.count - shown.count)
        #expect((dropped.last ?? 0) <= (shown.map(\.priority).min() ?? 10))
        let row = stage.frame.rowText(23)
        #expect(row.hasSuffix("help"))
        for hint in shown { #expect(row.contains(hint.line.text), "\(hint.line.text): \(row)") }
      }
    }
  }

  /// A large terminal is used: what was cut at 80 columns is whole there.
  @Test(arguments: GoldenTests.allScenes)
  func alargeTerminalCutsNothingShort(_ scene: GoldenTests.Scene) async throws {
    let stage = try await Stage.story(as: scene.person, columns: 250, rows: 80)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    let labels = Set(["act as…", "signed in as…", "…/realms/cern"])
    let text = labels.reduce(stage.text) { text, label in
      text.split(separator: label, omittingEmptySubsequences: false).joined()
    }
    #expect(!text.contains("…"), "\(scene.name)\n\(text)")
  }

  /// What must hold of the first two rows: nothing over anything, nothing but whole names.
  private func headFlaws(of frame: Frame, _ state: State) -> [String] {
    guard state.size.columns >= 40, state.size.rows >= 10 else { return [] }
    var flaws: [String] = []
    let who = state.acting.id.text
    if !frame.rowText(0).contains(" \(who)  ") { flaws.append("who one is cannot be read") }
    guard state.dialogs.isEmpty else { return flaws }
    let row = frame.rowText(1)
    if let mark = state.endpointMark, !row.hasSuffix(" \(mark.text)") {
      flaws.append("the endpoint's sign touches something")
    }
    var expected = state.endpointMark.map { " \($0.text)" } ?? ""
    var words: [String] = []
    for place in SectionBar(state).places {
      words += [place.name, place.count].filter { !$0.isEmpty }
      if !place.name.hasPrefix("\(place.section.rawValue)") { flaws.append("no number") }
    }
    expected = words.joined(separator: " ") + expected
    if row.words != expected.words { flaws.append("row 2 is \(row), not \(expected)") }
    return flaws
  }
}

extension String {
  fileprivate var words: [Substring] { split(separator: " ") }
}

extension [Size] {
  /// Up and down between extremes.
  fileprivate var shuffledTheSameWay: [Size] {
    indices.map { self[($0 * 7) % count] }
  }
}
