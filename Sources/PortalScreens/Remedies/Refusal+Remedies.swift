import PortalModel

extension Refusal {
  /// What can be done about it from here: the table of remedies, one row for each rule.
  var offer: Remedy.Offer {
    switch self {
    case .unknownApplication: .some([.goTo(.applications)])
    case .unknownRole(let id, _): .some([.goTo(.application(id, .roles))])
    case .unknownGroup: .some([.goTo(.groups)])
    case .unknownIdentity: .some([.goTo(.people)])
    case .identityDisabled(let id):
      .some([.perform(.enableIdentity(id, enabled: true)), .goTo(.person(id)), .chooseActor])
    case .notManager(let id, _, let managers): .some(Self.managing(id, managers))
    case .applicationExists(let id, _):
      .some([.edit(.identifier), .goTo(.application(id, .details))])
    case .identifierIsLogin(let id):
      .some([
        .edit(.identifier), .edit(.login), .goTo(.person(IdentityIdentifier(trusted: id.text))),
      ])
    case .applicationNameTaken(_, let other):
      .some([.edit(.name), .goTo(.application(other, .details))])
    case .fieldEmpty(let field), .fieldTooLong(let field, _), .badAddress(let field, _),
      .listTooLong(let field, _), .badListEntry(let field, _):
      Self.editing(field)
    case .redirectURIMissing, .redirectURITwice: .some([.edit(.redirectURIs)])
    case .baseURLMissing: .some([.edit(.baseURL), .edit(.homePage)])
    case .registrationExists(let id), .samlRegistrationExists(let id),
      .notSAMLRegistered(let id), .publicClientHasNoSecret(let id):
      .some([.goTo(.application(id, .registration))])
    case .notRegistered(let id): .some([.register(id), .goTo(.application(id, .registration))])
    case .lifetimeOutOfRange: .some([.edit(.setting(.accessTokenLifetime))])
    case .entityTaken(_, let other):
      .some([.edit(.entityID), .goTo(.application(other, .registration))])
    case .badCertificate: .some([.edit(.certificate)])
    case .applicationBlocked(let id):
      .some([
        .perform(.blockApplication(id, blocked: false)), .goTo(.application(id, .details)),
      ])
    case .ownsApplication(_, let owned): .some([.goTo(.application(owned, .details))])
    case .alreadyOwner(let id, let person):
      .none(because: "\(person) owns \(id) already, as was wanted")
    case .alreadyOffered(let offer):
      .some([
        .actAs(offer.to), .perform(.withdrawOwnership(offer.application)),
        .goTo(.application(offer.application, .details)),
      ])
    case .notOffered(let id): .some([.goTo(.application(id, .details))])
    case .offeredToAnother(let offer, _): .some([.retry(as: offer.to), .actAs(offer.to)])
    case .roleExists(let id, _): .some([.edit(.roleIdentifier), .goTo(.application(id, .roles))])
    case .alreadyLinked(let link), .notLinked(let link):
      .some([.goTo(.linkedGroups(link.application, link.role)), .goTo(.group(link.group))])
    case .exchangeTowardItself(let id):
      .none(because: "\(id) may use its own tokens without any permission")
    case .alreadyPending(let round), .alreadyGranted(let round):
      .some([.goTo(.permissions(round.direction))])
    case .notPending(let direction, let newest), .notGranted(let direction, let newest):
      .some(Self.asking(direction, newest))
    case .reasonMissing: .none(because: "only whoever rejects knows the reason: one sentence does")
    case .identityExists(let id): .some([.edit(.login), .goTo(.person(id))])
    case .loginWasGiven: .some([.edit(.login)])
    case .primaryExists(_, let id):
      .some([.edit(.accountKind), .edit(.personID), .goTo(.person(id))])
    case .ownerNotAllowed: .some([.edit(.accountKind), .edit(.accountOwner)])
    case .ownerNotPrimary(let id): .some([.edit(.accountOwner), .goTo(.person(id))])
    case .tooManyAccounts(_, let owner, _): .some([.edit(.accountOwner), .goTo(.person(owner))])
    case .hasAccounts(_, let owned):
      .some(owned.prefix(5).map { .goTo(.person($0)) })
    case .badORCID: .some([.edit(.orcid)])
    case .groupExists(let id): .some([.edit(.groupIdentifier), .goTo(.group(id))])
    case .applicationIdentityIsMade:
      .some([.edit(.accountKind), .goTo(.applications)])
    case .applicationIdentityIsKept:
      .none(because: "the account comes and goes with its application")
    case .ownsApplications(_, let owned):
      .some(Set(owned).sorted().prefix(5).map { .goTo(.application($0, .details)) })
    case .supervisorMissing(let id, let application):
      .some([.goTo(.person(id)), .goTo(.application(application, .details))])
    case .supervisorCycle(let path):
      .some([.edit(.supervisor)] + path.dropFirst().prefix(1).map { .goTo(.person($0)) })
    case .alreadyMember(_, let group), .notMember(_, let group): .some([.goTo(.group(group))])
    case .groupCycle(let path): .some(Set(path).sorted().prefix(4).map { .goTo(.group($0)) })
    case .listedMember(_, let inner): inner.offer
    case .nobodyListed: .none(because: "a list without names changes nothing")
    case .scenarioStep:
      .none(because: "the scenario's file has to be mended; nothing of it was carried out")
    case .scenarioInScenario:
      .none(because: "the step has to be taken out of the scenario's file")
    case .undo(let refusal): refusal.offer
    }
  }

