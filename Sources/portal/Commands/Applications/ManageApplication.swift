import ArgumentParser
import PortalModel

/// What a verb about one whole application takes.
struct ApplicationOptions: ParsableArguments {
  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier
  @OptionGroup var person: PersonOption
}

/// A verb about one whole application.
protocol ApplicationVerb: PerformingVerb {
  var application: ApplicationOptions { get }
}

extension ApplicationVerb {
  var person: PersonOption { application.person }
}

/// `portal app delete`.
struct DeleteApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete an application with all that hangs on it.",
    discussion: """
      Example:
        portal app delete reports --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteApplication(application.id) }
}

/// `portal app block`.
struct BlockApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "block",
    abstract: "Block an application: nobody signs in to it or exchanges toward it.",
    discussion: """
      Example:
        portal app block reports --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .blockApplication(application.id, blocked: true)
  }
}

/// `portal app unblock`.
struct UnblockApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "unblock", abstract: "Lift the block from an application.",
    discussion: """
      Example:
        portal app unblock reports --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .blockApplication(application.id, blocked: false)
  }
}

/// `portal app transfer`.
struct TransferApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Offer an application to a new owner, who has to accept.",
    discussion: """
      Example:
        portal app transfer reports --to dave --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @Option(help: "The new owner.", transform: Parsing.identity) var to: IdentityIdentifier
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .offerOwnership(application.id, to: to)
  }
}

/// `portal app accept`.
struct AcceptApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Become the owner of an application that was offered.",
    discussion: """
      Example:
        portal app accept reports --as dave
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .acceptOwnership(application.id) }
}

/// `portal app decline`.
struct DeclineApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Say no to an application that was offered.",
    discussion: """
      Example:
        portal app decline reports --as dave
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .declineOwnership(application.id) }
}

/// `portal app withdraw`.
struct WithdrawApplication: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take the offer of an application back.",
    discussion: """
      Example:
        portal app withdraw reports --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .withdrawOwnership(application.id) }
}
