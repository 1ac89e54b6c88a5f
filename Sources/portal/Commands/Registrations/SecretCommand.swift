import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal registration secret`: shows a client's secret to whoever manages it.
struct ShowSecret: Verb {
  static let configuration = CommandConfiguration(
    commandName: "secret",
    abstract: "Print the client secret, for the owner or an administrator.",
    discussion: """
      Without --json it stands alone on standard output. A public client has none. A new one is made \
      by "portal registration regenerate-secret".

      Example:
        portal registration secret back-end-api --as bob
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let id = application.id
    let person = application.person.person
    return try await withSession(in: surroundings) { session in
      let secret = try session.database.secret(of: id, for: person)
      guard let secret else {
        let isRegistered = try session.database.application(id)?.registration != nil
        throw isRegistered ? Refusal.publicClientHasNoSecret(id) : Refusal.notRegistered(id)
      }
      return Outcome(
        schema: "portal.secret/1",
        [.init("application", JSONValue(id)), .init("secret", .string(secret))], lines: [secret])
    }
  }
}

/// `portal registration regenerate-secret`.
enum RegenerateSecret: Removal {
  static let words = VerbWords(
    "regenerate-secret", "Make a new client secret; the old one is void at once.",
    """
    Every program that still has the old one is refused from then on. The owner or an administrator \
    may do it. The new one is printed by "portal registration secret".
    """,
    examples: "portal registration regenerate-secret back-end-api --yes --as bob")
  static let confirmation = "regenerate"
  static let needsYes = true
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .regenerateSecret(what.id)
  }
}