  private static func managing(
    _ id: ApplicationIdentifier, _ managers: Managers
  ) -> [Remedy] {
    [.retry(as: managers.owner), .actAs(managers.owner)]
      + (managers.administrators.map { [.goTo(.group($0))] } ?? [])
      + [.goTo(.application(id, .details))]
  }

  private static func asking(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?
  ) -> [Remedy] {
    let isLive = newest?.state.isLive == true
    return (isLive ? [] : [.perform(.requestExchange(direction, justification: ""))])
      + [.goTo(.permissions(direction))]
  }

  /// The fields of forms in which a text that rules speak of is typed.
  private static func editing(_ field: Field) -> Remedy.Offer {
    switch field {
    case .applicationName: .some([.edit(.name)])
    case .applicationDescription: .some([.edit(.description)])
    case .homePage: .some([.edit(.homePage)])
    case .redirectURI: .some([.edit(.redirectURIs)])
    case .baseURL: .some([.edit(.baseURL)])
    case .scope: .some([.edit(.setting(.defaultScopes)), .edit(.setting(.optionalScopes))])
    case .roleName: .some([.edit(.roleName)])
    case .roleDescription: .some([.edit(.roleDescription)])
    case .personal:
      .some([
        .edit(.displayName), .edit(.groupDescription), .edit(.givenName), .edit(.familyName),
        .edit(.email),
      ])
    case .justification, .reason: .none(because: "the text itself must be another: type it anew")
    case .entityID: .some([.edit(.entityID)])
    case .consumerURL: .some([.edit(.consumerURL)])
    case .certificate: .some([.edit(.certificate)])
    case .audience: .some([.edit(.setting(.extraAudiences))])
    case .webOrigin: .some([.edit(.setting(.webOrigins))])
    }
  }
}

extension UndoRefusal {
  /// What can be done about it from here.
  fileprivate var offer: Remedy.Offer {
    switch self {
    case .nothingToUndo, .nothingToRedo: .some([.goTo(.activity), .chooseActor])
    case .unknownEntry, .noChange, .alreadyUndone, .scenarioBetween, .changedSinceReturn,
      .laterChanges, .earlierUndone, .barred, .breaksRule, .conflict, .alreadyThere:
      .some([.goTo(.activity)])
    }
  }
}
