/// A role of one application: what the application's tokens say of a user.
public struct Role: Hashable, Codable, Sendable {
  /// The application it belongs to.
  public var application: ApplicationIdentifier
  /// "Role Identifier": the string in tokens.
  public var id: RoleIdentifier
  /// "Role Name".
  public var name: String
  /// "Description"; may be empty.
  public var description: String
  /// "This role is required to access my application".
  public var required: Bool
  /// "Multifactor required".
  public var multifactor: Bool
  /// "This role applies to all authenticated users".
  public var appliesToAll: Bool
  /// "Minimum Level Of Assurance".
  public var minimumLevel: LevelOfAssurance

  /// Makes a role.
  public init(
    application: ApplicationIdentifier, id: RoleIdentifier, name: String,
    description: String = "", required: Bool = false, multifactor: Bool = false,
    appliesToAll: Bool = false, minimumLevel: LevelOfAssurance = .edugainSirtfi
  ) {
    self.application = application
    self.id = id
    self.name = name
    self.description = description
    self.required = required
    self.multifactor = multifactor
    self.appliesToAll = appliesToAll
    self.minimumLevel = minimumLevel
  }

  /// The role that every new application is given: required, and given to everybody
  /// (seen in real portals; its level is invented).
  public static func defaultRole(of application: ApplicationIdentifier) -> Role {
    Role(
      application: application, id: .defaultRole, name: "Default role",
      description: "Role given to every user that signs in.", required: true, appliesToAll: true,
      minimumLevel: .any)
  }
}

/// A group linked to a role: members of the group, nested ones included, are given the role.
public struct RoleLink: Hashable, Codable, Sendable {
  /// The role's application.
  public var application: ApplicationIdentifier
  /// The role.
  public var role: RoleIdentifier
  /// The linked group.
  public var group: GroupIdentifier

  /// Makes a link.
  public init(application: ApplicationIdentifier, role: RoleIdentifier, group: GroupIdentifier) {
    self.application = application
    self.role = role
    self.group = group
  }
}
