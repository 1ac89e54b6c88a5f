/// A text that only one thing may have, to be asked about before it is given: while it is typed.
public enum UniqueText: Hashable, Encodable, Sendable {
  /// The identifier of an application to be.
  case application(ApplicationIdentifier)
  /// The name of an application, the present one of this identifier apart.
  case applicationName(String, of: ApplicationIdentifier?)
  /// The identifier of a role to be.
  case role(RoleIdentifier, of: ApplicationIdentifier)
}

/// What stands in the way of a text: the refusal that a command with it would meet; `nil` where it is
/// free now.
///
/// - Throws: What `facts` throws.
public func collision(of text: UniqueText, facts: some Facts) throws -> Refusal? {
  switch text {
  case .application(let id):
    if let existing = try facts.application(id) {
      return .applicationExists(id, owner: existing.owner)
    }
    if try facts.identity(IdentityIdentifier(trusted: id.text)) != nil {
      return .identifierIsLogin(id)
    }
    let own = IdentityIdentifier(applicationIdentity: id)
    return try facts.identity(own) == nil ? nil : .identityExists(own)
  case .applicationName(let name, let id):
    guard let other = try facts.application(named: name), other != id else { return nil }
    return .applicationNameTaken(name, by: other)
  case .role(let role, let application):
    return try facts.role(role, of: application) == nil ? nil : .roleExists(application, role)
  }
}

extension Rules {
  func requireFree(_ text: UniqueText) throws {
    if let refusal = try collision(of: text, facts: facts) { throw refusal }
  }
}
