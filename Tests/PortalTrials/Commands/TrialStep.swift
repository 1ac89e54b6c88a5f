import PortalModel

/// Something that one person tries.
public enum TrialStep: Hashable, Codable, Sendable {
  /// Gives a command.
  case perform(PortalCommand, by: IdentityIdentifier)
  /// Takes back their newest change.
  case undo(by: IdentityIdentifier)
  /// Brings again what they took back last.
  case redo(by: IdentityIdentifier)
}

/// What came of a step.
public enum TrialOutcome: Hashable, Codable, Sendable {
  /// It was done.
  case accepted
  /// A rule said no.
  case refused(Refusal)
  /// An undo or redo was refused, for a reason of this name.
  case refusedUndo(String)
}

extension TrialStep {
  /// What most sequences begin with: the people and groups of the generator's world.
  public static let start = TrialStep.perform(
    .loadScenario(CommandGenerator.start), by: IdentityIdentifier(trusted: "start"))

  /// When the step of this number counts as given.
  static func instant(of number: Int) -> Instant {
    Instant(seconds: 1_700_000_000 + Int64(number))
  }
}
