import TerminalKit

private func letter(_ character: Character) -> Key { .character(character) }

extension ActionSpec {
  static let ownership: [ActionSpec] = [
    ActionSpec(
      .editApplication, [.details], [letter("e")], "edit",
      "Edit the application's details, the identifier apart.", priority: 8),
    ActionSpec(
      .transferApplication, [.details], [letter("T")], "transfer",
      "Offer the application to a new owner, who must accept.", priority: 5),
    ActionSpec(
      .acceptOwnership, [.details], [letter("a")], "accept ownership",
      "Become the owner of the application that is offered to you.", priority: 7),
    ActionSpec(
      .declineOwnership, [.details], [letter("x")], "decline ownership",
      "Say no to the application that is offered to you.", priority: 6),
    ActionSpec(
      .withdrawOwnership, [.details], [letter("w")], "withdraw offer",
      "Take the offer of the application to a new owner back.", priority: 6),
    ActionSpec(
      .blockApplication, [.details], [letter("b")], "block/unblock",
      "Block the application, or lift the block.", priority: 4),
    ActionSpec(
      .editRegistration, [.registration], [letter("e")], "edit",
      "Edit the registration: its addresses and boxes, or its metadata.", priority: 7),
    ActionSpec(
      .advanced, [.registration], [letter("A")], "advanced",
      "The service's own settings of the client, each with what it changes in a token.",
      priority: 5),
    ActionSpec(
      .roleHolders, [.roles], [letter("w")], "who has it",
      "Show who has the role right now and who just misses it, and why.", priority: 7),
    ActionSpec(
      .holdersFilter, [.holders], [letter("o")], "has/misses",
      "Show those who have it, those who just miss it, or both.", priority: 8),
    ActionSpec(
      .holdersOfPerson, [.holders], [letter("/")], "one person",
      "Ask about one person alone.", priority: 7),
    ActionSpec(
      .holdersOfGroup, [.holders], [letter("g")], "one group",
      "Ask about everybody in one group, nested groups included.", priority: 7),
    ActionSpec(
      .holdersStop, [.holders], [letter("x")], "stop",
      "Stop looking; when all is looked at, ask about everybody again.", priority: 5),
  ]
}
