import Foundation
import PortalTestSupport
import Testing

/// What installs the libraries of Debian that building and testing need, with Debian's own tools
/// replaced by stubs that remember what they were asked.
@Suite struct SetupTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let packages = [
    "libexpat1-dev", "libncurses-dev", "libsqlite3-dev", "libvterm-dev", "curl", "python3-venv",
    "openssl", "chromium",
  ]

  /// Runs a command where only these packages are installed.
  ///
  /// - Returns: What came of it, and the calls of `apt-get`, one a line.
  private func run(
    _ command: String, installed: [String], installsAtOnce: Bool = true, maySudo: Bool = true
  ) throws -> (result: CommandResult, calls: String) {
    let home = try ScratchHome()
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: home.path)
    func tool(_ name: String, _ body: String) throws {
      let path = "\(home.path)/\(name)"
      try "#!/bin/sh\n\(body)\n".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try tool(
      "dpkg-query",
      """
      for package; do :; done
      case " \(installed.joined(separator: " ")) " in *" $package "*) printf installed ;; esac
      """)
    try tool(
      "apt-get",
      """
      echo "$*" >> "\(home.path)/calls"
      case "$*" in *install*) \(installsAtOnce ? ":" : "grep -q update '\(home.path)/calls'") ;; esac
      """)
    try tool("sudo", maySudo ? "shift; exec \"$@\"" : "exit 1")
    let result = try runCommand(
      "/bin/sh", ["-c", command], environment: ["PATH": "\(home.path):/usr/bin:/bin"],
      stdin: String(contentsOfFile: Self.root + "/.ci/setup", encoding: .utf8))
    let calls = try? String(contentsOfFile: home.path + "/calls", encoding: .utf8)
    return (result, calls ?? "")
  }

  private func installation(_ packages: [String]) -> String {
    "-qq install -y --no-install-recommends \(packages.joined(separator: " "))"
  }

  @Test func nothingIsInstalledWhereNothingIsMissing() throws {
    let run = try run("make -C '\(Self.root)' setup", installed: Self.packages)
    #expect(run.result.status == 0, "\(run.result.stderr)")
    #expect(run.calls.isEmpty)
  }

  @Test(arguments: packages)
  func whatIsMissingIsInstalledAndNothingElse(missing: String) throws {
    let run = try run(
      "make -C '\(Self.root)' setup", installed: Self.packages.filter { $0 != missing })
    #expect(run.result.status == 0, "\(run.result.stderr)")
    #expect(run.calls.split(separator: "\n").last.map(String.init) == installation([missing]))
  }

  @Test func theProgramAloneNeedsNoLibraryOfTheTests() throws {
    let run = try run("make -C '\(Self.root)' setup-program", installed: [])
    #expect(run.result.status == 0, "\(run.result.stderr)")
    #expect(
      run.calls.contains(installation(["libexpat1-dev", "libncurses-dev", "libsqlite3-dev"])))
    #expect(!run.calls.contains("libvterm"))
  }

  @Test func listsThatAreOldAreRenewedOnce() throws {
    let run = try run(
      "exec bash -s -- libvterm-dev", installed: [], installsAtOnce: false)
    #expect(run.result.status == 0, "\(run.result.stderr)")
    let calls = run.calls.split(separator: "\n").map(String.init)
    #expect(calls.suffix(2) == ["-qq update", installation(["libvterm-dev"])])
    #expect(calls.count { $0 == "-qq update" } == 1)
  }

  @Test func whoMayNotInstallIsToldTheLine() throws {
    let asNobody = geteuid() == 0 ? "exec setpriv --reuid 65534 --clear-groups" : "exec"
    let run = try run(
      "\(asNobody) bash -s -- libncurses-dev libvterm-dev", installed: ["libncurses-dev"],
      maySudo: false)
    #expect(run.result.status == 1)
    #expect(run.result.stderr.contains("sudo apt-get install -y libvterm-dev"))
    #expect(run.calls.isEmpty)
  }
}
