/// An application offered to a new owner, who has not answered yet.
///
/// The new owner must accept (portal.md §8, documented for accounts); offers of applications, and
/// that there is one at a time, are invented. Until it is accepted nothing changes.
public struct OwnershipOffer: Hashable, Codable, Sendable {
  /// The application.
  public var application: ApplicationIdentifier
  /// Who is to own it.
  public var to: IdentityIdentifier
  /// Who offered it: somebody who manages it.
  public var by: IdentityIdentifier
  /// When it was offered.
  public var at: Instant

  /// Makes an offer.
  public init(
    application: ApplicationIdentifier, to: IdentityIdentifier, by: IdentityIdentifier, at: Instant
  ) {
    self.application = application
    self.to = to
    self.by = by
    self.at = at
  }
}
