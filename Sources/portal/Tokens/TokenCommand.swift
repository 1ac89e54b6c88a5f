import ArgumentParser
import PortalModel
import PortalTokens

extension Profile: ExpressibleByArgument {}

/// `portal token`.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Get tokens, look into them, and judge them.",
    subcommands: [
      TokenLogin.self, TokenDecode.self, TokenVerify.self, TokenProfile.self,
      TokenReuse.self,
    ])

  /// Bytes of the longest text that is read as a token.
  static let longest = 1 << 20
}

/// `portal token login`.
struct TokenLogin: Verb {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Sign a user in to an application and print the access token.",
    discussion: """
      The token is as good as one from the sign-in page, at every server on this portal. Without \
      --json it stands alone on standard output: TOKEN=$(portal token login …).

      Example:
        portal token login --user jdoe --client front-end-app
      """)

  @Option(help: "Who signs in.", transform: Parsing.identity)
  var user: IdentityIdentifier

  @Option(help: "The application signed in to.", transform: Parsing.application)
  var client: ApplicationIdentifier

  @Option(help: "The scopes asked for beside the client's default ones, parted by blanks.")
  var scope = "openid"

  @OptionGroup var login: SignInOptions
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      guard let person = try session.database.identity(user) else {
        throw Refusal.unknownIdentity(user)
      }
      guard let detail = try session.database.application(client) else {
        throw Refusal.unknownApplication(client)
      }
      if let registration = detail.registration { try requireOffered(registration.settings) }
      let signIn = login.signIn(of: person)
      let now = session.now
      let answer = try await session.tokenService().signIn(
        user, as: signIn, to: client, scope: scope.split(separator: " ").map(String.init), at: now)
      session.pruneTokens()
      return LoginReport(user: user, client: client, signIn: signIn, answer: answer, at: now)
        .outcome
    }
  }
}

extension TokenLogin {
  /// The endpoint refuses a scope that the client does not offer; here it is a slip of the hand.
  private func requireOffered(_ settings: ClientSettings) throws {
    let offered = ["openid"] + settings.defaultScopes + settings.optionalScopes
    for word in scope.split(separator: " ").map(String.init) where !offered.contains(word) {
      let near = nearestWords(to: word, among: offered)
      throw UsageError(
        "\(client) offers no scope \"\(word.prefix(60))\". "
          + (near.isEmpty
            ? "It offers \(offered.joined(separator: ", "))."
            : "Did you mean \(near.joined(separator: " or "))?"))
    }
  }
}

/// `portal token decode`.
struct TokenDecode: Verb {
  static let configuration = CommandConfiguration(
    commandName: "decode", abstract: "Show what stands in a token, and what each claim means.",
    discussion: """
      Quotes, blanks and line breaks that came along with the token do not matter.

      Example:
        portal token decode - < token.txt
      """)

  @Argument(help: "The token, or - to read it from standard input.") var token: String
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let text = try token == "-" ? surroundings.input(maximum: TokenCommand.longest) : token
    return try await withSession(in: surroundings) { session in
      let inspection = try await session.inspect(text)
      return InspectionReport(inspection: inspection, at: session.now).decoded
    }
  }
}

/// `portal token verify`.
struct TokenVerify: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Judge a token: does it decode, is it signed, is it accepted?",
    discussion: """
      Three verdicts, kept apart: whether the token decodes, whether its signature is this portal's, \
      and whether the application should accept what it says. Ends with 0 where all three are yes.

      Example:
        portal token verify --for back-end-api - < token.txt
      """)

  @Option(
    name: .customLong("for"), help: "The application that is to accept it.",
    transform: Parsing.application)
  var application: ApplicationIdentifier

  @Argument(help: "The token, or - to read it from standard input.") var token: String
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let text = try token == "-" ? surroundings.input(maximum: TokenCommand.longest) : token
    return try await withSession(in: surroundings) { session in
      guard try session.database.application(application) != nil else {
        throw Refusal.unknownApplication(application)
      }
      let inspection = try await session.inspect(text, for: application)
      return InspectionReport(inspection: inspection, at: session.now).verified(for: application)
    }
  }
}

/// `portal token profile`.
struct TokenProfile: Verb {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Say or set whose token endpoint this portal imitates.",
    discussion: """
      cern: what CERN's page says holds (the default). keycloak-v1: Keycloak 26.1's legacy exchange to \
      the letter. keycloak-v2: Keycloak 26.2's standard exchange. A running server takes it up with \
      its next request.

      Example:
        portal token profile keycloak-v2
      """)

  @Argument(help: "The profile to set; without it, the present one is said.") var profile: Profile?
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      if let profile { try session.database.setProfile(profile) }
      let present = try session.database.profile().rawValue
      return Outcome(
        schema: "portal.token-profile/1", [.init("profile", .string(present))], lines: [present])
    }
  }
}

extension PortalSession {
  /// Inspects a token with this portal's keys.
  func inspect(
    _ text: String, for application: ApplicationIdentifier? = nil
  ) async throws -> TokenInspection {
    let service = try await tokenService()
    return TokenInspector(realm: service.realm, keys: service.keys)
      .inspect(text, for: application, at: now)
  }
}
