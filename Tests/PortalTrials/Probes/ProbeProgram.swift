import Glibc
import PortalModel
import PortalStore

/// What a process of its own does to a home: the part of a trial that is killed, raced or loaded.
///
/// Each line on standard output says that something was acknowledged; one that begins with `!` is an
/// error. Arguments: a kind of work, the home, and what the kind needs.
public enum ProbeProgram {
  /// Does the work; the process's exit status comes back.
  public static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count >= 2 else { return 2 }
    let rest = Array(arguments.dropFirst(2))
    do {
      let portal = try PortalDatabase.open(PortalHome(folder: arguments[1]))
      defer { portal.close() }
      switch arguments[0] {
      case "write": try WritingProbe(portal: portal, arguments: rest).run()
      case "rename": try WritingProbe(portal: portal, arguments: rest).rename()
      case "draw": try DrawingProbe(portal: portal, arguments: rest).run()
      case "read": try ReadingProbe(portal: portal, arguments: rest).run()
      case "hold":
        _ = try portal.journalLength(upTo: 1)
        say("open")
        while readLine() != nil {}
      case "keep": try HoldingProbe(portal: portal).run()
      case "race": try RacingProbe(portal: portal).run()
      default: return 2
      }
      return 0
    } catch {
      say("! \(error)")
      return 1
    }
  }

  /// Writes a line at once; `false` where nobody reads any more.
  @discardableResult
  static func say(_ line: String) -> Bool {
    "\(line)\n".withCString { Glibc.write(STDOUT_FILENO, $0, strlen($0)) } > 0
  }

  /// The monotonic clock in nanoseconds, the same for all processes.
  public static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// Gives drawn commands of all kinds; a line with journal number and kind for each accepted one.
///
/// Arguments: a seed, and perhaps a number of commands after which to end.
struct DrawingProbe {
  let portal: PortalDatabase
  let seed: UInt64
  let count: Int

  init(portal: PortalDatabase, arguments: [String]) {
    self.portal = portal
    seed = arguments.first.flatMap(UInt64.init) ?? 1
    count = arguments.count > 1 ? Int(arguments[1]) ?? .max : .max
  }

  func run() throws {
    var generator = CommandGenerator(seed: seed)
    for number in 0..<count {
      let step = try portal.read { generator.next(for: $0, undoes: 15) }
      guard let entry = try portal.entry(of: step, number: number, login: "draw-\(seed)") else {
        continue
      }
      guard ProbeProgram.say(String(entry)) else { return }
    }
  }
}

/// Reads whole states, over and over, and complains where one contradicts itself; ends when its
/// standard input does.
struct ReadingProbe {
  let portal: PortalDatabase

  init(portal: PortalDatabase, arguments: [String]) { self.portal = portal }

  func run() throws {
    _ = fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK)
    var byte: UInt8 = 0
    var looks = 0
    while read(STDIN_FILENO, &byte, 1) != 0 {
      if let fault = try portal.snapshot().contradiction { ProbeProgram.say("! \(fault)") }
      looks += 1
      if looks == 1 { ProbeProgram.say("reading") }
    }
    ProbeProgram.say("\(looks) looks")
  }
}
