/// The table of `Docs/architecture.md`: which target may import what.
enum House {
  static let system: Set = [
    "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc",
  ]

  /// What each target may import beside the system's modules; `portal` joins the rest.
  static let mayImport: [String: Set<String>] = [
    "PortalModel": [],
    "PortalTokens": ["PortalModel", "Crypto", "CryptoExtras", "_CryptoExtras", "JWTKit", "X509"],
    "PortalStore": ["PortalModel", "PortalTokens", "CSQLiteSession", "GRDB"],
    "PortalScenarios": ["PortalModel", "PortalData", "Yams"],
    "PortalMetadata": ["PortalModel", "CExpat"],
    "PortalData": [],
    "PortalEndpoint": [
      "PortalModel", "PortalTokens", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "Logging",
      "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOPosix", "NIOSSL",
      "ServiceLifecycle",
    ],
    "TerminalKit": [],
    "PortalScreens": ["PortalModel", "TerminalKit"],
    "TerminalNCurses": ["TerminalKit", "CNCurses"],
    "CExpat": [],
    "CNCurses": [],
    "CSQLiteSession": [],
  ]

  static let joinsTheRest = "portal"
  /// These know bytes and cells only, and start in 3 ms because of it.
  static let withoutFoundation: Set = ["TerminalKit", "TerminalNCurses"]
  static let longestFile = 400

  /// One sentence for each import that the table does not allow.
  static func wrongImports(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
      file.imports.compactMap { module in
        let isAllowed = mayImport(file.target, module)
        return isAllowed ? nil : "\(file.path) must not import \(module)"
      }
    }
  }

  /// One sentence for each file whose folder is not in the table.
  static func strangers(in files: [SourceFile]) -> [String] {
    files.filter { $0.target != joinsTheRest && mayImport[$0.target] == nil }
      .map { "\($0.path): the table knows no target \($0.target)" }
  }

  private static func mayImport(_ target: String, _ module: String) -> Bool {
    if module == "FoundationNetworking" { return false }
    if withoutFoundation.contains(target), module.hasPrefix("Foundation") { return false }
    if target == joinsTheRest || system.contains(module) { return true }
    return mayImport[target]?.contains(module) ?? false
  }

  /// One sentence for each word that no source has.
  static func forbiddenWords(in files: [SourceFile]) -> [String] {
    let words = ["try!", " as! ", "@unchecked Sendable", "TODO", "FIXME"]
    return files.flatMap { file in
      words.flatMap { word in
        file.lines(with: word).map { "\(file.path):\($0.number) has \(word)" }
      }
    }
  }

  /// One sentence for each type whose name says nothing.
  static func emptyNames(in files: [SourceFile]) -> [String] {
    let declaration = /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)\b/
    return files.flatMap { file in
      ["Manager", "Helper", "Helpers", "Util", "Utils", "Common"].flatMap { word in
        file.lines(with: word).flatMap { number, line in
          line.matches(of: declaration).filter { $0.1.hasSuffix(word) }
            .map { "\(file.path):\(number) declares \($0.1)" }
        }
      }
    }
  }

  /// One sentence for each file that has two subjects.
  static func longFiles(in files: [SourceFile]) -> [String] {
    files.filter { $0.lines.count > longestFile }.map { "\($0.path) has \($0.lines.count) lines" }
  }
}
