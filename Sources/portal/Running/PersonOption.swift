import ArgumentParser
import PortalModel

/// Who does what a command does.
struct PersonOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who does it: a login of the portal, such as alice.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier
}
