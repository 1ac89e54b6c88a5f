import PortalModel

extension PortalContents {
  /// The contents as two portals that drew their own secrets can be compared: who has a secret.
  public var withoutSecretTexts: PortalContents {
    var contents = self
    contents.secrets = secrets.mapValues { _ in "secret" }
    return contents
  }

  /// Who is given which roles, worked out without the rules: a person has a role if it applies to all
  /// or if one of its groups is reached by going up from the person until nothing new is found.
  public func rolesGiven(signedIn signIn: SignIn) -> Set<GivenRole> {
    var given: Set<GivenRole> = []
    for identity in identities {
      var reached: Set<GroupIdentifier> = []
      var grew = true
      while grew {
        let before = reached.count
        for membership in memberships {
          switch membership.member {
          case .identity(let id): if id == identity.id { reached.insert(membership.group) }
          case .group(let inner): if reached.contains(inner) { reached.insert(membership.group) }
          }
        }
        grew = reached.count > before
      }
      for role in roles {
        let linked = roleLinks.contains {
          $0.application == role.application && $0.role == role.id && reached.contains($0.group)
        }
        guard role.appliesToAll || linked, signIn.level.rawValue >= role.minimumLevel.rawValue,
          signIn.multifactor || !role.multifactor
        else { continue }
        given.insert(
          GivenRole(identity: identity.id, application: role.application, role: role.id))
      }
    }
    return given
  }
}

/// A role that somebody is given.
public struct GivenRole: Hashable, Sendable {
  var identity: IdentityIdentifier
  var application: ApplicationIdentifier
  var role: RoleIdentifier
}
