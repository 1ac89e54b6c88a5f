import PortalModel
import PortalTokens

/// The whole portal as plain dictionaries: look-ups done the obvious way, to compare the store with.
public struct MemoryFacts: TokenFacts, Sendable {
  var applications: [ApplicationIdentifier: Application] = [:]
  var saml: [ApplicationIdentifier: SAMLRegistration] = [:]
  var offers: [ApplicationIdentifier: OwnershipOffer] = [:]
  var registrations: [ApplicationIdentifier: Registration] = [:]
  var secrets: [ApplicationIdentifier: String] = [:]
  var roles: [ApplicationIdentifier: [RoleIdentifier: Role]] = [:]
  var links: Set<RoleLink> = []
  var identities: [IdentityIdentifier: Identity] = [:]
  var formerLogins: Set<IdentityIdentifier> = []
  var groups: [GroupIdentifier: Group] = [:]
  var members: Set<Membership> = []
  var permissions: [ExchangeDirection: [ExchangePermission]] = [:]
  var userSessions: [String: UserSession] = [:]
  var clientSessions: [String: [ApplicationIdentifier: ClientSession]] = [:]
  var offlineSessions: [String: [ApplicationIdentifier: OfflineSession]] = [:]
  var refreshUses: [String: [ApplicationIdentifier: RefreshUse]] = [:]
  var codes: [String: AuthorizationCode] = [:]
  var devices: [String: Device] = [:]
  var revoked: Set<String> = []
  var notBefore: [NotBeforeSubject: Instant] = [:]

  /// An empty portal.
  public init() {}
}

extension MemoryFacts {
  /// The application of this identifier.
  public func application(_ id: ApplicationIdentifier) -> Application? { applications[id] }

  /// The application of this name.
  public func application(named name: String) -> ApplicationIdentifier? {
    applications.values.first { $0.name == name }?.id
  }

  /// The first of the applications that an identity owns.
  public func application(ownedBy identity: IdentityIdentifier) -> ApplicationIdentifier? {
    applications.values.filter { $0.owner == identity }.map(\.id).min()
  }

  /// The registration of an application.
  public func registration(of application: ApplicationIdentifier) -> Registration? {
    registrations[application]
  }

  /// A role.
  public func role(_ id: RoleIdentifier, of application: ApplicationIdentifier) -> Role? {
    roles[application]?[id]
  }

  /// All roles of an application, sorted.
  public func roles(of application: ApplicationIdentifier) -> [Role] {
    (roles[application] ?? [:]).values.sorted { $0.id < $1.id }
  }

  /// All group links of an application, sorted.
  public func roleLinks(of application: ApplicationIdentifier) -> [RoleLink] {
    links.filter { $0.application == application }
      .sorted { ($0.role, $0.group) < ($1.role, $1.group) }
  }

  /// The identity of this login.
  public func identity(_ id: IdentityIdentifier) -> Identity? { identities[id] }

  /// The group of this identifier.
  public func group(_ id: GroupIdentifier) -> Group? { groups[id] }

  /// Whether a member is directly in a group.
  public func isMember(_ member: Member, of group: GroupIdentifier) -> Bool {
    members.contains(Membership(member: member, group: group))
  }

  /// Every membership that leads upward from a member, in no order.
  public func memberships(from member: Member) -> [Membership] {
    var found: Set<Membership> = []
    var waiting = [member]
    while let inner = waiting.popLast() {
      for step in members where step.member == inner {
        if found.insert(step).inserted { waiting.append(.group(step.group)) }
      }
    }
    return Array(found)
  }

  /// The newest round of a direction.
  public func permission(_ direction: ExchangeDirection) -> ExchangePermission? {
    permissions[direction]?.max { $0.round < $1.round }
  }

  /// All rounds that an application is source or target of.
  public func permissions(of application: ApplicationIdentifier) -> [ExchangePermission] {
    permissions.filter { $0.key.source == application || $0.key.target == application }
      .flatMap(\.value)
      .sorted {
        ($0.direction.source, $0.direction.target, $0.round)
          < ($1.direction.source, $1.direction.target, $1.round)
      }
  }
}

extension MemoryFacts {
  /// The present secret of a client.
  public func secret(of application: ApplicationIdentifier) -> String? { secrets[application] }

  /// The login of this identifier.
  public func userSession(_ id: String) -> UserSession? { userSessions[id] }

  /// Whether a client takes part in a login.
  public func clientSession(
    of client: ApplicationIdentifier, in session: String
  ) -> ClientSession? {
    clientSessions[session]?[client]
  }

  /// The refresh token that a client used last in a login.
  public func refreshUse(of client: ApplicationIdentifier, in session: String) -> RefreshUse? {
    refreshUses[session]?[client]
  }

  /// Whether a client may go on in a login without its user.
  public func offlineSession(
    of client: ApplicationIdentifier, in session: String
  ) -> OfflineSession? {
    offlineSessions[session]?[client]
  }

  /// The code of this digest.
  public func authorizationCode(digest: String) -> AuthorizationCode? { codes[digest] }

  /// The device of this device code's digest.
  public func device(digest: String) -> Device? { devices[digest] }

  /// The device of this user code's digest.
  public func device(userDigest: String) -> Device? {
    devices.values.first { $0.userDigest == userDigest }
  }

  /// Whether an access token was revoked.
  public func isRevoked(jti: String) -> Bool { revoked.contains(jti) }

  /// The latest of the marks of these subjects.
  public func notBefore(of subjects: [NotBeforeSubject]) -> Instant? {
    subjects.compactMap { notBefore[$0] }.max()
  }

  /// Whether a target has ever granted, and grants now.
  public func exchangeGrants(
    toward target: ApplicationIdentifier
  ) -> (ever: Bool, now: Bool) {
    let states = permissions.filter { $0.key.target == target }.flatMap(\.value).map(\.state)
    return (
      ever: states.contains(.granted) || states.contains(.revoked),
      now: states.contains(.granted)
    )
  }

  /// The identifiers that differ least from a text.
  public func applications(nearestTo text: String, limit: Int) -> [ApplicationIdentifier] {
    let near = applications.keys.map { (distance(from: $0.text, to: text), $0) }
    return near.sorted { $0 < $1 }.prefix(limit).map(\.1)
  }

  /// The applications with a role that applies to all or that one of the groups is linked to.
  public func applications(
    withRolesFor groups: [GroupIdentifier], limit: Int
  ) -> [ApplicationIdentifier] {
    let open = roles.filter { $0.value.values.contains(where: \.appliesToAll) }.map(\.key)
    let linked = links.filter { groups.contains($0.group) }.map(\.application)
    return Array(Set(open + linked).sorted().prefix(limit))
  }

  /// How many letters must be put in, taken out or changed (Levenshtein).
  private func distance(from left: String, to right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (line, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}
