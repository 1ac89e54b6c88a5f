import PortalTestSupport
import Testing

private let canMount =
  (try? runCommand(
    "/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
    environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]))?.status == 0

/// A disk that is full or can only be read, met from the screens: a small file system of the test's own,
/// in a mount namespace that goes with the program.
@Suite(.enabled(if: canMount, "needs user and mount namespaces"))
struct DiskTests {
  /// Opens the program on a file system of 8 MB after a shell's preparations.
  private func open(_ preparation: String, _ home: ScratchHome) throws -> PseudoTerminal {
    let script = """
      set -e
      mkdir "$PORTAL_HOME"
      mount -t tmpfs -o size=8m,mode=700 tmpfs "$PORTAL_HOME"
      \(preparation)
      exec "$PORTAL"
      """
    return try PseudoTerminal(
      "/usr/bin/unshare", ["-rm", "/bin/sh", "-c", script],
      environment: portalEnvironment(home: home, adding: ["PORTAL": portalPath]), idleSignal: true
    ).settle()
  }

  private func request(_ terminal: PseudoTerminal) throws {
    try terminal.press(.enter, .character("t")).expect(contains: "Allowed permissions")
    try terminal.press(.character("r")).type("back-end-api").press(.enter).press(.enter)
  }

  @Test func aFullDiskRefusesTheCommandAndTheScreenStays() throws {
    let home = try ScratchHome()
    // Filled when the test says so, for a disk that is full at the start cannot be opened on at all.
    let terminal = try open(
      """
      mkfifo "$HOME/fill" "$HOME/filled"
      (read -r line < "$HOME/fill"; dd if=/dev/zero of="$PORTAL_HOME/other" bs=4096 2> "$HOME/dd" || :
       echo done > "$HOME/filled") 9>&- &
      """, home)
    try terminal.expect(contains: "My Applications")
    let filled = try runCommand(
      "/bin/sh", ["-c", "echo now > '\(home.path)/fill'; cat '\(home.path)/filled'"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(filled.stdout == "done\n")
    try request(terminal)
    try terminal.waitFor("The disk is full, so nothing was changed.")
    try terminal.press(.escape).expect(contains: "Allowed permissions")
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aDiskThatCanOnlyBeReadIsShownAndNotChanged() throws {
    let home = try ScratchHome()
    let terminal = try open(
      """
      "$PORTAL" app list > "$HOME/list"
      mount -o remount,ro "$PORTAL_HOME"
      """, home)
    try terminal.expect(contains: "front-end-app")
    try request(terminal)
    try terminal.waitFor("can only be read, so nothing was changed.")
    try terminal.press(.escape).expect(contains: "Allowed permissions")
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
