import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// One row of the reference page: how to come to the refusal, and what it must be.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  var row: String
  var check: CheckIdentifier
  var reply: Reply
  var finding: @Sendable (Finding) -> Bool
  var arrange: @Sendable (inout World) async throws -> TokenRequest
  var repairs: Int
  /// The rows after the gate's.
  var order = Exchange.order
  /// Whether the refusal itself leaves a trace: a code that is used up, a device that asked.
  var writes = false

  init(
    _ row: String, _ check: CheckIdentifier, _ reply: Reply, repairs: Int = 1,
    order: [CheckIdentifier] = Exchange.order, writes: Bool = false,
    finding: @escaping @Sendable (Finding) -> Bool = { _ in true },
    arrange: @escaping @Sendable (inout World) async throws -> TokenRequest
  ) {
    self.row = row
    self.check = check
    self.reply = reply
    self.repairs = repairs
    self.finding = finding
    self.arrange = arrange
    self.order = order
    self.writes = writes
  }

  var testDescription: String { row }

  /// Sees the refusal; then takes each repair in a world of its own and sees the check pass.
  func run() async throws {
    var world = try await World()
    let request = try await arrange(&world)
    let records = world.portal.records.count
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == reply.status)
    #expect(answer.reply.body == reply.body)
    let failure = try #require(answer.verdict.failure)
    #expect(failure.id == check)
    #expect(finding(try #require(failure.found)), "\(failure)")
    #expect(answer.tokens.isEmpty)
    if !writes { #expect(world.portal.records.count == records) }
    expectOrder(of: answer.verdict)
    #expect(answer.verdict.repairs.count == repairs)
    for index in answer.verdict.repairs.indices { try await repair(index) }
  }

  private func expectOrder(of verdict: Verdict) {
    #expect(verdict.checks.map(\.id) == Gate.order + order)
    let outcomes = verdict.checks.map(\.outcome)
    let failed = outcomes.firstIndex(of: .failed) ?? outcomes.endIndex
    #expect(outcomes[..<failed].allSatisfy { $0 == .passed })
    #expect(outcomes[failed...].dropFirst().allSatisfy { $0 == .notReached })
  }

  private func repair(_ index: Int) async throws {
    var world = try await World()
    let request = try await arrange(&world)
    let verdict = try await world.service.answer(request, at: world.now).verdict
    let repair = verdict.repairs[index]
    for step in repair.steps { try world.perform(step.command, as: step.by) }
    let changed = try await world.changed(request, repair.request)
    let again = try await world.service.answer(changed, at: world.now).verdict
    #expect(
      again.checks.first { $0.id == check }?.outcome == .passed, "\(repair) \(again.failure as Any)"
    )
  }
}

extension World {
  /// The request as a repair would have it.
  mutating func changed(
    _ request: TokenRequest, _ change: Repair.RequestChange?
  ) async throws -> TokenRequest {
    var changed = request
    switch change {
    case nil: break
    case .set(let parameters):
      for parameter in parameters { changed = changed.removing(parameter.name) }
      changed.parameters += parameters
    case .remove(let names):
      for name in names { changed = changed.removing(name) }
    case .sendOnce(let names):
      for name in names { changed = changed.setting(name, request[name] ?? "") }
    case .postForm:
      changed.method = "POST"
      changed.contentType = Wire.form
    case .authenticate(let client), .callAs(let client):
      changed.authorization = nil
      changed = changed.setting("client_id", client.text).removing("client_secret")
      if let secret = portal.facts.secret(of: client) {
        changed = changed.adding("client_secret", secret)
      }
    case .signInAgain(let identity, let client):
      changed = changed.setting(
        "subject_token",
        try await token(identity ?? Story.jdoe, to: client ?? Story.frontEnd))
    case .restartSignIn(let client):
      changed = try await restarted(changed, client)
    case .restartDevice(let client):
      changed = changed.setting("device_code", try await device(client, approved: true))
    case .approveDevice: try await approve()
    case .wait(let seconds): now = now.advanced(seconds: Int64(seconds))
    case .exchangeToken, .sendBearer: Issue.record("not at the token endpoint: \(change as Any)")
    }
    return changed
  }
}
