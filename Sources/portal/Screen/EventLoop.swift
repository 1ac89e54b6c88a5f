import Glibc
import PortalModel
import PortalScreens
import PortalStore
import TerminalKit
import TerminalNCurses

/// One ordered stream of keys, sizes, results and changes, drained, reduced, and drawn once.
@MainActor
final class EventLoop {
  private var state: State
  private let terminal: Terminal
  private let inbox: ActionInbox
  private let effects: EffectQueue
  private let clock: SystemClock
  /// Where tests are told that nothing is left to do.
  private let idleDescriptor: Int32?
  /// Work that must not delay the first screen.
  private let afterFirstScreen: () -> ChangeWatch
  /// What the terminal sent last, or the start itself, has not been reported as done yet. What happens
  /// in the background is never reported: a test would take it for the answer to its key.
  private var owesIdleSignal = true
  private var ending: TerminationSignal?
  private var keeper: MemoryKeeper
  /// After how many milliseconds there is something to remember; `nil` where all is kept.
  private var memoryPause: Int?

  init(
    state: State, terminal: Terminal, inbox: ActionInbox, effects: EffectQueue,
    clock: SystemClock, keeper: MemoryKeeper, idleDescriptor: Int32?,
    afterFirstScreen: @escaping () -> ChangeWatch
  ) {
    self.state = state
    self.terminal = terminal
    self.inbox = inbox
    self.effects = effects
    self.clock = clock
    self.keeper = keeper
    self.idleDescriptor = idleDescriptor
    self.afterFirstScreen = afterFirstScreen
  }

  /// Times such as "2 min ago" are drawn anew this often.
  private static let tick: Int32 = 20_000

  /// How long something takes is drawn anew this often while it does.
  private static let workTick: Int32 = 100

  /// Runs until the person leaves or a signal ends the program; returns that signal.
  func run() -> TerminationSignal? {
    carryOut(state.initialEffects)
    takeInbox()
    draw()
    let watch = afterFirstScreen()
    remember()
    reportIdle()
    defer { watch.cancel() }
    while !state.isQuitting {
      for event in terminal.nextEvents(timeoutMilliseconds: patience) {
        if case .signal(let signal) = event, signal != .interrupt { ending = signal }
        if event != .wake { owesIdleSignal = true }
        reduce(.event(event))
        if state.isQuitting { break }
      }
      takeInbox()
      draw()
      remember()
      reportIdle()
    }
    return ending
  }

  /// Keeps what is to be remembered until the next start.
  func keepMemory() { keeper.keepNow(state.memory, last) }

  private var last: MemoryFile.Last {
    MemoryFile.Last(person: state.acting.identity.id, theme: state.theme)
  }

  private func remember() {
    guard !state.isQuitting, effects.isIdle else { return }
    memoryPause = keeper.keep(state.memory, last)
  }

  /// How long nothing has to be done: until the next tick, until what is marked is no longer, or until
  /// something is to be remembered.
  private var patience: Int32 {
    if !effects.isIdle { return Self.workTick }
    var patience = memoryPause.map { min(Self.tick, Int32(clamping: $0)) } ?? Self.tick
    if let end = state.nextChangeOfLook {
      let rest = max(50, end.milliseconds - clock.now.milliseconds)
      patience = min(patience, Int32(clamping: rest))
    }
    return patience
  }

  private func reduce(_ action: Action) {
    carryOut(PortalScreens.reduce(&state, action, World(now: clock.now)))
    takeInbox()
  }

  private func takeInbox() {
    for action in inbox.take() {
      carryOut(PortalScreens.reduce(&state, action, World(now: clock.now)))
    }
  }

  private func carryOut(_ wanted: [Effect]) {
    for effect in wanted {
      switch effect {
      case .copy(let text): terminal.copyToClipboard(text)
      case .mouse(let isOurs): terminal.setMouse(isOurs)
      case .theme(let name): if let theme = Theme(named: name) { terminal.setTheme(theme) }
      case .quit: return
      case .cancel: effects.cancel()
      case .load, .perform, .performAll, .rewind, .exchange, .serve:
        if effects.run(effect) { takeInbox() }
      }
    }
  }

  private func draw() {
    guard !state.isQuitting else { return }
    state.note(work: effects.work)
    terminal.draw(render(state, now: clock.now))
  }

  private func reportIdle() {
    guard !state.isQuitting else { return }
    if let idleDescriptor, owesIdleSignal, effects.isIdle {
      owesIdleSignal = false
      var byte: UInt8 = 46
      write(idleDescriptor, &byte, 1)
    }
  }
}
