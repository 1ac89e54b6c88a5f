import PortalModel

extension MemoryFacts {
  /// All applications that an identity owns.
  public func applications(ownedBy identity: IdentityIdentifier) -> [Application] {
    allApplications.filter { $0.owner == identity }
  }

  /// The accounts that belong to an identity.
  public func identities(ownedBy owner: IdentityIdentifier) -> [Identity] {
    allIdentities.filter { $0.owner == owner }
  }

  /// A primary account of the person of this number, other than one account.
  public func primaryAccount(
    ofPerson number: Int, besides id: IdentityIdentifier
  ) -> IdentityIdentifier? {
    allIdentities.first { $0.kind == .primary && $0.personID == number && $0.id != id }?.id
  }

  /// Whether a login was that of a deleted account.
  public func isFormerLogin(_ id: IdentityIdentifier) -> Bool { formerLogins.contains(id) }

  /// All applications that have a group as administrators group.
  public func applications(administeredBy group: GroupIdentifier) -> [Application] {
    allApplications.filter { $0.administrators == group }
  }

  /// The unanswered offer of an application.
  public func ownershipOffer(of application: ApplicationIdentifier) -> OwnershipOffer? {
    offers[application]
  }

  /// The unanswered offers to an identity.
  public func ownershipOffers(to identity: IdentityIdentifier) -> [OwnershipOffer] {
    offers.values.filter { $0.to == identity }.sorted { $0.application < $1.application }
  }

  /// The SAML registration of an application.
  public func samlRegistration(of application: ApplicationIdentifier) -> SAMLRegistration? {
    saml[application]
  }

  /// The application that is registered with an `entityID`.
  public func application(ofEntity entityID: String) -> ApplicationIdentifier? {
    saml.values.first { $0.form.entityID == entityID }?.application
  }

  /// All group links to a group.
  public func roleLinks(to group: GroupIdentifier) -> [RoleLink] {
    links.filter { $0.group == group }
      .sorted { ($0.application, $0.role) < ($1.application, $1.role) }
  }

  /// The identities that have an identity as supervisor.
  public func identities(supervisedBy supervisor: IdentityIdentifier) -> [Identity] {
    allIdentities.filter { $0.supervisor == supervisor }
  }

  /// Who and what is directly in a group: people first, each by identifier.
  public func members(of group: GroupIdentifier) -> [Member] {
    let direct = members.filter { $0.group == group }.map(\.member)
    let people = direct.compactMap { if case .identity(let id) = $0 { id } else { nil } }
    let groups = direct.compactMap { if case .group(let id) = $0 { id } else { nil } }
    return people.sorted().map(Member.identity) + groups.sorted().map(Member.group)
  }
}
