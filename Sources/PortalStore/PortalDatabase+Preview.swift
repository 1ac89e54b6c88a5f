import GRDB
import PortalModel

extension PortalDatabase {
  /// What a command would do if it were given now, without doing it: for the question before it.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - identity: Who would give it.
  ///   - instant: When.
  /// - Throws: `Refusal` where the rules would say no, or `StoreError`.
  public func preview(
    _ command: PortalCommand, as identity: IdentityIdentifier, at instant: Instant
  ) throws -> Consequences {
    let result: Result<[Change], Refusal> = try reading { database in
      do {
        let changes = try decide(
          command, as: Actor(identity: identity), at: instant,
          facts: DatabaseFacts(database: database))
        return .success(changes)
      } catch let refusal as Refusal {
        return .failure(refusal)
      }
    }
    return Consequences(of: try result.get())
  }

  /// The unanswered offer of an application to a new owner.
  public func ownershipOffer(
    of application: ApplicationIdentifier
  ) throws(StoreError) -> OwnershipOffer? {
    try reading { try DatabaseFacts(database: $0).ownershipOffer(of: application) }
  }

  /// The unanswered offers that wait for an identity, by application.
  public func ownershipOffers(
    to identity: IdentityIdentifier
  ) throws(StoreError) -> [OwnershipOffer] {
    try reading { try DatabaseFacts(database: $0).ownershipOffers(to: identity) }
  }

  /// The unanswered offers that an identity made, by application.
  public func ownershipOffers(
    by identity: IdentityIdentifier
  ) throws(StoreError) -> [OwnershipOffer] {
    try reading { try DatabaseFacts(database: $0).ownershipOffers(by: identity) }
  }
}
