import PortalModel
import PortalScreens
import PortalStore

extension PortalDatabase {
  /// A request with everything that whoever decides should know; `nil` where nothing was ever asked.
  func request(_ direction: ExchangeDirection) throws -> RequestDetail? {
    let rounds = try history(of: direction)
    guard let permission = rounds.first, let source = try application(direction.source),
      let target = try application(direction.target).map(PortalScreens.ApplicationDetail.init)
    else { return nil }
    return RequestDetail(
      permission: permission, earlierRounds: rounds.count - 1, source: source.application,
      sourceRegistration: source.registration, target: target.application,
      targetRoles: target.roles, requester: try identity(permission.openedBy),
      decider: try identity(target.application.owner))
  }
}
