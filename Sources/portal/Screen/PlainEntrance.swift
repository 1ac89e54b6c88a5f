import PortalModel
import PortalScreens
import TerminalKit

/// The screens line by line, over any input and output.
@MainActor
enum PlainEntrance {
  /// Says the state, takes a line, and so on until the person leaves or the lines end.
  static func run(
    options: SessionOptions, look: ScreenLook, person: IdentityIdentifier?,
    in surroundings: Surroundings
  ) async throws {
    let session = try PortalSession.open(options, environment: surroundings.environment)
    defer { session.close() }
    let settings = ScreenSettings.load(environment: surroundings.environment)
    let last = look.isFresh ? MemoryFile.Last() : MemoryFile.last(home: session.database.home)
    let acting = try ScreenEntrance.actor(person, last: last.person, session)
    var state = State(
      size: Size(columns: 100, rows: 40), acting: acting,
      glyphs: surroundings.isUnicode ? .unicode : .ascii,
      isFirstStart: try session.database.journalLength(upTo: 2) < 2)
    state.tokenEndpoint = try session.tokenEndpoint()
    var keeper = MemoryKeeper(home: session.database.home)
    let memory = keeper.read(of: acting.identity.id)
    state.take(keymap: settings.keymap, warning: settings.warning)
    state.open(asked: look.section, memory: look.isFresh ? nil : memory, start: settings.start)
    let endpoint = EndpointSwitch(session)
    defer { endpoint.stopNow() }
    let runner = EffectRunner(client: .live(session, endpoint))
    let effects = state.initialEffects
    var plain = PlainSession(state: state)
    await carryOut(effects, &plain, runner, session, surroundings)
    say(plain.text(now: session.now), surroundings)
    // The theme is the screens': what was chosen there stays.
    func remember() {
      let person = plain.state.acting.identity.id
      keeper.keepNow(plain.state.memory, MemoryFile.Last(person: person, theme: last.theme))
    }
    remember()
    while !plain.isQuitting, let line = surroundings.readLine() {
      let effects = plain.take(line: line, World(now: session.now))
      await carryOut(effects, &plain, runner, session, surroundings)
      if !plain.isQuitting { say(plain.text(now: session.now), surroundings) }
      remember()
    }
  }

  private static func carryOut(
    _ effects: [Effect], _ plain: inout PlainSession, _ runner: EffectRunner,
    _ session: PortalSession, _ surroundings: Surroundings
  ) async {
    for effect in effects {
      if case .copy(let text) = effect { say(["To copy:", text], surroundings) }
      // Whoever listens to lines is told, too, that it is not their turn yet.
      let note = Task {
        try await Task.sleep(for: .milliseconds(Work.long))
        say(["\(effect.doing)…"], surroundings)
      }
      let done = await runner.run(effect)
      note.cancel()
      guard let action = done else { continue }
      let next = plain.take(action, World(now: session.now))
      await carryOut(next, &plain, runner, session, surroundings)
    }
  }

  private static func say(_ lines: [String], _ surroundings: Surroundings) {
    let safe = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { TerminalText.sanitised(String($0)) }
    surroundings.output(safe.joined(separator: "\n") + "\n\n")
  }
}
