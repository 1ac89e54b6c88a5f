/// Decides on one command: the changes that carry it out, or the rule that refuses it.
///
/// Pure: reads nothing but `facts`, and no clock and no chance. A refused command writes nothing; an
/// accepted one is carried out whole.
///
/// - Parameters:
///   - command: What is to be done. For `loadScenario` only ``Change/removeEverything`` comes back:
///     whoever applies the changes decides on the script's steps one after the other.
///   - actor: Who does it.
///   - instant: When it counts as done.
///   - facts: The portal as it is now.
/// - Throws: ``Refusal``, or what `facts` throws when the storage fails.
public func decide(
  _ command: PortalCommand, as actor: Actor, at instant: Instant, facts: some Facts
) throws -> [Change] {
  let rules = Rules(facts: facts, actor: actor.identity, now: instant)
  try rules.requireActor(for: command)
  switch command {
  case .registerApplication(let form): return try rules.registerApplication(form)
  case .editApplication(let id, let details): return try rules.edit(id, details)
  case .offerOwnership(let id, let identity): return try rules.offer(id, to: identity)
  case .acceptOwnership(let id): return try rules.acceptOwnership(of: id)
  case .declineOwnership(let id): return try rules.declineOwnership(of: id)
  case .withdrawOwnership(let id): return try rules.withdrawOwnership(of: id)
  case .deleteApplication(let id): return try rules.deleteApplication(id)
  case .blockApplication(let id, let blocked): return try rules.block(id, blocked)
  case .registerOIDC(let id, let form): return try rules.registerOIDC(id, form)
  case .editRegistration(let id, let form): return try rules.editRegistration(id, form)
  case .configureClient(let id, let settings): return try rules.configure(id, settings)
  case .regenerateSecret(let id): return try rules.regenerateSecret(id)
  case .deleteRegistration(let id): return try rules.deleteRegistration(id)
  case .registerSAML(let id, let form): return try rules.registerSAML(id, form)
  case .editSAML(let id, let form): return try rules.editSAML(id, form)
  case .deleteSAML(let id): return try rules.deleteSAML(id)
  case .defineRole(let role): return try rules.defineRole(role)
  case .editRole(let role): return try rules.editRole(role)
  case .deleteRole(let application, let role): return try rules.deleteRole(role, of: application)
  case .linkGroup(let link): return try rules.link(link)
  case .unlinkGroup(let link): return try rules.unlink(link)
  case .requestExchange(let direction, let justification):
    return try rules.request(direction, justification)
  case .withdrawExchange(let direction): return try rules.withdraw(direction)
  case .approveExchange(let direction): return try rules.approve(direction)
  case .rejectExchange(let direction, let reason): return try rules.reject(direction, reason)
  case .grantExchange(let direction): return try rules.grant(direction)
  case .revokeExchange(let direction, let reason): return try rules.revoke(direction, reason)
  case .createIdentity(let identity): return try rules.create(identity)
  case .enableIdentity(let id, let enabled): return try rules.enable(id, enabled)
  case .editIdentity(let identity): return try rules.edit(identity)
  case .departIdentity(let id): return try rules.depart(id)
  case .deleteIdentity(let id): return try rules.deleteIdentity(id)
  case .editGroup(let group): return try rules.edit(group)
  case .deleteGroup(let id): return try rules.deleteGroup(id)
  case .createGroup(let group): return try rules.create(group)
  case .addMember(let member, let group): return try rules.add(member, to: group)
  case .removeMember(let member, let group): return try rules.remove(member, from: group)
  case .addMembers(let members, let group): return try rules.add(members, to: group)
  case .removeMembers(let members, let group): return try rules.remove(members, from: group)
  case .loadScenario(let script): return try rules.load(script)
  }
}

/// The rules on one state of the portal, for one actor at one instant.
struct Rules<Source: Facts> {
  var facts: Source
  var actor: IdentityIdentifier
  var now: Instant

  /// The actor must exist and be enabled, except where the portal may be empty still.
  func requireActor(for command: PortalCommand) throws {
    switch command {
    case .createIdentity, .editIdentity, .enableIdentity, .departIdentity, .deleteIdentity,
      .createGroup, .editGroup, .deleteGroup, .addMember, .removeMember, .addMembers,
      .removeMembers, .loadScenario:
      return
    default:
      let identity = try requireIdentity(actor)
      guard identity.enabled else { throw Refusal.identityDisabled(actor) }
    }
  }

  func requireIdentity(_ id: IdentityIdentifier) throws -> Identity {
    guard let identity = try facts.identity(id) else { throw Refusal.unknownIdentity(id) }
    return identity
  }

  func requireGroup(_ id: GroupIdentifier) throws -> Group {
    guard let group = try facts.group(id) else { throw Refusal.unknownGroup(id) }
    return group
  }

  func requireApplication(_ id: ApplicationIdentifier) throws -> Application {
    guard let application = try facts.application(id) else {
      throw Refusal.unknownApplication(id)
    }
    return application
  }

  func requireRegistration(of id: ApplicationIdentifier) throws -> Registration {
    guard let registration = try facts.registration(of: id) else {
      throw Refusal.notRegistered(id)
    }
    return registration
  }

  /// The application, if the actor may manage it.
  func requireManaged(_ id: ApplicationIdentifier) throws -> Application {
    let application = try requireApplication(id)
    guard try manages(actor, application, facts: facts) else {
      throw Refusal.notManager(id, actor: actor, managers: Managers(of: application))
    }
    return application
  }

  func require(
    _ text: String, _ field: Refusal.Field, maximum: Int, mayBeEmpty: Bool = true
  ) throws {
    if !mayBeEmpty, text.allSatisfy(\.isWhitespace) { throw Refusal.fieldEmpty(field) }
    if text.count > maximum { throw Refusal.fieldTooLong(field, maximum: maximum) }
  }
}

/// Whether an identity manages an application: owns it, or is in its administrators group, nested
/// groups included (portal pages "Add an Application", "Permission scheme").
///
/// - Throws: What `facts` throws.
public func manages(
  _ identity: IdentityIdentifier, _ application: Application, facts: some Facts
) throws -> Bool {
  if application.owner == identity { return true }
  guard let administrators = application.administrators else { return false }
  let memberships = try facts.memberships(from: .identity(identity))
  return memberships.contains { $0.group == administrators }
}

/// The longest texts that fields take, in characters (invented: the real limits are not public).
public enum FieldLimit {
  /// Names of applications, roles, people and groups.
  public static let name = 128
  /// Descriptions, justifications and reasons.
  public static let text = 2000
  /// Lifetimes of access tokens that a client may set, in seconds.
  public static let lifetime = 1...43_200
}
