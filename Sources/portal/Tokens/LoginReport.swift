import PortalModel
import PortalScreens
import PortalTokens

/// A sign-in for machines and for people.
struct LoginReport {
  var user: IdentityIdentifier
  var client: ApplicationIdentifier
  var signIn: SignIn
  var answer: SignInAnswer
  var at: Instant

  /// The access token alone on a line, or why there is none.
  var outcome: Outcome {
    let summary = summary
    return Outcome(
      answer.accessToken == nil ? .refused : .done, schema: "portal.token-login/1", members,
      lines: answer.accessToken.map { [$0] } ?? summary, sentences: summary)
  }

  private var summary: [String] {
    guard let failure = answer.verdict.failure else {
      return ["\(user) is signed in to \(client) (\(signIn.label))."]
    }
    let change = answer.verdict.shortestChange
    return (failure.explanation(now: at)?.sentences ?? []) + (change.map { [$0] } ?? [])
  }

  private var members: [JSONValue.Member] {
    func compact(_ kind: TokenView.Kind) -> JSONValue {
      .optional(answer.tokens.first { $0.kind == kind }?.compact)
    }
    let access = answer.tokens.first { $0.kind == .access }
    let expires = access?["exp"]?.integer.map { Instant(seconds: $0) }
    return [
      .init("user", JSONValue(user)), .init("client", JSONValue(client)),
      .init("level", .string(signIn.level.word)), .init("multifactor", .bool(signIn.multifactor)),
      .init("session", .optional(answer.session?.id)), .init("access_token", compact(.access)),
      .init("refresh_token", compact(.refresh)), .init("id_token", compact(.id)),
      .init("expires", .optional(expires)), .init("scope", access?["scope"] ?? .null),
      .init("roles", .texts(access?.roles ?? [])),
      .init("checks", .array(answer.verdict.checks.map(\.json))),
      .init("repair", .array(answer.verdict.repairs.map(\.json))),
    ]
  }
}
