/// Whose accounts are whose (portal.md §2.6): one primary account for each person, some secondary and
/// service accounts beside it. That an owner may be left out, and that the ones of the others stay as they
/// are when somebody leaves, is invented.
extension Rules {
  /// What holds of an account among those of its person.
  func requirePlace(of identity: Identity) throws {
    if !ORCID.isWellFormed(identity.orcid) { throw Refusal.badORCID(identity.orcid) }
    if identity.kind == .primary, let number = identity.personID,
      let other = try facts.primaryAccount(ofPerson: number, besides: identity.id)
    {
      throw Refusal.primaryExists(person: number, other)
    }
    guard let owner = identity.owner else { return }
    guard let most = identity.kind.mostOfOnePerson else {
      throw Refusal.ownerNotAllowed(identity.kind)
    }
    guard owner != identity.id, try requireIdentity(owner).kind == .primary else {
      throw Refusal.ownerNotPrimary(owner)
    }
    let others = try facts.identities(ownedBy: owner).filter {
      $0.kind == identity.kind && $0.id != identity.id
    }
    guard others.count < most else {
      throw Refusal.tooManyAccounts(identity.kind, of: owner, maximum: most)
    }
  }

  /// An account that others belong to stays, and stays primary.
  func requireNoAccounts(of id: IdentityIdentifier) throws {
    let owned = try facts.identities(ownedBy: id).map(\.id)
    guard owned.isEmpty else { throw Refusal.hasAccounts(id, owned: owned) }
  }
}

/// ORCID iDs: sixteen digits in groups of four, the last of them a check digit (ISO 7064, MOD 11-2).
public enum ORCID {
  /// Whether a text is an ORCID iD, or empty.
  public static func isWellFormed(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 4, groups.allSatisfy({ $0.utf8.count == 4 }) else { return false }
    let digits = groups.joined().utf8.map { $0 }
    var total = 0
    for digit in digits.dropLast() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return false }
      total = (total + Int(digit - UInt8(ascii: "0"))) * 2 % 11
    }
    let check = (12 - total) % 11
    return digits.last == (check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check))
  }
}
