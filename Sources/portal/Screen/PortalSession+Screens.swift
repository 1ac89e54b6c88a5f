import PortalModel
import PortalScreens
import PortalStore
import PortalTokens

extension PortalSession {
  /// Runs the exchange that the screen asks for, and gathers all that it draws.
  func outcome(of query: ExchangeQuery) async throws -> ExchangeOutcome {
    let want: ExchangeWant =
      switch query.want {
      case .refresh: .refreshToken
      case .access: .accessToken
      case .id: .idToken
      }
    let run = try await exchange(
      ExchangeWish(
        user: query.user, source: query.source, target: query.target, want: want,
        level: query.signIn.level, multifactor: query.signIn.multifactor))
    let target = try database.roleFindings(
      of: query.user, signedIn: query.signIn, in: query.target)
    return ExchangeOutcome(
      query: query, signIn: run.login.verdict, before: run.login.tokens,
      verdict: run.answer?.verdict, reply: run.answer?.reply, after: run.answer?.tokens ?? [],
      sourceRoles: run.login.roles, targetRoles: target,
      standard: run.answer?.standard ?? [], notes: run.answer?.notes ?? [],
      scopes: run.answer?.scopes ?? [], aftermath: try await aftermath(of: run),
      curl: try curl(query, run), at: run.at)
  }

  /// The command of CERN's page for this exchange, with the address that its last line lost.
  private func curl(_ query: ExchangeQuery, _ run: ExchangeRun) throws -> String {
    let issuer = try database.issuer() ?? Realm().issuer
    let secret = try database.secret(ofClient: query.source)
    let lines = [
      "curl -X POST",
      "-d \"client_id=\(query.source)\"",
      secret.map { Self.pasted("client_secret", $0) },
      "--data-urlencode \"grant_type=urn:ietf:params:oauth:grant-type:token-exchange\"",
      "-d \"subject_token=\(run.login.accessToken ?? "...")\"",
      "--data-urlencode "
        + "\"requested_token_type=urn:ietf:params:oauth:token-type:\(query.want.rawValue)\"",
      "-d \"audience=\(query.target)\"",
      "\(issuer)/protocol/openid-connect/token",
    ].compactMap(\.self)
    return lines.joined(separator: " \\\n    ")
  }

  /// A field as CERN's page writes it; a value that a shell or a form would read otherwise, quoted for
  /// both.
  private static func pasted(_ name: String, _ value: String) -> String {
    let isPlain = value.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || "-._~".utf8.contains($0)
    }
    let quoted = value.replacing("'", with: "'\\''")
    return isPlain ? "-d \"\(name)=\(value)\"" : "--data-urlencode '\(name)=\(quoted)'"
  }
}
