import ArgumentParser
import PortalModel

/// What a verb about one whole application takes.
struct ApplicationOptions: DeedSubject {
  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier
  @OptionGroup var person: PersonOption
}

/// `portal app delete`.
enum DeleteApplication: Removal {
  static let words = VerbWords(
    "delete", "Delete an application with all that hangs on it.",
    examples: "portal app delete reports --as alice")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .deleteApplication(what.id)
  }
}

/// `portal app block`.
enum BlockApplication: Deed {
  static let words = VerbWords(
    "block", "Block an application: nobody signs in to it or exchanges toward it.",
    examples: "portal app block reports --as alice")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .blockApplication(what.id, blocked: true)
  }
}

/// `portal app unblock`.
enum UnblockApplication: Deed {
  static let words = VerbWords(
    "unblock", "Lift the block from an application.",
    examples: "portal app unblock reports --as alice")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .blockApplication(what.id, blocked: false)
  }
}

/// An application, and who is to own it.
struct TransferOptions: DeedSubject {
  @OptionGroup var application: ApplicationOptions
  @Option(help: "The new owner.", transform: Parsing.identity) var to: IdentityIdentifier
  var person: PersonOption { application.person }
}

/// `portal app transfer`.
enum TransferApplication: Deed {
  static let words = VerbWords(
    "transfer", "Offer an application to a new owner, who has to accept.",
    examples: "portal app transfer reports --to dave --as alice")
  static func command(_ what: TransferOptions, in _: DeedPlace) -> PortalCommand {
    .offerOwnership(what.application.id, to: what.to)
  }
}

/// `portal app accept`.
enum AcceptApplication: Deed {
  static let words = VerbWords(
    "accept", "Become the owner of an application that was offered.",
    examples: "portal app accept reports --as dave")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .acceptOwnership(what.id)
  }
}

/// `portal app decline`.
enum DeclineApplication: Deed {
  static let words = VerbWords(
    "decline", "Say no to an application that was offered.",
    examples: "portal app decline reports --as dave")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .declineOwnership(what.id)
  }
}

/// `portal app withdraw`.
enum WithdrawApplication: Deed {
  static let words = VerbWords(
    "withdraw", "Take the offer of an application back.",
    examples: "portal app withdraw reports --as alice")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .withdrawOwnership(what.id)
  }
}
