import PortalModel
import PortalTokens

extension MemoryFacts {
  /// All applications, by identifier.
  public var allApplications: [Application] { applications.values.sorted { $0.id < $1.id } }

  /// All identities, by login.
  public var allIdentities: [Identity] { identities.values.sorted { $0.id < $1.id } }

  /// All groups, by identifier.
  public var allGroups: [Group] { groups.values.sorted { $0.id < $1.id } }

  /// The newest round of every direction, by source and target.
  public var newestRounds: [ExchangePermission] {
    permissions.values.compactMap { rounds in rounds.max { $0.round < $1.round } }
      .sorted { left, right in
        (left.direction.source, left.direction.target)
          < (right.direction.source, right.direction.target)
      }
  }

  /// All rounds of a direction, newest first.
  public func rounds(of direction: ExchangeDirection) -> [ExchangePermission] {
    (permissions[direction] ?? []).sorted { $0.round > $1.round }
  }
}

extension MemoryFacts {
  /// The devices whose users have not answered.
  public var waitingDevices: [Device] { devices.values.filter { $0.state == .pending } }
}

extension MemoryFacts {
  /// The login that began last.
  public var newestSession: UserSession? {
    userSessions.values.max { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
  }

  /// How many logins there are.
  public var sessionCount: Int { userSessions.count }
}
