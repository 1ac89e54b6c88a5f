import PortalModel
import PortalScreens
import PortalStore

extension PortalDatabase {
  /// Part of who has a role.
  ///
  /// - Throws: `Refusal` where application or role do not exist, or `StoreError`.
  func holders(_ query: HolderQuery) throws -> HolderPart {
    let scope: RoleHolderQuery.Scope =
      switch query.scope {
      case .everybody: .everybody
      case .group(let id): .group(id)
      case .identity(let id): .identity(id)
      }
    // One person is answered whatever the answer; of many only those near the role.
    var standings: Set<RoleHolder.Standing> = [.has, .justMisses]
    if case .identity = query.scope { standings.insert(.lacks) }
    let asked = RoleHolderQuery(
      application: query.application, role: query.role, scope: scope,
      level: query.signIn?.level, multifactor: query.signIn?.multifactor, standings: standings)
    let part = try roleHolders(asked, after: query.after, limit: 200, examining: 1_000)
    return HolderPart(
      rows: part.rows, examined: part.examined, outOf: try roleHolderScope(asked),
      next: part.next)
  }
}
