import PortalTestSupport
import Testing

/// Running a program without a terminal.
@Suite struct RunCommandTests {
  private func shell(
    _ script: String, stdin: String = "", patience: Duration = .seconds(40)
  ) throws -> CommandResult {
    try runCommand(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], stdin: stdin,
      patience: patience)
  }

  @Test func `the two outputs and the status are kept apart`() throws {
    let result = try shell("echo out; echo err >&2; exit 3")
    #expect((result.status, result.stdout, result.stderr) == (3, "out\n", "err\n"))
  }

  @Test func `much input and output at once do not block each other`() throws {
    let text = String(repeating: "0123456789\n", count: 50_000)
    let result = try shell("tee /dev/stderr", stdin: text)
    #expect(result.stdout == text && result.stderr == text)
  }

  @Test func `a program that does not read its input is no failure`() throws {
    let text = String(repeating: "x", count: 1_000_000)
    #expect(try shell("exec <&-; echo done", stdin: text).stdout == "done\n")
  }

  @Test func `a signal is told as a shell tells it`() throws {
    #expect(try shell("kill -KILL $$").status == 137)
  }

  @Test func `there is no terminal`() throws {
    #expect(try shell("test -t 0 || (: < /dev/tty) 2> /dev/null || echo none").stdout == "none\n")
  }

  @Test func `a program that hangs is ended in time`() throws {
    #expect(throws: (any Error).self) {
      try shell("exec sleep 60", patience: .milliseconds(50))
    }
  }
}
