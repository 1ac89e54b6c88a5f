import PortalModel
import TerminalKit

/// Everything that can happen to the screens, in one ordered stream.
public enum Action: Sendable {
  /// A key, the mouse, a paste, another size.
  case event(TerminalEvent)
  /// Something was read.
  case loaded(Loaded)
  /// A command was carried out or refused.
  case performed(PortalCommand, as: IdentityIdentifier, outcome: Outcome)
  /// A repair's steps were carried out, or stopped at a refusal.
  case repaired(outcome: Outcome)
  /// An exchange has its answer.
  case exchanged(Result<ExchangeOutcome, PortalFailure>, generation: Int)
  /// The token endpoint has started or stopped, or could not.
  case served(Result<EndpointReport, PortalFailure>)
  /// A step back or forward was made or refused.
  case rewound(Rewind, outcome: RewindOutcome)
  /// Somebody else changed the portal.
  case portalChanged
  /// The storage failed.
  case failed(PortalFailure)
  /// Something that took long was cancelled; what it was.
  case cancelled(String)

  /// How a step back or forward came out.
  public enum RewindOutcome: Hashable, Sendable {
    /// Made; what is to be said of it.
    case done(UndoneNote)
    /// Something is in its way.
    case refused(Refusal)
    /// The storage could not.
    case failed(PortalFailure)
  }

  /// How a command came out.
  public enum Outcome: Hashable, Sendable {
    /// Carried out; what is to be said of it.
    case done(PerformedNote)
    /// A rule said no.
    case refused(Refusal)
    /// The storage could not.
    case failed(PortalFailure)
  }
}

/// What the screens know of the world at the moment of an action.
public struct World: Sendable {
  /// Now.
  public var now: Instant

  /// Makes a world.
  public init(now: Instant) { self.now = now }
}
