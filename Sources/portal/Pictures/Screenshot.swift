import PortalModel
import PortalScreens
import TerminalKit

/// A screen of a portal after some keys, drawn without a terminal.
struct Screenshot: Hashable {
  /// Columns and rows.
  var size = Size(columns: 100, rows: 30)
  /// Whom one acts as at first; `nil` for whom the screens open with.
  var person: IdentityIdentifier?
  /// Keys by name with blanks between; text in single quotes is typed.
  var keys = ""
  /// How roles look.
  var theme = Theme.dark
  /// Only ASCII is drawn.
  var isASCII = false

  /// The picture of the screen.
  func picture(of session: PortalSession, title: String) async throws -> FramePicture {
    FramePicture(try await frame(of: session), theme: theme, title: title)
  }

  private func frame(of session: PortalSession) async throws -> Frame {
    var state = State(
      size: size, acting: try ScreenEntrance.actor(person, last: nil, session),
      glyphs: isASCII ? .ascii : .unicode)
    state.tokenEndpoint = try session.tokenEndpoint()
    let runner = EffectRunner(client: .live(session, EndpointSwitch(session)))
    var effects = state.initialEffects
    for event in [nil] + (try Self.events(keys)).map(Optional.some) {
      if let event { effects = reduce(&state, .event(event), World(now: session.now)) }
      while !effects.isEmpty {
        guard let action = await runner.run(effects.removeFirst()) else { continue }
        effects += reduce(&state, action, World(now: session.now))
      }
    }
    return render(state, now: session.now)
  }

  /// The keys and texts of a line.
  ///
  /// - Throws: `UsageError` for a name that no key has.
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
