import PortalModel

extension MemoryFacts {
  /// A portal that holds given contents and nothing else.
  public init(_ contents: PortalContents) {
    self.init()
    for identity in contents.identities { identities[identity.id] = identity }
    formerLogins = Set(contents.formerLogins)
    for group in contents.groups { groups[group.id] = group }
    members = Set(contents.memberships)
    for application in contents.applications { applications[application.id] = application }
    for offer in contents.ownershipOffers { offers[offer.application] = offer }
    for registration in contents.samlRegistrations { saml[registration.application] = registration }
    for registration in contents.registrations {
      registrations[registration.application] = registration
    }
    for role in contents.roles { roles[role.application, default: [:]][role.id] = role }
    links = Set(contents.roleLinks)
    permissions = Dictionary(grouping: contents.permissions, by: \.direction)
    secrets = contents.secrets
  }
}

extension MemoryPortal {
  /// Puts other contents in place of the model's; what the token service recorded is forgotten.
  public func replace(by contents: PortalContents) {
    replace(facts: MemoryFacts(contents))
  }
}
