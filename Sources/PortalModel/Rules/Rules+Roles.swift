extension Rules {
  func defineRole(_ role: Role) throws -> [Change] {
    try requireSound(role)
    try requireFree(.role(role.id, of: role.application))
    return [.insertRole(role)]
  }

  func editRole(_ role: Role) throws -> [Change] {
    try requireSound(role)
    try requireRole(role.id, of: role.application)
    return [.updateRole(role)]
  }

  func deleteRole(
    _ role: RoleIdentifier, of application: ApplicationIdentifier
  ) throws -> [Change] {
    _ = try requireManaged(application)
    try requireRole(role, of: application)
    let links = try facts.roleLinks(of: application).filter { $0.role == role }
    return links.map(Change.deleteRoleLink) + [.deleteRole(application, role)]
  }

  func link(_ link: RoleLink) throws -> [Change] {
    let isLinked = try requireLinkable(link)
    guard !isLinked else { throw Refusal.alreadyLinked(link) }
    return [.insertRoleLink(link)]
  }

  func unlink(_ link: RoleLink) throws -> [Change] {
    let isLinked = try requireLinkable(link)
    guard isLinked else { throw Refusal.notLinked(link) }
    return [.deleteRoleLink(link)]
  }

  private func requireSound(_ role: Role) throws {
    _ = try requireManaged(role.application)
    try require(role.name, .roleName, maximum: FieldLimit.name, mayBeEmpty: false)
    try require(role.description, .roleDescription, maximum: FieldLimit.text)
  }

  private func requireRole(_ id: RoleIdentifier, of application: ApplicationIdentifier) throws {
    guard try facts.role(id, of: application) != nil else {
      throw Refusal.unknownRole(application, id)
    }
  }

  private func requireLinkable(_ link: RoleLink) throws -> Bool {
    _ = try requireManaged(link.application)
    try requireRole(link.role, of: link.application)
    _ = try requireGroup(link.group)
    return try facts.roleLinks(of: link.application).contains(link)
  }
}
