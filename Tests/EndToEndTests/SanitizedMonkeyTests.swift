import Foundation
import PortalTestSupport
import Testing

/// The program that was built with AddressSanitizer.
private let sanitizedProgram = ProcessInfo.processInfo.environment["PORTAL_ASAN"]

/// Random keys, clicks, pastes and sizes on the real program built with AddressSanitizer, in a real
/// terminal: `make bench BENCH=asan`. Without that build there is nothing to run.
@Suite(.enabled(if: sanitizedProgram != nil))
struct SanitizedMonkeyTests {
  private static let steps =
    ProcessInfo.processInfo.environment["MONKEY_STEPS"].flatMap { Int($0) } ?? 20_000
  private static let seed =
    ProcessInfo.processInfo.environment["MONKEY_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func theRealProgramOutlivesTheMonkey() throws {
    let program = try #require(sanitizedProgram)
    let home = try ScratchHome()
    var chance = Chance(state: Self.seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    var terminal = try open(program, home)
    var (starts, bytes) = (1, 0)
    for step in 0..<Self.steps {
      do {
        try act(&chance, terminal)
        if terminal.ending == nil { try look(terminal, step) }
      } catch {
        Issue.record("step \(step): \(error)\n\(report(home))")
        return
      }
      if let ending = terminal.ending {
        // The palette has an action that leaves; then it is opened again where it was.
        #expect(ending == .exited(0), "seed \(Self.seed), step \(step)\n\(report(home))")
        guard ending == .exited(0) else { return }
        terminal = try open(program, home)
        starts += 1
      }
      if step % 100 == 99 {
        bytes += terminal.bytesSinceMark.count
        try terminal.mark()
      }
    }
    try terminal.send(keys: "\u{3}")
    #expect(try terminal.waitForExit() == .exited(0), "\(report(home))")
    #expect(report(home).isEmpty, "\(report(home))")
    print("\(Self.steps) steps, \(starts) starts, \(bytes) bytes drawn, seed \(Self.seed)")
  }

  private func open(_ program: String, _ home: ScratchHome) throws -> PseudoTerminal {
    let environment = portalEnvironment(
      home: home,
      adding: ["ASAN_OPTIONS": "detect_leaks=0:exitcode=99:log_path=\(home.path)/asan"])
    let terminal = try PseudoTerminal(program, environment: environment, idleSignal: true)
    terminal.patience = .seconds(120)
    return try terminal.settle()
  }

  /// What AddressSanitizer had to say.
  private func report(_ home: ScratchHome) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
    return names.filter { $0.hasPrefix("asan.") }.compactMap {
      try? String(contentsOfFile: "\(home.path)/\($0)", encoding: .utf8)
    }.joined(separator: "\n")
  }

  /// The cursor is in the terminal, and nothing of an escape sequence was left on the screen.
  private func look(_ terminal: PseudoTerminal, _ step: Int) throws {
    guard step % 20 == 0 else { return }
    let screen = terminal.screen
    let rows = screen.cells.count
    let columns = screen.cells.first?.count ?? 0
    #expect(screen.cursor.row >= 0 && screen.cursor.row < rows, "step \(step)")
    #expect(screen.cursor.column >= 0 && screen.cursor.column < columns, "step \(step)")
    #expect(!screen.text.contains("[31m") && !screen.text.contains("[200~"), "\(screen.text)")
    #expect(screen.isAlternate, "step \(step)")
  }

  private func act(_ chance: inout Chance, _ terminal: PseudoTerminal) throws {
    switch chance.below(100) {
    case 0..<67: try terminal.type(chance.one(of: Self.keys))
    // What is no key need not be answered. Half of a key would swallow what comes behind it.
    case 67..<70: try terminal.send(keys: chance.one(of: Self.noKeys))
    case 70..<80: try terminal.paste(chance.one(of: Self.texts))
    case 80..<95:
      // Many a click is outside of the terminal, or on nothing: such are not answered either.
      let (column, row) = (1 + chance.below(120), 1 + chance.below(40))
      let button = chance.one(of: [0, 0, 0, 2, 64, 65])
      try terminal.send(
        keys: "\u{1B}[<\(button);\(column);\(row)M\u{1B}[<\(button);\(column);\(row)m")
    default:
      let size = chance.one(of: [
        (80, 24), (80, 24), (120, 40), (60, 18), (250, 80), (39, 9), (1, 1),
      ])
      // A terminal that stays as it is tells its program nothing.
      let cells = terminal.screen.cells
      guard cells.count != size.1 || cells.first?.count != size.0 else { return }
      try terminal.resize(columns: size.0, rows: size.1)
    }
  }

  /// Bytes as terminals send them. Neither `q` nor Ctrl-C, which leave, nor `S`, which takes a port.
  private static let keys =
    Array("abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPQRTUVWXYZ1234567 /?:[]+-=\t\r\r\r").map {
      String($0)
    } + [
      "\u{1B}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}OB",
      "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}OP",
      "\u{7F}", "\u{13}", "\u{15}", "\u{B}", "\u{C}", "\u{1B}b", "é", "漢", "\u{FF}",
    ]

  private static let noKeys = ["\u{1B}[999;999R", "\u{1B}[<0;1M", "\u{1B}]0;x\u{7}"]

  private static let texts = [
    "back-end-api", "bob", "jdoe", "https://a.cern.ch/*", "a\nb\r\nc\t d",
    "\u{1B}[31mred\u{1B}]0;title\u{07}", "\u{202E}drawkcab", "e\u{301}\u{302}\u{303}",
    "👩‍👩‍👧‍👦🇨🇭", "漢字かな交じり文", "", String(repeating: "w", count: 3_000),
  ]
}

/// Numbers that are the same for the same seed.
private struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}
