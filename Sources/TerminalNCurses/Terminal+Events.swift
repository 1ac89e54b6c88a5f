import CNCurses
import Glibc
import TerminalKit

extension Terminal {
  /// Waits for something to happen and returns everything that has, in order.
  ///
  /// Resizes and signals come first, then keys, mouse and pastes as they were typed, then one
  /// `wake`. Keys that arrived together come back together, so a held key paints once. Ctrl-Z
  /// and SIGTSTP are dealt with here.
  ///
  /// - Parameter timeoutMilliseconds: The longest wait, -1 for no end, 0 for none.
  /// - Returns: Empty when the time is over or the terminal is closed.
  public func nextEvents(timeoutMilliseconds: Int32 = -1) -> [TerminalEvent] {
    guard isOpen else { return [] }
    var events: [TerminalEvent] = []
    // A paste whose end never comes is handed over after a second of silence.
    let limit = decoder.isPasting ? 1_000 : timeoutMilliseconds
    let patience = timeoutMilliseconds < 0 ? limit : min(limit, timeoutMilliseconds)
    let ready = wait(timeoutMilliseconds: heldSignals.isEmpty ? patience : 0)
    takeSignals(into: &events)
    if ready.input || ready.hangup { drainInput(hangup: ready.hangup, into: &events) }
    if decoder.isPasting, !ready.input, !ready.wake, patience == limit {
      decoder.flush(into: &events)
    }
    if waker.takeWake() { events.append(.wake) }
    if events.contains(.key(.control("z"))) {
      events.removeAll { $0 == .key(.control("z")) }
      stop(wholeGroup: true, into: &events)
    }
    return events
  }

  private struct Readiness {
    var input = false
    var hangup = false
    var wake = false
  }

  private func wait(timeoutMilliseconds: Int32) -> Readiness {
    var descriptors = [
      // A negative descriptor is skipped; one that hung up would be ready for ever.
      pollfd(fd: isGone ? -1 : input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pcurses_signal_descriptor(), events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.number, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, nfds_t(descriptors.count), timeoutMilliseconds) > 0 else {
      return Readiness()
    }
    let gone = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
    return Readiness(
      input: descriptors[0].revents & Int16(POLLIN) != 0,
      hangup: descriptors[0].revents & gone != 0,
      wake: descriptors[2].revents != 0)
  }

  /// Reads until nothing is left.
  private func drainInput(hangup: Bool, into events: inout [TerminalEvent]) {
    var readSomething = false
    var failures = 0
    while true {
      let input = pcurses_read()
      switch UInt32(bitPattern: input.kind) {
      case PCURSES_INPUT_CHARACTER.rawValue:
        if let scalar = Unicode.Scalar(input.value) {
          decoder.receive(scalar, now: Self.milliseconds, into: &events)
        }
      case PCURSES_INPUT_KEY.rawValue:
        if let key = Key(shim: input.value) { decoder.receive(key, into: &events) }
      default:
        // Bytes that are no character read as nothing, although more may follow them.
        failures += 1
        if pcurses_input_waits(), failures < 1_000 { continue }
        if decoder.isInsideSequence, restArrives() { continue }
        if !decoder.isPasting { decoder.flush(into: &events) }
        if hangup || !readSomething && failures == 1 && isAtEnd() {
          isGone = true
          events.append(.signal(.hangup))
        }
        return
      }
      readSomething = true
    }
  }

  /// Gives the rest of a sequence that was cut on its way a moment to arrive.
  private func restArrives() -> Bool {
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 25) > 0 && pcurses_input_waits()
  }

  /// Whether the terminal claims to be readable and has nothing: its other side is gone.
  private func isAtEnd() -> Bool {
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0 && !pcurses_input_waits()
  }

  private func takeSignals(into events: inout [TerminalEvent]) {
    var resized = false
    while true {
      switch nextSignal() {
      case 0:
        if resized { resize(into: &events) }
        return
      case SIGWINCH: resized = true
      case SIGTERM: events.append(.signal(.terminate))
      case SIGHUP: events.append(.signal(.hangup))
      case SIGINT: events.append(.signal(.interrupt))
      case SIGTSTP: stop(wholeGroup: false, into: &events)
      case SIGCONT:
        // Stopped by SIGSTOP and continued: the shell has changed the modes meanwhile.
        pcurses_suspend()
        pcurses_resume()
        redraw()
        resized = true
      default: break
      }
    }
  }

  private func stop(wholeGroup: Bool, into events: inout [TerminalEvent]) {
    pcurses_stop(wholeGroup)
    redraw()
    resize(into: &events)
  }

  private func resize(into events: inout [TerminalEvent]) {
    let old = size
    takeSize()
    guard size != old else { return }
    pcurses_resize(Int32(size.rows), Int32(size.columns))
    shown = nil
    events.append(.resize(size))
  }

  /// Asks the kernel for the size; 80 by 24 if it knows none.
  func takeSize() {
    var rows: Int32 = 24
    var columns: Int32 = 80
    _ = pcurses_kernel_size(&rows, &columns)
    size = Size(columns: Int(columns), rows: Int(rows))
  }

  /// Drops interrupts that were meant for a program that had the terminal.
  func forgetInterrupts() {
    while case let number = pcurses_next_signal(), number != 0 {
      if number != SIGINT { heldSignals.append(number) }
    }
  }

  private func nextSignal() -> Int32 {
    heldSignals.isEmpty ? pcurses_next_signal() : heldSignals.removeFirst()
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
