import Logging
import PortalModel
import PortalScreens
import PortalStore
import PortalTokens

/// One opened portal, with the clock and the chance that it is used with: what the screens and
/// every command work on.
struct PortalSession: Sendable {
  /// The portal on disk.
  let database: PortalDatabase
  /// The time.
  let clock: SystemClock
  /// Where session and token identifiers come from.
  let identifiers: IdentifierSource
  /// Where new clients' secrets come from.
  let secrets: SecretSource
  /// Diagnostics.
  let log: Logger

  /// The present instant.
  var now: Instant { clock.now }

  /// Opens the portal; one without any data is given the first scenario.
  ///
  /// - Throws: `StoreError`.
  static func open(
    _ options: SessionOptions, environment: [String: String]
  ) throws -> PortalSession {
    let home = try PortalHome.locate(option: options.home, environment: environment)
    let log = Diagnostics.logger(isVerbose: options.isVerbose, environment: environment)
    log.debug("opening", metadata: ["database": "\(home.databasePath)"])
    let session = PortalSession(
      database: try PortalDatabase.open(home), clock: SystemClock(fixed: options.now),
      identifiers: options.seed.map(IdentifierSource.seeded) ?? .random,
      secrets: options.seed.map(SecretSource.seeded) ?? .random, log: log)
    if try session.database.isFresh() { try session.loadFirstScenario() }
    return session
  }

  /// Folds the write-ahead log in, which makes the next start faster.
  func close() { database.close() }

  /// Carries a command out.
  ///
  /// - Throws: `Refusal` or `StoreError`; nothing was written then.
  @discardableResult
  func perform(
    _ command: PortalCommand, as identity: IdentityIdentifier, at instant: Instant? = nil,
    entrance: String = "command line"
  ) throws -> Performed {
    let actor = Operator.current(entrance: entrance).acting(as: identity)
    let performed = try database.perform(command, as: actor, at: instant ?? now, secrets: secrets)
    log.debug(
      "performed",
      metadata: ["command": "\(command.verb)", "journal": "\(performed.journalID)"])
    return performed
  }
}

extension SecretSource {
  /// 32 letters and digits, the same for the same seed and application.
  static func seeded(_ seed: UInt64) -> SecretSource {
    SecretSource { application in
      let mixed = application.text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      return IdentifierSource.seeded(mixed).next().filter { $0 != "-" }
    }
  }
}
