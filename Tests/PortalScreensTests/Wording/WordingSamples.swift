@testable import PortalModel

/// One value of each case, for tests that go through all of them.
enum Samples {
  static let now = Instant(seconds: 1_795_342_500)
  static let alice = IdentityIdentifier(trusted: "alice")
  static let bob = IdentityIdentifier(trusted: "bob")
  static let jdoe = IdentityIdentifier(trusted: "jdoe")
  static let front = ApplicationIdentifier(trusted: "front-end-app")
  static let back = ApplicationIdentifier(trusted: "back-end-api")
  static let users = GroupIdentifier(trusted: "backend-users")
  static let staff = GroupIdentifier(trusted: "it-staff")
  static let role = RoleIdentifier(trusted: "backend_user")
  static let direction = ExchangeDirection(source: front, target: back)
  static let managers = Managers(owner: bob, administrators: GroupIdentifier(trusted: "api-admins"))
  static let offer = OwnershipOffer(application: back, to: jdoe, by: bob, at: now)
  static let link = RoleLink(application: back, role: role, group: users)
  static let uri = RedirectURI(trusted: "https://a.cern.ch/*")

  static func round(
    _ state: ExchangePermission.State, origin: ExchangePermission.Origin = .requested
  ) -> ExchangePermission {
    ExchangePermission(
      direction: direction, round: 1, state: state, origin: origin, openedBy: alice,
      openedAt: now.advanced(seconds: -3 * 86_400), decidedBy: state == .pending ? nil : bob,
      decidedAt: state == .pending ? nil : now.advanced(seconds: -120),
      reason: state == .rejected ? "not for tests" : "")
  }

  static let rounds: [ExchangePermission?] =
    ExchangePermission.State.allCases.map { round($0) } + [nil]

  static let addressProblems: [AddressProblem] = [
    .empty, .tooLong(maximum: 2000), .blank, .schemeMissing, .scheme("ftp"), .hostMissing,
    .fragment, .wildcard, .localhost,
  ]

  static let refusals: [Refusal] =
    plainRefusals
    + addressProblems.map { Refusal.badAddress(.homePage, $0) }
    + rounds.map { Refusal.notPending(direction, newest: $0) }
    + rounds.map { Refusal.notGranted(direction, newest: $0) }
    + undoRefusals.map(Refusal.undo)

  private static let plainRefusals: [Refusal] =
    [
      .unknownApplication(back), .unknownRole(back, role), .unknownGroup(users),
      .unknownIdentity(jdoe), .identityDisabled(jdoe),
      .notManager(back, actor: alice, managers: managers),
      .notManager(back, actor: alice, managers: Managers(owner: bob, administrators: nil)),
      .applicationExists(back, owner: bob), .identifierIsLogin(back),
      .applicationNameTaken("Back", by: back), .fieldEmpty(.roleName),
      .fieldTooLong(.reason, maximum: 2000), .redirectURIMissing, .redirectURITwice(uri),
      .baseURLMissing, .registrationExists(back), .notRegistered(back),
      .publicClientHasNoSecret(front), .lifetimeOutOfRange(0, allowed: 1...9),
      .applicationBlocked(back), .ownsApplication(back, owned: front), .roleExists(back, role),
      .alreadyLinked(link), .notLinked(link),
      .exchangeTowardItself(back), .alreadyPending(round(.pending)),
      .alreadyGranted(round(.granted)), .reasonMissing, .identityExists(jdoe),
      .groupExists(users), .applicationIdentityIsMade, .alreadyMember(.identity(jdoe), users),
      .notMember(.group(staff), users), .groupCycle([users, staff, users]),
      .listTooLong(.scope, maximum: 100), .badListEntry(.scope, "a b"),
      .badListEntry(.webOrigin, "x"), .samlRegistrationExists(back), .notSAMLRegistered(back),
      .entityTaken("https://sp", by: back), .badCertificate,
      .alreadyOwner(back, bob), .alreadyOffered(offer), .notOffered(back),
      .offeredToAnother(offer, actor: alice), .applicationIdentityIsKept(jdoe),
      .ownsApplications(bob, owned: [back]),
      .ownsApplications(bob, owned: Array(repeating: back, count: 9)),
      .supervisorMissing(bob, application: back), .supervisorCycle([bob, alice, bob]),
      .loginWasGiven(jdoe), .primaryExists(person: 7, bob), .ownerNotAllowed(.guest),
      .ownerNotPrimary(jdoe), .tooManyAccounts(.secondary, of: bob, maximum: 5),
      .hasAccounts(bob, owned: [jdoe]),
      .hasAccounts(bob, owned: (1...9).map { IdentityIdentifier(trusted: "jdoe\($0)") }),
      .badORCID("1"),
      .listedMember(2, .alreadyMember(.identity(jdoe), users)), .nobodyListed,
      .scenarioStep(3, .unknownIdentity(jdoe)), .scenarioInScenario,
    ]

  static let roleFindings = [
    RoleFinding(application: back, role: role, source: .appliesToAll, obstacles: []),
    RoleFinding(
      application: back, role: role, source: .group(path: [staff, users]), obstacles: []),
    RoleFinding(
      application: back, role: role, source: nil,
      obstacles: [
        .notInLinkedGroup([]), .notInLinkedGroup([users]), .notInLinkedGroup([users, staff]),
        .level(needed: .cern, had: .guest), .secondFactor,
      ]),
  ]
}
