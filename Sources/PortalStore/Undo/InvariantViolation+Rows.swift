import PortalModel

extension InvariantViolation {
  /// The rows of the model, and the columns of them, that, written by somebody, make the violation.
  var rows: [(row: String, columns: Int64)] {
    switch self {
    case .groupCycle(let path):
      zip(path, path.dropFirst()).map { inner, outer in
        (Touches.row("group_nestings", [outer.text, inner.text]), ColumnSet.all)
      }
    case .ownerMissing(let id, let owner):
      [application(id, column: 5), identity(owner, ColumnSet.presence)]
    case .administratorsMissing(let id, let group):
      [application(id, column: 6), (Touches.row("groups", [group.text]), ColumnSet.presence)]
    case .nameTaken(_, let id): [application(id, column: 1)]
    case .ownIdentityMissing(let id):
      [
        (Touches.row("applications", [id.text]), ColumnSet.presence),
        identity(IdentityIdentifier(applicationIdentity: id), ColumnSet.all),
      ]
    case .identifierIsLogin(let id):
      [
        (Touches.row("applications", [id.text]), ColumnSet.presence),
        identity(IdentityIdentifier(trusted: id.text), ColumnSet.presence),
      ]
    case .applicationMissing(let id):
      ["applications", "registrations"].map { (Touches.row($0, [id.text]), ColumnSet.presence) }
    case .registrationMissing(let round, let id):
      [permission(round), (Touches.row("registrations", [id.text]), ColumnSet.presence)]
    case .liveRoundNotNewest(let round): [permission(round)]
    case .roleMissing(let link):
      [
        (
          Touches.row("role_links", [link.application.text, link.role.text, link.group.text]),
          ColumnSet.all
        )
      ]
    case .groupMissing(let id): [(Touches.row("groups", [id.text]), ColumnSet.presence)]
    case .memberMissing(let id, let group):
      [(Touches.row("group_members", [group.text, id.text]), ColumnSet.all)]
    case .supervisorMissing(let id, let supervisor):
      [identity(id, ColumnSet.column(9)), identity(supervisor, ColumnSet.presence)]
    case .supervisorCycle(let path): path.map { identity($0, ColumnSet.column(9)) }
    case .accountOwner(let id, let owner):
      [identity(id, ColumnSet.column(10) | ColumnSet.column(1)), identity(owner, ColumnSet.all)]
    case .tooManyAccounts(_, let owner): [identity(owner, ColumnSet.all)]
    case .primaryTwice(_, let id): [identity(id, ColumnSet.column(5) | ColumnSet.column(1))]
    case .loginGivenAgain(let id):
      [
        identity(id, ColumnSet.presence), (Touches.row("former_logins", [id.text]), ColumnSet.all),
      ]
    case .ownerDisabled(_, let owner): [identity(owner, ColumnSet.column(7))]
    case .offeredToOwner(let id, _):
      [(Touches.row("ownership_offers", [id.text]), ColumnSet.all), application(id, column: 5)]
    case .redirectURITwice(let id, _):
      (0..<Int64(FieldLimit.listLength)).map {
        (Touches.row("redirect_uris", [id.text, String($0)]), ColumnSet.all)
      }
    case .entityTaken(_, let id): [(Touches.row("saml_registrations", [id.text]), ColumnSet.all)]
    }
  }

  private func application(
    _ id: ApplicationIdentifier, column: Int
  ) -> (row: String, columns: Int64) {
    (Touches.row("applications", [id.text]), ColumnSet.column(column))
  }

  private func identity(
    _ id: IdentityIdentifier, _ columns: Int64
  ) -> (row: String, columns: Int64) {
    (Touches.row("identities", [id.text]), columns)
  }

  private func permission(_ round: ExchangePermission) -> (row: String, columns: Int64) {
    (
      Touches.row(
        "exchange_permissions",
        [round.direction.source.text, round.direction.target.text, String(round.round)]),
      ColumnSet.all
    )
  }
}
