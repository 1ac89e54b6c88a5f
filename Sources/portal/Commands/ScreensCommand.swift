import ArgumentParser
import PortalModel

/// `portal` without a command: the screens.
///
/// A command of its own, so that its options are not looked for in the arguments of others: an
/// option of the root takes those of the same name away from every command.
struct ScreensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screens", abstract: "Open the screens; so does no command at all.",
    discussion: """
      Example:
        portal screens --as alice
      """)

  @OptionGroup var look: LookOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Whom to act as in the screens at first.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier?

  @OptionGroup var options: GlobalOptions

  /// Opens the screens and stays until the person leaves.
  @MainActor
  func open(in surroundings: Surroundings) async throws {
    let environment = surroundings.environment
    if look.isPlain(environment: environment) {
      return try await PlainEntrance.run(
        options: options.session, look: look.look(environment: environment), person: person,
        in: surroundings)
    }
    try ScreenEntrance.run(
      options: options.session, look: look.look(environment: environment), person: person,
      environment: environment)
  }
}
