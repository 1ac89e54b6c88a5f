import PortalModel
import PortalScreens
import PortalTokens

extension ExchangeRun {
  /// The run for machines and for people.
  func outcome(isUnicode: Bool) -> Outcome {
    let lines = ExchangeReport(run: self, isUnicode: isUnicode).lines
    return Outcome(
      isGranted ? .done : .refused, schema: "portal.exchange/1", members, lines: lines,
      sentences: summary)
  }

  /// What came of it, in sentences without layout.
  var summary: [String] {
    guard let failure = verdict.failure else {
      let target = wish.target
      let roles = answer?.roles?.after?.inToken ?? []
      let words = roles.isEmpty ? "no role" : roles.joined(separator: ", ")
      return ["\(wish.user)'s token for \(target) was issued; roles there: \(words)."]
    }
    let explanation = failure.explanation(now: at)?.sentences ?? []
    return explanation + (verdict.shortestChange.map { [$0] } ?? [])
  }

  private var members: [JSONValue.Member] {
    [
      .init("at", .string(at.rfc3339)), .init("user", JSONValue(wish.user)),
      .init("from", JSONValue(wish.source)), .init("to", JSONValue(wish.target)),
      .init("want", .string(wish.want.rawValue)), .init("sign_in", signInObject),
      .init("before", before?.json ?? .null),
      .init("checks", .array((answer?.verdict.checks ?? []).map(\.json))),
      .init("reply", answer?.reply.json ?? .null),
      .init("after", answer?.roles?.after?.json ?? .null),
      .init("repair", .array(verdict.repairs.map(\.json))),
      .init("notes", .array((answer?.notes ?? []).map { .string($0.code) })),
      .init("standard", standard?.failure.map(\.json) ?? .null),
      .init("lint", .array((answer?.standard ?? []).map(\.json))),
      .init("scopes", .array((answer?.scopes ?? []).map(\.json))),
    ]
  }

  private var signInObject: JSONValue {
    .object([
      .init("level", .string(signIn.level.word)), .init("multifactor", .bool(signIn.multifactor)),
      .init("checks", .array(login.verdict.checks.map(\.json))),
    ])
  }

  /// The roles at the application signed in to; known also where the exchange got nowhere.
  var before: ApplicationRoles? {
    if let roles = answer?.roles?.before { return roles }
    guard let token = login.tokens.first(where: { $0.kind == .access }) else { return nil }
    return ApplicationRoles(
      application: wish.source, inToken: token.roles, findings: login.roles)
  }
}

extension ApplicationRoles {
  /// The roles in the token, and the reason for each role of the application.
  var json: JSONValue {
    .object([
      .init("application", JSONValue(application)), .init("roles", .texts(inToken)),
      .init("findings", .array(findings.map(\.json))),
    ])
  }
}

extension ScopeFate {
  fileprivate var json: JSONValue {
    .object([
      .init("name", .string(name)), .init("held", .bool(isHeld)),
      .init("asked", isAsked.map { .bool($0) } ?? .null), .init("offer", .string(offer.rawValue)),
      .init("granted", .bool(isGranted)),
    ])
  }
}

extension Reply {
  fileprivate var json: JSONValue {
    .object([
      .init("status", JSONValue(count: status)), .init("body", body ?? .null),
    ])
  }
}
