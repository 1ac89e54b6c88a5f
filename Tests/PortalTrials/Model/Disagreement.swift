import PortalModel

/// Where the store and the reference part.
public enum Disagreement: Error, Hashable {
  /// One accepted what the other refused, or refused it otherwise.
  case outcome(step: Int, store: TrialOutcome, reference: TrialOutcome)
  /// They hold different things.
  case contents(step: Int, kind: String)
  /// Somebody is given other roles.
  case roles(step: Int, difference: Set<GivenRole>)
  /// The store failed, beneath the rules.
  case failure(step: Int, String)
}
