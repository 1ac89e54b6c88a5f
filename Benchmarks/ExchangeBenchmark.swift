import CryptoExtras
import Foundation
import PortalData
import PortalModel
import PortalScenarios
import PortalStore
import PortalTokens

/// Exchanges a second in process, beside bare RSA signing with the same key on the same core.
///
/// Access token, no `openid`, distinct subject tokens, each in a session of its own, nothing cached:
/// every exchange reads permission, people and roles from the database.
struct ExchangeBenchmark {
  var tokens: Int

  private let start = Instant(seconds: 1_700_000_000)

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try PortalDatabase.open(PortalHome(folder: folder))
    try load(into: database, at: start)
    let key = try database.keep(StoredKey.generate(at: start))
    // As a busy endpoint runs it: without the reasons for the roles of the subject token.
    let service = TokenService(
      keys: try await RealmKeys(key), store: database, explainsRoles: false)
    let source = ApplicationIdentifier(trusted: "front-end-app")
    let target = ApplicationIdentifier(trusted: "back-end-api")
    let person = IdentityIdentifier(trusted: "jdoe")
    var subjects: [String] = []
    for _ in 0..<tokens {
      let login = try await service.signIn(
        person, as: SignIn(level: .cern, multifactor: false), to: source, scope: ["profile"],
        at: start)
      subjects.append(login.accessToken ?? "")
    }
    let signer = try _RSA.Signing.PrivateKey(pemRepresentation: key.privateKeyPEM)
    let message = Data(repeating: 65, count: 900)
    let clock = ContinuousClock()
    var ratios: [Double] = []
    var rates: [Double] = []
    var bare: [Double] = []
    // Both in turns, so that what else the machine does falls on both.
    let round = 500
    for first in stride(from: 0, to: tokens, by: round) {
      let part = subjects[first..<min(first + round, tokens)]
      var began = clock.now
      for subject in part {
        let answer = try await service.answer(
          TokenRequest(
            exchanging: subject, by: source, secret: nil, toward: target, wanting: .accessToken),
          at: start.advanced(seconds: 60))
        guard answer.reply.status == 200 else { throw Failure.refused(answer.reply.status) }
      }
      let rate = Double(part.count) / (milliseconds(clock.now - began) / 1000)
      began = clock.now
      for _ in part { _ = try signer.signature(for: message, padding: .insecurePKCS1v1_5) }
      let signing = Double(part.count) / (milliseconds(clock.now - began) / 1000)
      rates.append(rate)
      bare.append(signing)
      ratios.append(100 * rate / signing)
    }
    report("exchanges", Samples(rates).line("a second"))
    report("bare RSA-2048 signatures", Samples(bare).line("a second"))
    report("exchanges of the signing rate", Samples(ratios).line("%"))
  }

  /// Loads the story's portal with its permission granted.
  func load(into database: PortalDatabase, at start: Instant) throws {
    guard
      let text = PortalData.scenarios.first(where: { $0.name == PortalData.firstScenario })?.text
    else { throw Failure.noScenario }
    let scenario = try Scenario.parse(text, name: PortalData.firstScenario)
    let actor = Actor(identity: IdentityIdentifier(trusted: "bob"), login: "bench")
    _ = try database.perform(.loadScenario(scenario.script(at: start)), as: actor, at: start)
    let direction = ExchangeDirection(
      source: ApplicationIdentifier(trusted: "front-end-app"),
      target: ApplicationIdentifier(trusted: "back-end-api"))
    _ = try database.perform(.grantExchange(direction), as: actor, at: start)
  }

  enum Failure: Error {
    case refused(Int)
    case noScenario
  }
}
