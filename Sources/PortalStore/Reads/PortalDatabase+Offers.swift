import GRDB
import PortalModel

extension PortalDatabase {
  /// The unanswered offers that an identity made, by application. Looks through all unanswered
  /// offers: there are never many.
  public func ownershipOffers(
    by identity: IdentityIdentifier
  ) throws(StoreError) -> [OwnershipOffer] {
    try reading { database in
      try database.all(
        """
        SELECT \(OwnershipOfferRow.columns) FROM ownership_offers WHERE offered_by = ?
        ORDER BY application
        """, [identity.text], OwnershipOfferRow.value)
    }
  }
}
