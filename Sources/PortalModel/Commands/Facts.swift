/// What the rules may ask of the portal: look-ups by key, all within one consistent state.
///
/// The store implements it over one transaction, tests in memory. Every look-up throws what the
/// storage throws and nothing else.
public protocol Facts {
  /// The application of this identifier.
  func application(_ id: ApplicationIdentifier) throws -> Application?
  /// The application of this name, which is unique.
  func application(named name: String) throws -> ApplicationIdentifier?
  /// One of the applications that an identity owns, the first by identifier; `nil` where it owns none.
  func application(ownedBy identity: IdentityIdentifier) throws -> ApplicationIdentifier?
  /// All applications that an identity owns, by identifier.
  func applications(ownedBy identity: IdentityIdentifier) throws -> [Application]
  /// All applications that have a group as administrators group, by identifier.
  func applications(administeredBy group: GroupIdentifier) throws -> [Application]
  /// The offer of an application to a new owner, unanswered.
  func ownershipOffer(of application: ApplicationIdentifier) throws -> OwnershipOffer?
  /// The unanswered offers to an identity, by application.
  func ownershipOffers(to identity: IdentityIdentifier) throws -> [OwnershipOffer]
  /// The OIDC registration of an application.
  func registration(of application: ApplicationIdentifier) throws -> Registration?
  /// The SAML registration of an application.
  func samlRegistration(of application: ApplicationIdentifier) throws -> SAMLRegistration?
  /// The application that is registered with this `entityID`, which is unique.
  func application(ofEntity entityID: String) throws -> ApplicationIdentifier?
  /// A role.
  func role(_ id: RoleIdentifier, of application: ApplicationIdentifier) throws -> Role?
  /// All roles of an application, by identifier.
  func roles(of application: ApplicationIdentifier) throws -> [Role]
  /// All group links of an application's roles, by role and group.
  func roleLinks(of application: ApplicationIdentifier) throws -> [RoleLink]
  /// All group links to a group, by application and role.
  func roleLinks(to group: GroupIdentifier) throws -> [RoleLink]
  /// The identity of this login.
  func identity(_ id: IdentityIdentifier) throws -> Identity?
  /// The identities that have an identity as supervisor, by login.
  func identities(supervisedBy supervisor: IdentityIdentifier) throws -> [Identity]
  /// The accounts that belong to an identity, by login.
  func identities(ownedBy owner: IdentityIdentifier) throws -> [Identity]
  /// A primary account of the person of this number, other than one account: the first by login.
  func primaryAccount(
    ofPerson number: Int, besides id: IdentityIdentifier
  ) throws -> IdentityIdentifier?
  /// Whether a login was that of an account which has been deleted.
  func isFormerLogin(_ id: IdentityIdentifier) throws -> Bool
  /// The group of this identifier.
  func group(_ id: GroupIdentifier) throws -> Group?
  /// Who and what is directly in a group: people first, each by identifier.
  func members(of group: GroupIdentifier) throws -> [Member]
  /// Whether a member is directly in a group.
  func isMember(_ member: Member, of group: GroupIdentifier) throws -> Bool
  /// Every membership that leads upward from a member, directly or through other groups.
  ///
  /// In no order that matters; each membership once.
  func memberships(from member: Member) throws -> [Membership]
  /// The newest round of a direction.
  func permission(_ direction: ExchangeDirection) throws -> ExchangePermission?
  /// All rounds that an application is source or target of.
  func permissions(of application: ApplicationIdentifier) throws -> [ExchangePermission]
}

/// One step upward in the groups: a member and a group it is directly in.
public struct Membership: Hashable, Codable, Sendable {
  /// The member.
  public var member: Member
  /// The group it is directly in.
  public var group: GroupIdentifier

  /// Makes a membership.
  public init(member: Member, group: GroupIdentifier) {
    self.member = member
    self.group = group
  }
}

/// All groups that one member is in, directly or through other groups, each with a shortest way there.
public struct GroupClosure: Sendable {
  private var came: [GroupIdentifier: GroupIdentifier?] = [:]

  /// Works the closure out from the memberships that lead upward from a member.
  public init(of member: Member, memberships: [Membership]) {
    let upward = Dictionary(grouping: memberships, by: \.member)
    var level: [Member] = [member]
    while !level.isEmpty {
      var next: [Member] = []
      for inner in level {
        let groups = (upward[inner] ?? []).map(\.group).sorted()
        for group in groups where came[group] == nil && .group(group) != member {
          came[group] =
            switch inner {
            case .identity: .some(nil)
            case .group(let group): inner == member ? .some(nil) : .some(group)
            }
          next.append(.group(group))
        }
      }
      level = next
    }
  }

  /// The groups, by identifier.
  public var groups: [GroupIdentifier] { came.keys.sorted() }

  /// Whether the member is in the group, directly or not.
  public func contains(_ group: GroupIdentifier) -> Bool { came[group] != nil }

  /// A shortest way from the member to the group: the groups passed, the asked-for one last.
  ///
  /// Empty where the member is not in the group.
  public func path(to group: GroupIdentifier) -> [GroupIdentifier] {
    guard came[group] != nil else { return [] }
    var path = [group]
    while let last = path.last, let inner = came[last] ?? nil { path.append(inner) }
    return path.reversed()
  }
}
