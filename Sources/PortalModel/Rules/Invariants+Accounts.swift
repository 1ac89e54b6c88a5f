extension Invariants {
  /// An account among those of its person, as the rules ask of a command.
  func place(of identity: Identity) throws -> InvariantViolation? {
    let id = identity.id
    if try facts.isFormerLogin(id) { return .loginGivenAgain(id) }
    if identity.kind != .primary, let below = try facts.identities(ownedBy: id).first {
      return .accountOwner(below.id, id)
    }
    if identity.kind == .primary, let number = identity.personID,
      let other = try facts.primaryAccount(ofPerson: number, besides: id)
    {
      return .primaryTwice(number, other)
    }
    guard let owner = identity.owner, let most = identity.kind.mostOfOnePerson else { return nil }
    guard try facts.identity(owner)?.kind == .primary else { return .accountOwner(id, owner) }
    let all = try facts.identities(ownedBy: owner).filter { $0.kind == identity.kind }
    return all.count > most ? .tooManyAccounts(identity.kind, of: owner) : nil
  }
}
