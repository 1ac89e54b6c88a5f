import Glibc
import PortalModel
import PortalScreens
import PortalStore
import TerminalKit
import TerminalNCurses

/// The way into the screens: a terminal, a portal, and the loop between them.
enum ScreenEntrance {
  /// Opens the screens and stays until the person leaves.
  ///
  /// - Throws: `StoreError`, `Refusal`, ``ScreenError``.
  @MainActor
  static func run(
    options: SessionOptions, look: ScreenLook, person: IdentityIdentifier?,
    environment: [String: String]
  ) throws {
    let session = try PortalSession.open(options, environment: environment)
    defer { session.close() }
    let settings = ScreenSettings.load(environment: environment)
    let last = look.isFresh ? MemoryFile.Last() : MemoryFile.last(home: session.database.home)
    var look = look
    look.theme = look.theme ?? ThemeChoice(name: last.theme)
    look.fill(from: settings)
    let acting = try actor(person, last: last.person, session)
    let isFirstStart = try session.database.journalLength(upTo: 2) < 2
    let terminal = try open(look, environment)
    let endpoint = EndpointSwitch(session)
    var keeper = MemoryKeeper(home: session.database.home)
    let memory = keeper.read(of: acting.identity.id)
    var state = State(
      size: terminal.size, acting: acting,
      glyphs: look.isASCII == true || !terminal.supportsUTF8 ? .ascii : .unicode,
      isFirstStart: isFirstStart)
    state.theme = last.theme
    state.tokenEndpoint = try session.tokenEndpoint()
    state.take(keymap: settings.keymap, warning: settings.warning)
    state.open(asked: look.section, memory: look.isFresh ? nil : memory, start: settings.start)
    let loop = loop(session, endpoint, terminal, look, state, keeper, environment)
    let ending = loop.run()
    terminal.restore()
    loop.keepMemory()
    endpoint.stopNow()
    guard let ending else { return }
    session.close()
    // The shell is to see by which signal the program ended.
    let number = ending == .hangup ? SIGHUP : SIGTERM
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }

  @MainActor
  private static func open(
    _ look: ScreenLook, _ environment: [String: String]
  ) throws(ScreenError) -> Terminal {
    do {
      return try Terminal(theme: look.theme(colours: 256), mouse: look.mouse ?? true)
    } catch {
      throw ScreenError(error)
    }
  }

  @MainActor
  private static func loop(
    _ session: PortalSession, _ endpoint: EndpointSwitch, _ terminal: Terminal,
    _ look: ScreenLook, _ state: State, _ keeper: MemoryKeeper,
    _ environment: [String: String]
  ) -> EventLoop {
    let theme = look.theme(colours: terminal.colours)
    if theme != terminal.theme { terminal.setTheme(theme) }
    var state = state
    state.theme = theme.name
    state.mouse = look.mouse ?? true
    let inbox = ActionInbox(waker: terminal.waker)
    let effects = EffectQueue(
      runner: EffectRunner(client: .live(session, endpoint)), inbox: inbox,
      interrupt: { session.database.cancel() })
    return EventLoop(
      state: state, terminal: terminal, inbox: inbox, effects: effects, clock: session.clock,
      keeper: keeper, idleDescriptor: environment["PORTAL_IDLE_FD"].flatMap { Int32($0) },
      afterFirstScreen: { prepare(session, inbox) })
  }

  /// Makes the signing key where there is none, so that no exchange has to wait for it, and watches
  /// for changes by other processes.
  private static func prepare(
    _ session: PortalSession, _ inbox: ActionInbox
  ) -> ChangeWatch {
    let watch = session.database.watch { inbox.post(.portalChanged) }
    StartPages.release()
    Task.detached(priority: .background) {
      do {
        _ = try session.signingKey()
        StartPages.release()
      } catch {
        session.log.error("no signing key", metadata: ["error": "\(error)"])
      }
    }
    return watch
  }

  /// Whom one acts as at first: as asked, else as the last time, else alice of the story, else the first
  /// person there is.
  static func actor(
    _ person: IdentityIdentifier?, last: IdentityIdentifier?, _ session: PortalSession
  ) throws -> Acting {
    if let person {
      guard let identity = try session.database.identity(person) else {
        throw Refusal.unknownIdentity(person)
      }
      return Acting(identity: identity)
    }
    if let last, let identity = try session.database.identity(last), identity.enabled {
      return Acting(identity: identity)
    }
    if let alice = try session.database.identity(IdentityIdentifier(trusted: "alice")) {
      return Acting(identity: alice)
    }
    let people = try session.database.identities(matching: "", limit: 50)
    if let first = people.first(where: { $0.kind != .application }) ?? people.first {
      return Acting(identity: first)
    }
    return Acting(
      identity: Identity(id: IdentityIdentifier(trusted: "nobody"), kind: .guest))
  }
}

/// Why the screens cannot be shown.
enum ScreenError: Error, Hashable {
  case terminal(TerminalError)

  init(_ error: TerminalError) { self = .terminal(error) }

  /// The word by which machines know the error.
  var code: String { "no_terminal" }

  /// What happened and what to do.
  var sentence: String {
    switch self {
    case .terminal(.notATerminal):
      "The screens need a terminal for input and output. Run portal in one; \"portal --plain\" "
        + "works line by line through anything."
    case .terminal(.termUnset):
      "TERM is not set, so the terminal's abilities are unknown. Set it, for example to xterm-256color."
    case .terminal(.termUnknown(let name)):
      "The terminal type \(name) is not known here. Set TERM to another, for example xterm, "
        + "or run \"portal --plain\", which works line by line."
    case .terminal(.noCursorMovement(let name)):
      "The terminal type \(name) cannot place its cursor. Run \"portal --plain\", which works line "
        + "by line, or set TERM to what the terminal really is."
    case .terminal(.unavailable): "The terminal cannot be used by this process."
    }
  }
}
