import Foundation
import PortalStore

/// Start, redraw and memory of the real program, on portals of three sizes.
struct ScreenBenchmark {
  var program: String
  var rounds: Int

  func run(applications: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try PortalDatabase.open(PortalHome(folder: folder))
    try database.generate(applications: applications)
    _ = try database.signingKey()
    database.close()
    print("\n\(ApplicationCount.text(applications)) applications")
    try start(folder)
    try redraw(folder)
  }

  /// From exec to the last byte of the first complete screen; warm page cache, the data there.
  private func start(_ folder: String) throws {
    var times: [Double] = []
    for _ in 0..<rounds {
      let screen = try open(folder)
      times.append(milliseconds(try screen.settle().last - screen.started))
    }
    report("  exec to first complete screen", Samples(times).line("ms"))
  }

  /// The very first start: nothing is there, the scenario is loaded.
  func firstStart() throws {
    var times: [Double] = []
    for _ in 0..<max(10, rounds / 4) {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "portal-bench-\(UUID().uuidString)"
      ).path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let screen = try open(folder)
      times.append(milliseconds(try screen.settle().last - screen.started))
    }
    report("very first start of all", Samples(times).line("ms"))
  }

  private func redraw(_ folder: String) throws {
    let screen = try open(folder)
    _ = try screen.settle()
    _ = try screen.press("\t")
    var moves: [(time: Double, bytes: Int)] = []
    // Up and down in the middle of the screen: two rows change, nothing scrolls.
    for _ in 0..<5 { _ = try screen.press("j") }
    for index in 0..<400 { moves.append(try screen.press(index % 8 < 4 ? "j" : "k")) }
    report("  key to last byte, moved selection", Samples(moves.map(\.time)).line("ms"))
    report("  bytes, moved selection", Samples(moves.map { Double($0.bytes) }).line("bytes"))
    var scrolls: [(time: Double, bytes: Int)] = []
    for _ in 0..<30 { _ = try screen.press("j") }
    for _ in 0..<400 { scrolls.append(try screen.press("j")) }
    report("  key to last byte, scrolled line", Samples(scrolls.map(\.time)).line("ms"))
    report("  bytes, scrolled line", Samples(scrolls.map { Double($0.bytes) }).line("bytes"))
    var bursts: [Double] = []
    for index in 0..<20 {
      bursts.append(
        try screen.press(String(repeating: index % 2 == 0 ? "j" : "k", count: 200)).time)
    }
    report("  200 keys at once", Samples(bursts).line("ms"))
    report("  resident memory", "\(rounded(screen.residentMemory)) MB")
  }

  private func open(_ folder: String) throws -> ScreenProgram {
    try ScreenProgram(
      program, arguments: [],
      environment: [
        "PORTAL_HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder,
      ], rows: 24, columns: 80)
  }
}

enum ApplicationCount {
  static func text(_ count: Int) -> String {
    count >= 1_000_000
      ? "\(count / 1_000_000),000,000" : count >= 1_000 ? "\(count / 1_000),000" : "\(count)"
  }
}
