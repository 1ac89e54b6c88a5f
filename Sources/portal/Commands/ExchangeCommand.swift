import ArgumentParser
import PortalModel
import PortalTokens

extension ExchangeWant: ExpressibleByArgument {}

/// `portal exchange`: signs a user in and exchanges the token.
struct ExchangeCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "exchange",
    abstract: "Sign a user in to one application and exchange the token toward another.",
    discussion: """
      Both steps are real: the tokens are signed, and the answer is the one that the token endpoint \
      would give. Ends with 1 where it refuses.

      Example:
        portal exchange --user jdoe --from front-end-app --to back-end-api
      """)

  @Option(help: "Who signs in.", transform: Parsing.identity)
  var user: IdentityIdentifier

  @Option(
    help: "The application signed in to, which then exchanges.", transform: Parsing.application)
  var from: ApplicationIdentifier

  @Option(help: "The application exchanged toward.", transform: Parsing.application)
  var to: ApplicationIdentifier

  @Option(help: "What to ask for.")
  var want: ExchangeWant = .refreshToken

  @OptionGroup var signIn: SignInOptions
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let wish = ExchangeWish(
      user: user, source: from, target: to, want: want, level: signIn.loa,
      multifactor: signIn.mfa)
    return try await withSession(in: surroundings) { session in
      let run = try await session.exchange(wish)
      return run.outcome(isUnicode: surroundings.isUnicode)
    }
  }
}
