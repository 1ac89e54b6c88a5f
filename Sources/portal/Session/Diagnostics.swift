import Logging

/// Diagnostics on standard error, for whoever looks for a fault; silent unless asked for.
enum Diagnostics {
  static func logger(isVerbose: Bool, environment: [String: String]) -> Logger {
    let word = environment["PORTAL_LOG"] ?? ""
    let level = Logger.Level(rawValue: word) ?? (isVerbose ? .debug : nil)
    guard let level else {
      return Logger(label: "portal") { _ in SwiftLogNoOpLogHandler() }
    }
    var logger = Logger(label: "portal") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = level
    return logger
  }
}
