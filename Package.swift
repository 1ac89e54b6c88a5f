// swift-tools-version: 6.2
import PackageDescription

// Our own targets build without a single warning; what other packages print is theirs.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]
let strictC: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let floor1: [Target] = [
  .target(name: "PortalModel", swiftSettings: strict),
  .target(name: "TerminalKit", swiftSettings: strict),
]

let floor2: [Target] = [
  .target(
    name: "PortalTokens", dependencies: ["PortalModel", crypto, cryptoExtras, jwtKit, x509],
    swiftSettings: strict),
  .target(
    name: "PortalData", path: "data", sources: ["PortalData.swift"],
    resources: [.embedInCode("scenarios")], swiftSettings: strict),
  .target(
    name: "PortalScreens", dependencies: ["PortalModel", "TerminalKit"], swiftSettings: strict),
  // Expat goes into the binary: a copied program needs no library more for it.
  .target(
    name: "CExpat", cSettings: strictC, linkerSettings: [.linkedLibrary(":libexpat.a")]),
  .target(
    name: "CNCurses", cSettings: strictC,
    linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
]

let floor3: [Target] = [
  .target(
    name: "CSQLiteSession", cSettings: strictC, linkerSettings: [.linkedLibrary("sqlite3")]),
  .target(
    name: "PortalStore", dependencies: ["PortalModel", "PortalTokens", "CSQLiteSession", grdb],
    swiftSettings: strict),
  .target(
    name: "PortalMetadata", dependencies: ["PortalModel", "CExpat"], swiftSettings: strict),
  .target(
    name: "PortalScenarios", dependencies: ["PortalModel", "PortalData", yams],
    swiftSettings: strict),
  .target(
    name: "PortalEndpoint",
    dependencies: ["PortalModel", "PortalTokens", hummingbird, hummingbirdTLS],
    swiftSettings: strict),
  .target(
    name: "TerminalNCurses", dependencies: ["TerminalKit", "CNCurses"], swiftSettings: strict),
]

let floor4: [Target] = [
  .executableTarget(
    name: "portal",
    dependencies: [
      "PortalData", "PortalEndpoint", "PortalMetadata", "PortalModel", "PortalScenarios",
      "PortalScreens", "PortalStore", "PortalTokens", "TerminalKit", "TerminalNCurses",
      argumentParser, logging,
    ], swiftSettings: strict,
    // At a fixed address nothing has to be relocated at start: a third of the time to the first
    // screen, and the memory that relocating would touch. Nobody looks symbols of a program up either,
    // and what is exported cannot be left out (Docs/decisions/0005).
    linkerSettings: [
      .unsafeFlags(
        ["-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic"],
        .when(configuration: .release))
    ])
]

let benchmarks: [Target] = [
  .executableTarget(
    name: "PortalBenchmarks",
    dependencies: [
      "CVTerm", "PortalData", "PortalModel", "PortalScenarios", "PortalStore", "PortalTokens",
      "PortalTestSupport", "PortalTrials", cryptoExtras, grdb,
    ], path: "Benchmarks", swiftSettings: strict)
]

let testSupport: [Target] = [
  .target(
    name: "CVTerm", path: "Tests/CVTerm", cSettings: strictC,
    linkerSettings: [.linkedLibrary("vterm")]),
  .target(
    name: "CFaultyDisk", path: "Tests/CFaultyDisk", cSettings: strictC,
    linkerSettings: [.linkedLibrary("sqlite3")]),
  .target(
    name: "PortalTestSupport", dependencies: ["CVTerm", "PortalModel", "PortalTokens"],
    path: "Tests/PortalTestSupport", swiftSettings: strict),
  .target(
    name: "PortalTrials",
    dependencies: ["PortalModel", "PortalScenarios", "PortalStore", "PortalTestSupport"],
    path: "Tests/PortalTrials", swiftSettings: strict),
  .executableTarget(
    name: "WriterProbe", dependencies: ["PortalTrials"], path: "Tests/WriterProbe",
    swiftSettings: strict),
]

func tests(
  _ name: String, _ dependencies: Target.Dependency..., exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let tests: [Target] = [
  tests("ArchitectureTests"),
  tests("PortalModelTests", "PortalModel", "PortalTestSupport"),
  tests("PortalMetadataTests", "PortalMetadata", "PortalModel"),
  tests(
    "PortalTokensTests", "PortalModel", "PortalTokens", "PortalTestSupport", crypto, cryptoExtras),
  tests(
    "PortalStoreTests", "PortalModel", "PortalTokens", "PortalStore", "PortalTestSupport",
    "PortalTrials", "WriterProbe", "CFaultyDisk", grdb, exclude: ["Fixtures"]),
  tests(
    "PortalScenariosTests", "PortalModel", "PortalData", "PortalScenarios", "PortalTestSupport",
    "PortalTrials"),
  tests(
    "PortalEndpointTests", "PortalEndpoint", "PortalModel", "PortalTokens", "PortalTestSupport",
    crypto, hummingbird, exclude: ["Clients"]),
  tests("TerminalKitTests", "TerminalKit"),
  tests("TerminalNCursesTests", "TerminalKit", "TerminalNCurses"),
  tests(
    "PortalScreensTests", "PortalMetadata", "PortalModel", "PortalScreens", "PortalTokens",
    "TerminalKit",
    "PortalTestSupport", exclude: ["Goldens"]),
  tests(
    "CommandLineTests", "PortalEndpoint", "PortalModel", "PortalScreens", "PortalStore",
    "PortalTokens", "portal", logging),
  tests("EndToEndTests", "PortalTestSupport", "PortalTrials", "WriterProbe", "portal"),
]

let package = Package(
  name: "portal",
  products: [.executable(name: "portal", targets: ["portal"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: floor1 + floor2 + floor3 + floor4 + benchmarks + testSupport + tests,
  swiftLanguageModes: [.v6]
)
