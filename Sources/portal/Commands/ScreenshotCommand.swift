import ArgumentParser
import PortalModel
import PortalScreens
import TerminalKit

/// `portal screenshot`: a frame of the screens as a picture.
struct ScreenshotCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "screenshot", abstract: "Draw a screen as SVG, after some keys.")
  @Option(help: "The file that is written.") var svg: String
  @Option(help: ArgumentHelp("Columns and rows.", valueName: "100x30")) var size = "100x30"
  @Option(
    help: "Keys by name, with blanks between; text in single quotes is typed: \"Enter t r 'end'\".")
  var keys = ""
  @Option(help: "dark, light, mono or contrast.") var theme = "dark"
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ (1...500).contains($0) }) else {
      throw UsageError("\"\(size)\" is no size: write columns and rows as 100x30, each 1 to 500.")
    }
    guard let theme = Theme(named: theme) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw UsageError("There is no theme \(theme); there are \(names).")
    }
    let events = try Self.events(keys)
    return try await withSession(in: surroundings) { session in
      let frame = try await frame(
        session, Size(columns: numbers[0], rows: numbers[1]), events)
      let isLight = theme.name == "light"
      try TextFile.write(
        frame.svg(
          theme: theme, ground: isLight ? "#ffffff" : "#1c1c1c",
          ink: isLight ? "#1c1c1c" : "#d0d0d0"), to: svg)
      return Outcome(
        schema: "portal.screenshot/1", [.init("path", .string(svg))], lines: ["Drawn: \(svg)."],
        sentences: ["Drawn: \(svg)."])
    }
  }

  private func frame(
    _ session: PortalSession, _ size: Size, _ events: [TerminalEvent]
  ) async throws -> Frame {
    var state = State(
      size: size, acting: try ScreenEntrance.actor(nil, session), glyphs: .unicode)
    let runner = EffectRunner(client: .live(session, EndpointSwitch(session)))
    var effects = state.initialEffects
    for event in [nil] + events.map(Optional.some) {
      if let event { effects = reduce(&state, .event(event), World(now: session.now)) }
      while !effects.isEmpty {
        guard let action = await runner.run(effects.removeFirst()) else { continue }
        effects += reduce(&state, action, World(now: session.now))
      }
    }
    return render(state, now: session.now)
  }

  /// The keys and texts of a line.
  static func events(_ line: String) throws -> [TerminalEvent] {
    try line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part -> [TerminalEvent] in
        if index % 2 == 1 { return part.map { .key(.character($0)) } }
        return try part.split(separator: " ").map { name in
          guard let key = Key(name: String(name)) else {
            throw UsageError("\"\(name)\" is no key: write names such as Enter, Tab, n, Ctrl-S.")
          }
          return .key(key)
        }
      }
  }
}
