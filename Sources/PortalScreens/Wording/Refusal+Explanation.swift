import PortalModel

extension Refusal {
  /// The refusal in words: what happened, which rule says so, what to do next and who could.
  public var explanation: Explanation {
    switch self {
    case .unknownApplication(let id): Self.unknown("application", id.text, list: "Applications")
    case .unknownRole(let application, let role): Self.unknownRole(role, of: application)
    case .unknownGroup(let id): Self.unknown("group", id.text, list: "People")
    case .unknownIdentity(let id): Self.unknown("person or account", id.text, list: "People")
    case .identityDisabled(let id): Self.disabled(id)
    case .notManager(let application, let actor, let managers):
      Self.notManager(of: application, actor, managers)
    case .applicationExists(let id, let owner): Self.taken(id, owner: owner)
    case .identifierIsLogin(let id): Self.isLogin(id)
    case .applicationNameTaken(let name, let other): Self.nameTaken(name, by: other)
    case .fieldEmpty(let field): Self.empty(field)
    case .fieldTooLong(let field, let maximum): Self.tooLong(field, maximum: maximum)
    case .badAddress(let field, let problem): Self.badAddress(field, problem)
    case .redirectURIMissing: Self.redirectURIMissing
    case .redirectURITwice(let address): Self.redirectURITwice(address)
    case .baseURLMissing: Self.baseURLMissing
    case .registrationExists(let id): Self.registrationExists(id)
    case .notRegistered(let id): Self.notRegistered(id)
    case .publicClientHasNoSecret(let id): Self.noSecret(id)
    case .lifetimeOutOfRange(let seconds, let allowed): Self.lifetime(seconds, allowed)
    case .samlRegistrationExists(let id): Self.samlExists(id)
    case .notSAMLRegistered(let id): Self.notSAMLRegistered(id)
    case .entityTaken(let entity, let other): Self.entityTaken(entity, by: other)
    case .badCertificate: Self.badCertificate
    case .listTooLong(let field, let maximum): Self.listTooLong(field, maximum)
    case .badListEntry(let field, let text): Self.badListEntry(field, text)
    case .applicationBlocked(let id): Self.blocked(id)
    case .ownsApplication(let id, let owned): Self.owns(id, owned)
    case .alreadyOwner(let id, let identity): Self.alreadyOwner(id, identity)
    case .alreadyOffered(let offer): Self.alreadyOffered(offer)
    case .notOffered(let id): Self.notOffered(id)
    case .offeredToAnother(let offer, let actor): Self.offeredToAnother(offer, actor)
    case .roleExists(let application, let role): Self.roleExists(role, of: application)
    case .alreadyLinked(let link): Self.alreadyLinked(link)
    case .notLinked(let link): Self.notLinked(link)
    case .exchangeTowardItself(let id): Self.towardItself(id)
    case .alreadyPending(let round): Self.alreadyPending(round)
    case .alreadyGranted(let round): Self.alreadyGranted(round)
    case .notPending(let direction, let newest): Self.notPending(direction, newest)
    case .notGranted(let direction, let newest): Self.notGranted(direction, newest)
    case .reasonMissing: Self.reasonMissing
    case .identityExists(let id): Self.identityExists(id)
    case .loginWasGiven(let id): Self.loginWasGiven(id)
    case .primaryExists(let number, let id): Self.primaryExists(number, id)
    case .ownerNotAllowed(let kind): Self.ownerNotAllowed(kind)
    case .ownerNotPrimary(let id): Self.ownerNotPrimary(id)
    case .tooManyAccounts(let kind, let owner, let most): Self.tooMany(kind, of: owner, most)
    case .hasAccounts(let id, let owned): Self.hasAccounts(id, owned)
    case .badORCID(let text): Self.badORCID(text)
    case .groupExists(let id): Self.groupExists(id)
    case .applicationIdentityIsMade: Self.applicationIdentityIsMade
    case .applicationIdentityIsKept(let id): Self.applicationIdentityIsKept(id)
    case .ownsApplications(let id, let owned): Self.ownsApplications(id, owned)
    case .supervisorMissing(let id, let application): Self.supervisorMissing(id, application)
    case .supervisorCycle(let path): Self.supervisorCycle(path)
    case .alreadyMember(let member, let group): Self.alreadyMember(member, group)
    case .notMember(let member, let group): Self.notMember(member, group)
    case .groupCycle(let path): Self.groupCycle(path)
    case .listedMember(let number, let inner): Self.listedMember(number, inner)
    case .nobodyListed: Self.nobodyListed
    case .scenarioStep(let number, let inner): Self.scenarioStep(number, inner)
    case .scenarioInScenario: Self.scenarioInScenario
    case .undo(let refusal): refusal.explanation
    }
  }

