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

  init(
    state: State, terminal: Terminal, inbox: ActionInbox, effects: EffectQueue,
    clock: SystemClock, idleDescriptor: Int32?, afterFirstScreen: @escaping () -> ChangeWatch
  ) {
    self.state = state
    self.terminal = terminal
    self.inbox = inbox
    self.effects = effects
    self.clock = clock
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
    }
    return ending
  }

  /// What is to be remembered until the next start.
  var memory: Memory { state.memory }
  /// Whom one acts as at the end.
  var person: IdentityIdentifier { state.acting.identity.id }

  /// How long nothing has to be drawn: until the next tick, or until what is marked is no longer.
  private var patience: Int32 {
    if !effects.isIdle { return Self.workTick }
    guard let end = state.nextChangeOfLook else { return Self.tick }
    return Int32(
      clamping: max(50, min(Int64(Self.tick), end.milliseconds - clock.now.milliseconds)))
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
    if let idleDescriptor, owesIdleSignal, effects.isIdle {
      owesIdleSignal = false
      var byte: UInt8 = 46
      write(idleDescriptor, &byte, 1)
    }
  }
}
