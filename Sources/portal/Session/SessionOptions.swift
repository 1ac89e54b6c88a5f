import PortalModel

/// What the command line says of a session.
struct SessionOptions: Hashable, Sendable {
  /// The folder that holds the portal; `nil` for the usual one.
  var home: String?
  /// Where the clock stands still; `nil` where it runs.
  var now: Instant?
  /// What identifiers and secrets are drawn from; `nil` for chance.
  var seed: UInt64?
  /// Whether to say on standard error what is being done.
  var isVerbose = false
}
