extension Invariants {
  /// What the two registrations of an application say.
  func registrations(of id: ApplicationIdentifier) throws -> InvariantViolation? {
    if let registration = try facts.registration(of: id),
      let twice = repeated(in: registration.redirectURIs)
    {
      return .redirectURITwice(id, twice)
    }
    if let entity = try facts.samlRegistration(of: id)?.form.entityID,
      let other = try facts.application(ofEntity: entity), other != id
    {
      return .entityTaken(entity, by: other)
    }
    return nil
  }

  /// Whoever an application comes to can sign in, as the rules ask of a new owner.
  func owner(of id: ApplicationIdentifier) throws -> InvariantViolation? {
    guard let owner = try facts.application(id)?.owner, let identity = try facts.identity(owner),
      !identity.canTakeOver
    else { return nil }
    return .ownerDisabled(id, owner)
  }
}
