import CryptoExtras
import Foundation
import PortalModel
import PortalStore
import PortalTokens

/// Exchanges a second through `portal serve`, beside bare RSA signing in the same run: real sockets, 16
/// connections kept alive, distinct subject tokens, each in a session of its own. The load generator
/// works on the same cores, and what it takes of them counts against the server.
struct EndpointBenchmark {
  var program: String
  var tokens: Int
  /// Seconds of steady load after the measured rounds, to watch memory.
  var seconds: Int

  private static let port = 18_999
  private static let connections = 16

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let database = try PortalDatabase.open(PortalHome(folder: folder))
    try ExchangeBenchmark(tokens: tokens).load(into: database, at: now)
    let key = try database.keep(StoredKey.generate(at: now))
    let service = TokenService(
      keys: try await RealmKeys(key), store: database, explainsRoles: false)
    let plain = try await subjects(service, scope: ["profile"], at: now)
    let open = try await subjects(service, scope: ["openid"], at: now)
    try measureFirstAnswer(folder)
    let server = try ServedProgram(program, home: folder, port: Self.port)
    defer { server.stop() }
    report("resident memory at the start", "\(rounded(server.megabytes)) MB")
    try measure("exchanges over HTTP", plain, want: .accessToken, signatures: 1, key)
    report("resident memory after them", "\(rounded(server.megabytes)) MB")
    try measure("refresh + openid over HTTP", open, want: .refreshToken, signatures: 2, key)
    try watchMemory(server, plain)
  }

  private func subjects(
    _ service: TokenService, scope: [String], at now: Instant
  ) async throws -> [String] {
    var subjects: [String] = []
    for _ in 0..<tokens {
      let login = try await service.signIn(
        IdentityIdentifier(trusted: "jdoe"), as: SignIn(level: .cern, multifactor: false),
        to: ApplicationIdentifier(trusted: "front-end-app"), scope: scope, at: now)
      subjects.append(login.accessToken ?? "")
    }
    return subjects
  }

  /// From starting the program to the last byte of its first answer.
  private func measureFirstAnswer(_ folder: String) throws {
    var times: [Double] = []
    for _ in 0..<20 {
      let began = ContinuousClock.now
      let server = try ServedProgram(program, home: folder, port: Self.port)
      let load = try LoadGenerator(port: Self.port, connections: 1)
      _ = try load.run([LoadGenerator.discovery], expecting: 200)
      times.append(milliseconds(.now - began))
      server.stop()
    }
    report("first answer after exec", Samples(times).line("ms"))
  }

  /// Load and bare signing in turns, so that what else the machine does falls on both.
  private func measure(
    _ title: String, _ subjects: [String], want: ExchangeWant, signatures: Double, _ key: StoredKey
  ) throws {
    let signer = try _RSA.Signing.PrivateKey(pemRepresentation: key.privateKeyPEM)
    let message = Data(repeating: 65, count: 900)
    let load = try LoadGenerator(port: Self.port, connections: Self.connections)
    let requests = subjects.map { LoadGenerator.exchange($0, want: want) }
    var (rates, bare, shares): ([Double], [Double], [Double]) = ([], [], [])
    var latencies: [Double] = []
    let round = max(1, requests.count / 10)
    for first in stride(from: 0, to: requests.count, by: round) {
      let part = Array(requests[first..<min(first + round, requests.count)])
      let began = ContinuousClock.now
      latencies += try load.run(part, expecting: 200)
      let rate = Double(part.count) / (milliseconds(.now - began) / 1000)
      let signing = ContinuousClock.now
      for _ in 0..<round / 2 {
        _ = try signer.signature(for: message, padding: .insecurePKCS1v1_5)
      }
      let core = Double(round / 2) / (milliseconds(.now - signing) / 1000)
      rates.append(rate)
      bare.append(core)
      shares.append(100 * rate * signatures / (2 * core))
    }
    report(title, Samples(rates).line("a second"))
    report("  bare RSA-2048 signatures, one core", Samples(bare).line("a second"))
    report("  of twice that rate (\(Int(signatures)) a request)", Samples(shares).line("%"))
    report("  latency", Samples(latencies).line("ms"))
  }

  private func watchMemory(_ server: ServedProgram, _ subjects: [String]) throws {
    guard seconds > 0 else { return }
    let load = try LoadGenerator(port: Self.port, connections: Self.connections)
    let requests = subjects.prefix(2000).map { LoadGenerator.exchange($0, want: .accessToken) }
    let end = ContinuousClock.now + .seconds(seconds)
    var next = ContinuousClock.now
    while ContinuousClock.now < end {
      _ = try load.run(Array(requests), expecting: 200)
      guard ContinuousClock.now >= next else { continue }
      next += .seconds(30)
      report("resident memory under load", "\(rounded(server.megabytes)) MB")
    }
    report("resident memory at the end", "\(rounded(server.megabytes)) MB")
  }
}
