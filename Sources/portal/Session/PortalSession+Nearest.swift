import PortalModel
import PortalStore

extension PortalSession {
  /// The names nearest to the unknown one that a refusal speaks of.
  func nearest(to refusal: Refusal) throws -> [String] {
    switch refusal {
    case .unknownApplication(let id):
      return try database.applications(nearestTo: id.text).map(\.text)
    case .unknownIdentity(let id):
      return try database.identities(nearestTo: id.text).map(\.text)
    case .unknownGroup(let id):
      return try database.groups(nearestTo: id.text).map(\.text)
    case .unknownRole(let application, let role):
      let roles = try database.application(application)?.roles.map(\.id.text) ?? []
      return nearestWords(to: role.text, among: roles)
    case .notLinked(let link):
      let linked = try database.application(link.application)?.roleLinks
        .filter { $0.role == link.role }.map(\.group.text)
      return nearestWords(to: link.group.text, among: linked ?? [])
    case .notPending(let direction, newest: nil):
      return try directions(near: direction, in: [.pending])
    case .notGranted(let direction, newest: nil):
      return try directions(near: direction, in: [.granted])
    default: return []
    }
  }

  /// Permissions that share an end with a direction that has none, as people say them.
  private func directions(
    near direction: ExchangeDirection, in states: Set<ExchangePermission.State>
  ) throws -> [String] {
    let rounds =
      try database.permissions(of: direction.target, side: .granted, limit: Self.sought)
      + database.permissions(of: direction.source, side: .allowed, limit: Self.sought)
      + database.permissions(of: direction.target, side: .allowed, limit: Self.sought)
    return rounds.map(\.permission).filter { states.contains($0.state) }.prefix(3).map {
      "\($0.direction.source) to \($0.direction.target)"
    }
  }

  /// How many permissions of one application are looked at.
  private static let sought = 200
}
