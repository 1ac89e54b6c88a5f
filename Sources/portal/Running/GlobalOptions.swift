import ArgumentParser
import PortalModel

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that holds the portal (default: $PORTAL_HOME, else the user's data folder).",
      valueName: "folder"))
  var home: String?

  @Flag(help: "Print one JSON object on standard output, and sentences on standard error.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Stop the clock at an RFC 3339 instant, such as 2026-11-22T10:15:00Z.",
      valueName: "instant"),
    transform: Parsing.instant)
  var now: Instant?

  @Option(help: "Draw identifiers and secrets from this number, the same each time.")
  var seed: UInt64?

  @Flag(help: "Say on standard error what is being done (also: PORTAL_LOG=debug).")
  var verbose = false

  /// What a session needs of these.
  var session: SessionOptions {
    SessionOptions(home: home, now: now, seed: seed, isVerbose: verbose)
  }
}
