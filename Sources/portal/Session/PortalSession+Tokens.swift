import PortalModel
import PortalStore
import PortalTokens

extension PortalSession {
  /// The token service on this portal. The first call of all makes the signing key, which takes a
  /// tenth of a second and more.
  ///
  /// - Parameter explainsRoles: As `TokenService` has it.
  /// - Throws: `StoreError` or `TokenError`.
  func tokenService(explainsRoles: Bool = true) async throws -> TokenService {
    let keys = try await RealmKeys(signingKey())
    return TokenService(
      realm: try database.realm(), keys: keys, store: database, identifiers: identifiers,
      explainsRoles: explainsRoles)
  }

  /// The issuer of this home's tokens.
  func issuer() throws -> String { try database.issuer() ?? Realm().issuer }

  /// Where clients of this home post for tokens.
  func tokenEndpoint() throws -> String { try issuer() + "/protocol/openid-connect/token" }

  /// The key of this home, made now where there is none.
  func signingKey() throws -> StoredKey {
    if let key = try database.signingKey() { return key }
    log.debug("making the signing key")
    return try database.keep(StoredKey.generate(at: now))
  }

  /// Takes out some of what no token can lead to any more: where nobody serves, whoever signs in keeps
  /// house, a step at a time. What fails is left to the next one.
  func pruneTokens() {
    do {
      _ = try database.prune(at: now, database.realm())
    } catch {
      log.warning("old sessions stay for now", metadata: ["error": "\(error)"])
    }
  }

  /// Signs a user in and exchanges the token, as CERN's page describes it.
  func exchange(_ wish: ExchangeWish) async throws -> ExchangeRun {
    guard let user = try database.identity(wish.user) else {
      throw Refusal.unknownIdentity(wish.user)
    }
    guard try database.application(wish.source) != nil else {
      throw Refusal.unknownApplication(wish.source)
    }
    let usual = user.defaultSignIn
    let signIn = SignIn(
      level: wish.level ?? usual.level, multifactor: wish.multifactor ?? usual.multifactor)
    let service = try await tokenService()
    let now = now
    let login = try await service.signIn(user.id, as: signIn, to: wish.source, at: now)
    pruneTokens()
    var run = ExchangeRun(wish: wish, at: now, signIn: signIn, login: login)
    if let token = login.accessToken {
      let request = try request(of: wish, exchanging: token)
      run.answer = try await service.answer(request, at: now)
      run.standard = try service.standardVerdict(of: request, at: now)
    }
    return run
  }

  private func request(of wish: ExchangeWish, exchanging token: String) throws -> TokenRequest {
    TokenRequest(
      exchanging: token, by: wish.source, secret: try database.secret(ofClient: wish.source),
      toward: wish.target, wanting: wish.want)
  }

  /// What would become of the tokens of a run; `nil` where it gave none.
  func aftermath(of run: ExchangeRun) async throws -> Aftermath? {
    guard let token = run.login.accessToken, let answer = run.answer else { return nil }
    return try await tokenService(explainsRoles: false)
      .aftermath(of: request(of: run.wish, exchanging: token), answer, at: run.at)
  }
}

/// What an exchange is to be: who, from where, to where, what for.
struct ExchangeWish: Hashable, Sendable {
  /// Who signs in.
  var user: IdentityIdentifier
  /// The application signed in to, which then exchanges.
  var source: ApplicationIdentifier
  /// The application exchanged toward.
  var target: ApplicationIdentifier
  /// What is asked for.
  var want: ExchangeWant
  /// The level of the login; `nil` for the account's usual one.
  var level: LevelOfAssurance?
  /// Whether a second factor is used; `nil` for what the account does usually.
  var multifactor: Bool?
}

/// A sign-in and an exchange with everything that came of them.
struct ExchangeRun: Sendable {
  /// What was wished.
  var wish: ExchangeWish
  /// When it was done.
  var at: Instant
  /// How the user signed in.
  var signIn: SignIn
  /// What signing in gave.
  var login: SignInAnswer
  /// What the token endpoint answered; `nil` where nobody could sign in.
  var answer: TokenAnswer?

  /// What the newer standard exchange would make of the same request; `nil` where nobody could sign
  /// in.
  var standard: Verdict?

  /// All checks, those of the sign-in only where it failed.
  var checks: [Check] { answer?.verdict.checks ?? login.verdict.checks }

  /// The verdict that counts.
  var verdict: Verdict { answer?.verdict ?? login.verdict }

  /// Whether a token was issued.
  var isGranted: Bool { answer?.reply.status == 200 }
}
