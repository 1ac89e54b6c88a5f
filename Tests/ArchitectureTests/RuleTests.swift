import Testing

/// The rules themselves, on sources that break them.
@Suite struct RuleTests {
  @Test(arguments: [
    ("import Foundation", ["Foundation"]),
    ("  import Foundation  // why", ["Foundation"]),
    ("@testable import PortalModel", ["PortalModel"]),
    ("@preconcurrency import Dispatch", ["Dispatch"]),
    ("@_spi(Testing) @preconcurrency import JWTKit", ["JWTKit"]),
    ("public import GRDB", ["GRDB"]),
    ("internal import GRDB", ["GRDB"]),
    ("package import GRDB", ["GRDB"]),
    ("@preconcurrency private import GRDB", ["GRDB"]),
    ("import struct Foundation.Date", ["Foundation"]),
    ("internal import func Glibc.read", ["Glibc"]),
    ("import Foundation.NSString", ["Foundation"]),
    ("import _CryptoExtras", ["_CryptoExtras"]),
    ("import A; import B", ["A", "B"]),
    ("// import Foundation", []),
    ("/// import Foundation", []),
    ("#if canImport(Glibc)", []),
    ("let important = import_(1)", []),
    ("importScenario(text)", []),
  ])
  func `every form of import is seen`(line: String, modules: [String]) {
    #expect(SourceFile.imports(in: line) == modules)
  }

  @Test(arguments: [
    ("PortalModel", "GRDB", false), ("PortalModel", "FoundationEssentials", true),
    ("PortalStore", "GRDB", true), ("PortalStore", "PortalScreens", false),
    ("PortalScreens", "PortalStore", false), ("PortalScreens", "TerminalKit", true),
    ("TerminalKit", "Foundation", false), ("TerminalNCurses", "FoundationEssentials", false),
    ("TerminalNCurses", "CNCurses", true), ("TerminalKit", "CNCurses", false),
    ("portal", "PortalStore", true), ("portal", "FoundationNetworking", false),
    ("PortalData", "Yams", false), ("Unknown", "PortalModel", false),
  ])
  func `the table decides`(target: String, module: String, isAllowed: Bool) {
    let file = SourceFile(path: "\(target)/A.swift", text: "import Dispatch\nimport \(module)")
    let expected = isAllowed ? [] : ["\(target)/A.swift must not import \(module)"]
    #expect(House.wrongImports(in: [file]) == expected)
  }

  @Test func `a folder that is not in the table is named`() {
    let files = ["portal/A.swift", "PortalModel/A.swift", "Other/A.swift"]
      .map { SourceFile(path: $0, text: "") }
    #expect(House.strangers(in: files) == ["Other/A.swift: the table knows no target Other"])
  }

  @Test(arguments: [
    ("let a = try! load()", ["M/A.swift:1 has try!"]),
    ("let a = b as! Int", ["M/A.swift:1 has  as! "]),
    ("final class A: @unchecked Sendable {}", ["M/A.swift:1 has @unchecked Sendable"]),
    ("\n// TODO: later", ["M/A.swift:2 has TODO"]), ("// FIXME", ["M/A.swift:1 has FIXME"]),
    ("let a = try? load() as? Int", []),
  ])
  func `forbidden words are found with their line`(text: String, found: [String]) {
    #expect(House.forbiddenWords(in: [SourceFile(path: "M/A.swift", text: text)]) == found)
  }

  @Test(arguments: [
    ("final class KeyManager {", ["M/A.swift:1 declares KeyManager"]),
    ("enum Utils {", ["M/A.swift:1 declares Utils"]),
    ("struct DateHelper: Sendable {", ["M/A.swift:1 declares DateHelper"]),
    ("struct Managers {", []), ("struct Utility {", []), ("let fileManager = 1", []),
  ])
  func `names that say nothing are found`(text: String, found: [String]) {
    #expect(House.emptyNames(in: [SourceFile(path: "M/A.swift", text: text)]) == found)
  }

  @Test func `a file may have 400 lines, and no more`() {
    let allowed = String(repeating: "\n", count: House.longestFile)
    #expect(House.longFiles(in: [SourceFile(path: "M/A.swift", text: allowed)]) == [])
    let long = SourceFile(path: "M/A.swift", text: allowed + "\n")
    #expect(House.longFiles(in: [long]) == ["M/A.swift has 401 lines"])
  }
}
