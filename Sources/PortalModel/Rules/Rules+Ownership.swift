/// Applications that change hands (portal.md §8).
extension Rules {
  func offer(_ id: ApplicationIdentifier, to identity: IdentityIdentifier) throws -> [Change] {
    let application = try requireManaged(id)
    let receiver = try requireIdentity(identity)
    guard receiver.canTakeOver else { throw Refusal.identityDisabled(identity) }
    guard application.owner != identity else { throw Refusal.alreadyOwner(id, identity) }
    if let offer = try facts.ownershipOffer(of: id) { throw Refusal.alreadyOffered(offer) }
    return [
      .insertOwnershipOffer(OwnershipOffer(application: id, to: identity, by: actor, at: now))
    ]
  }

  /// The administrators group, the permissions and what is pending stay with the application.
  func acceptOwnership(of id: ApplicationIdentifier) throws -> [Change] {
    var application = try requireApplication(id)
    _ = try requireOffer(of: id, to: actor)
    application.owner = actor
    return [.deleteOwnershipOffer(id), .updateApplication(application)]
  }

  func declineOwnership(of id: ApplicationIdentifier) throws -> [Change] {
    _ = try requireApplication(id)
    _ = try requireOffer(of: id, to: actor)
    return [.deleteOwnershipOffer(id)]
  }

  func withdrawOwnership(of id: ApplicationIdentifier) throws -> [Change] {
    _ = try requireManaged(id)
    guard try facts.ownershipOffer(of: id) != nil else { throw Refusal.notOffered(id) }
    return [.deleteOwnershipOffer(id)]
  }

  /// Official applications pass to the supervisor, the others are blocked (portal.md §8). That the
  /// first supervisor upward who is still there counts, that test applications end like personal
  /// ones, that it happens at once and that offers lapse are invented.
  func depart(_ id: IdentityIdentifier) throws -> [Change] {
    var identity = try requireIdentity(id)
    guard identity.kind != .application else { throw Refusal.applicationIdentityIsKept(id) }
    var changes: [Change] = []
    for var application in try facts.applications(ownedBy: id) {
      if let offer = try facts.ownershipOffer(of: application.id) {
        changes.append(.deleteOwnershipOffer(offer.application))
      }
      switch application.category {
      case .official:
        guard let supervisor = try supervisor(above: identity) else {
          throw Refusal.supervisorMissing(id, application: application.id)
        }
        application.owner = supervisor
      case .personal, .test: application.blocked = true
      }
      changes.append(.updateApplication(application))
    }
    changes += try facts.ownershipOffers(to: id).map { .deleteOwnershipOffer($0.application) }
    if identity.enabled {
      identity.enabled = false
      changes.append(.updateIdentity(identity))
    }
    return changes
  }

  /// The first supervisor upward who can sign in.
  private func supervisor(above identity: Identity) throws -> IdentityIdentifier? {
    var seen: Set<IdentityIdentifier> = [identity.id]
    var next = identity.supervisor
    while let id = next, seen.insert(id).inserted, let supervisor = try facts.identity(id) {
      if supervisor.canTakeOver { return id }
      next = supervisor.supervisor
    }
    return nil
  }

  private func requireOffer(
    of id: ApplicationIdentifier, to identity: IdentityIdentifier
  ) throws -> OwnershipOffer {
    guard let offer = try facts.ownershipOffer(of: id) else { throw Refusal.notOffered(id) }
    guard offer.to == identity else { throw Refusal.offeredToAnother(offer, actor: identity) }
    return offer
  }
}