  /// The word by which machines know the rule, such as `not_manager`.
  public var code: String {
    switch self {
    case .unknownApplication: "unknown_application"
    case .unknownRole: "unknown_role"
    case .unknownGroup: "unknown_group"
    case .unknownIdentity: "unknown_identity"
    case .identityDisabled: "identity_disabled"
    case .notManager: "not_manager"
    case .applicationExists: "application_exists"
    case .identifierIsLogin: "identifier_is_login"
    case .applicationNameTaken: "application_name_taken"
    case .fieldEmpty: "field_empty"
    case .fieldTooLong: "field_too_long"
    case .badAddress: "bad_address"
    case .redirectURIMissing: "redirect_uri_missing"
    case .redirectURITwice: "redirect_uri_twice"
    case .baseURLMissing: "base_url_missing"
    case .registrationExists: "registration_exists"
    case .notRegistered: "not_registered"
    case .publicClientHasNoSecret: "public_client_has_no_secret"
    case .lifetimeOutOfRange: "lifetime_out_of_range"
    case .samlRegistrationExists: "saml_registration_exists"
    case .notSAMLRegistered: "not_saml_registered"
    case .entityTaken: "entity_taken"
    case .badCertificate: "bad_certificate"
    case .listTooLong: "list_too_long"
    case .badListEntry: "bad_list_entry"
    case .applicationBlocked: "application_blocked"
    case .ownsApplication: "owns_application"
    case .alreadyOwner: "already_owner"
    case .alreadyOffered: "already_offered"
    case .notOffered: "not_offered"
    case .offeredToAnother: "offered_to_another"
    case .roleExists: "role_exists"
    case .alreadyLinked: "already_linked"
    case .notLinked: "not_linked"
    case .exchangeTowardItself: "exchange_toward_itself"
    case .alreadyPending: "already_pending"
    case .alreadyGranted: "already_granted"
    case .notPending: "not_pending"
    case .notGranted: "not_granted"
    case .reasonMissing: "reason_missing"
    case .identityExists: "identity_exists"
    case .loginWasGiven: "login_was_given"
    case .primaryExists: "primary_exists"
    case .ownerNotAllowed: "owner_not_allowed"
    case .ownerNotPrimary: "owner_not_primary"
    case .tooManyAccounts: "too_many_accounts"
    case .hasAccounts: "has_accounts"
    case .badORCID: "bad_orcid"
    case .groupExists: "group_exists"
    case .applicationIdentityIsMade: "application_identity_is_made"
    case .applicationIdentityIsKept: "application_identity_is_kept"
    case .ownsApplications: "owns_applications"
    case .supervisorMissing: "supervisor_missing"
    case .supervisorCycle: "supervisor_cycle"
    case .alreadyMember: "already_member"
    case .notMember: "not_member"
    case .groupCycle: "group_cycle"
    case .listedMember: "listed_member"
    case .nobodyListed: "nobody_listed"
    case .scenarioStep: "scenario_step"
    case .scenarioInScenario: "scenario_in_scenario"
    case .undo(let refusal): refusal.code
    }
  }
}
