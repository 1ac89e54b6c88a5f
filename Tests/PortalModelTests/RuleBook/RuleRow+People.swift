import PortalModel
import PortalTestSupport

extension RuleRow {
  private static let added = PeopleCases.add
  private static let crew = PeopleCases.crew
  private static let addCrew = PeopleCases.addCrew
  private static let toUsers = Given(
    Story.bob, .addMember(.identity(Story.bob), to: Name.users))

  private static func account(_ index: Int) -> RuleScene {
    let row = AccountCases.refused[index]
    return .refused(row.given, row.refusal, after: row.before)
  }

  private static func deep(_ number: Int) -> GroupIdentifier {
    GroupIdentifier(trusted: "deep-\(number)")
  }

  /// Groups, each inside the next one.
  private static func nested(_ levels: Int) -> [Given] {
    (0...levels).map {
      Given(Story.bob, .createGroup(Group(id: deep($0), displayName: "")))
    } + (0..<levels).map { Given(Story.bob, .addMember(.group(deep($0)), to: deep($0 + 1))) }
  }

  static let people: [RuleRow] = [
    .init(
      "login-form",
      .seen {
        ["jdoe", "1234@google", "service-account-my-app", "J.Doe_2"].allSatisfy {
          IdentityIdentifier.problem(in: $0) == nil
        }
      },
      otherwise: .seen {
        IdentityIdentifier.problem(in: "j doe") == .character(" ")
          && IdentityIdentifier.problem(in: "j") == .tooShort(minimum: 2)
      }),
    .init(
      "login-unique", .accepted(added) { $0.identity(Name.nobody) != nil },
      otherwise: .refused(
        Given(Story.bob, .createIdentity(Name.person(Story.jdoe))), .identityExists(Story.jdoe))),
    .init(
      "login-kept",
      .accepted(
        Given(Story.bob, .editIdentity(Name.person(Name.nobody, givenName: "N."))), after: [added]
      ) { $0.identity(Name.nobody)?.givenName == "N." },
      otherwise: .refused(
        Given(Story.bob, .editIdentity(Name.person(Name.nobody))), .unknownIdentity(Name.nobody))),
    .init(
      "login-never-again",
      .accepted(AccountCases.gone) {
        $0.isFormerLogin(Name.nobody) && $0.identity(Name.nobody) == nil
      }, otherwise: account(0)),
    .init(
      "account-primary-once",
      .accepted(AccountCases.adding(1, .secondary, of: nil, person: 800_001)),
      otherwise: account(1)),
    .init(
      "account-owner",
      .accepted(AccountCases.adding(1, .secondary, of: Story.alice)) {
        $0.identities(ownedBy: Story.alice).map(\.id) == [AccountCases.id(1)]
      }, otherwise: account(2)),
    .init(
      "account-owner-primary", .accepted(AccountCases.adding(1, .service, of: Story.alice)),
      otherwise: account(3)),
    .init(
      "account-secondary-limit",
      .accepted(
        AccountCases.adding(9, .service, of: Story.alice), after: AccountCases.many(5, .secondary)),
      otherwise: account(5)),
    .init(
      "account-service-limit",
      .accepted(
        AccountCases.adding(29, .secondary, of: Story.alice),
        after: AccountCases.many(20, .service)), otherwise: account(6)),
    .init(
      "account-owner-kept",
      .accepted(
        Given(Story.bob, .deleteIdentity(AccountCases.id(1))),
        after: [AccountCases.adding(1, .service, of: Story.alice)]
      ) { $0.identities(ownedBy: Story.alice).isEmpty }, otherwise: account(7)),
    .init(
      "orcid-form",
      .accepted([
        AccountCases.adding(1, .guest, of: nil, orcid: AccountCases.orcid),
        AccountCases.adding(2, .guest, of: nil, orcid: "0000-0002-1694-233X"),
      ]) { $0.identity(AccountCases.id(1))?.orcid == AccountCases.orcid },
      otherwise: account(9)),
    .init(
      "account-kinds",
      .accepted(
        [AccountKind.primary, .secondary, .service, .guest, .social, .edugain].map { kind in
          Given(
            Story.bob,
            .createIdentity(
              Name.person(IdentityIdentifier(trusted: "a-\(kind.rawValue)"), kind: kind)))
        }
      ) { $0.contents.identities.filter { $0.id.text.hasPrefix("a-") }.count == 6 },
      otherwise: .seen { AccountKind(rawValue: "anonymous") == nil }),
    .init(
      "account-application-made",
      .accepted(Given(Story.bob, Name.application())) {
        $0.contents.identities.filter { $0.kind == .application }.count == 5
      },
      otherwise: .refused(
        Given(Story.bob, .createIdentity(Name.person(Name.nobody, kind: .application))),
        .applicationIdentityIsMade)),
    .init(
      "account-disabled",
      .accepted([
        Given(Story.bob, .enableIdentity(Story.alice, enabled: false)),
        Given(Story.bob, .enableIdentity(Story.alice, enabled: true)),
        Given(Story.alice, Name.application()),
      ]) { $0.application(Name.shop) != nil },
      otherwise: .refused(
        Given(Story.alice, Name.application()), .identityDisabled(Story.alice),
        after: [Given(Story.bob, .enableIdentity(Story.alice, enabled: false))])),
    .init(
      "account-open", .accepted(Given(Name.nobody, .createIdentity(Name.person(Name.nobody)))),
      otherwise: .notManager(
        Given(Story.bob, .deleteApplication(Story.frontEnd)), of: Story.frontEnd,
        owner: Story.alice)),
    .init(
      "account-delete",
      .accepted(
        Given(Story.bob, .deleteIdentity(Name.nobody)),
        after: [
          added, Given(Story.bob, .addMember(.identity(Name.nobody), to: Name.users)),
          Given(Story.bob, .editIdentity(OwnershipCases.bob(under: Name.nobody))),
          Given(Story.alice, .offerOwnership(Story.frontEnd, to: Name.nobody)),
        ]
      ) {
        $0.identity(Name.nobody) == nil && $0.identity(Story.bob)?.supervisor == nil
          && $0.ownershipOffer(of: Story.frontEnd) == nil
          && !$0.isMember(.identity(Name.nobody), of: Name.users)
      },
      otherwise: .refused(
        Given(Story.bob, .deleteIdentity(Name.nobody)), .unknownIdentity(Name.nobody))),
    .init(
      "personal-text-limits",
      .accepted(
        Given(
          Story.bob,
          .createIdentity(
            Name.person(Name.nobody, givenName: String(repeating: "x", count: 128))))),
      otherwise: .refused(
        Given(Story.bob, .createIdentity(Name.person(Name.nobody, givenName: RefusalTests.long))),
        .fieldTooLong(.personal, maximum: 128))),
  ]

  static let groups: [RuleRow] = [
    .init(
      "group-identifier", .seen { GroupIdentifier.problem(in: "cern-accounts-primary") == nil },
      otherwise: .seen {
        GroupIdentifier.problem(in: "2nd") == .firstCharacter("2")
          && GroupIdentifier.problem(in: String(repeating: "a", count: 65)) == .tooLong(maximum: 64)
      }),
    .init(
      "group-unique", .accepted(addCrew) { $0.group(crew) != nil },
      otherwise: .refused(
        Given(Story.bob, .createGroup(Group(id: Name.users, displayName: ""))),
        .groupExists(Name.users))),
    .init(
      "group-members",
      .accepted([
        addCrew, Given(Story.bob, .addMember(.identity(PeopleCases.robot), to: crew)),
        Given(Story.bob, .addMember(.group(Name.team), to: crew)),
      ]) { $0.members(of: crew).count == 2 },
      otherwise: .refused(
        Given(Story.bob, .addMember(.identity(Story.bob), to: Name.nogroup)),
        .unknownGroup(Name.nogroup))),
    .init(
      "group-member-once", .accepted(toUsers),
      otherwise: .refused(
        toUsers, .alreadyMember(.identity(Story.bob), Name.users), after: [toUsers])),
    .init(
      "group-members-whole",
      .accepted([
        addCrew,
        Given(Story.bob, .addMembers([.identity(Story.bob), .identity(Story.alice)], to: crew)),
        Given(Story.bob, .removeMembers([.identity(Story.alice)], from: crew)),
      ]) { $0.members(of: crew) == [.identity(Story.bob)] },
      otherwise: .refused(
        Given(
          Story.bob,
          .addMembers([.identity(Story.bob), .identity(Story.bob)], to: Name.users)),
        .listedMember(2, .alreadyMember(.identity(Story.bob), Name.users)), after: [])),
    .init(
      "group-members-somebody",
      .accepted(Given(Story.bob, .removeMembers([.identity(Story.jdoe)], from: Name.team))),
      otherwise: .refused(
        Given(Story.bob, .removeMembers([], from: Name.team)), .nobodyListed)),
    .init(
      "group-member-exists",
      .accepted(
        Given(Story.bob, .addMember(.identity(Name.nobody), to: Name.users)), after: [added]),
      otherwise: .refused(
        Given(Story.bob, .addMember(.identity(Name.nobody), to: Name.users)),
        .unknownIdentity(Name.nobody))),
    .init(
      "group-member-direct",
      .accepted(Given(Story.bob, .removeMember(.identity(Story.jdoe), from: Name.team))) {
        !$0.isMember(.identity(Story.jdoe), of: Name.team)
      },
      otherwise: .refused(
        Given(Story.bob, .removeMember(.identity(Story.jdoe), from: Name.admins)),
        .notMember(.identity(Story.jdoe), Name.admins))),
    .init(
      "group-cycle",
      .accepted(Given(Story.bob, .addMember(.group(Name.team), to: Name.users))),
      otherwise: .refused(
        Given(Story.bob, .addMember(.group(Name.admins), to: Name.team)),
        .groupCycle([Name.admins, Name.team, Name.admins]))),
    .init(
      "group-deep",
      .accepted(
        nested(200) + [Given(Story.bob, .addMember(.identity(Story.bob), to: deep(0)))]
      ) {
        let member = Member.identity(Story.bob)
        return GroupClosure(of: member, memberships: $0.memberships(from: member))
          .path(to: deep(200)).count == 201
      },
      otherwise: .refused(
        Given(Story.bob, .addMember(.group(deep(200)), to: deep(0))),
        .groupCycle([deep(200)] + (0...200).map(deep)), after: nested(200))),
    .init(
      "group-delete",
      .accepted(
        Given(Story.bob, .deleteGroup(crew)),
        after: [
          addCrew, PeopleCases.administered,
          Given(Story.alice, .linkGroup(PeopleCases.crewLink)),
          Given(Story.bob, .addMember(.group(crew), to: Name.users)),
        ]
      ) {
        $0.group(crew) == nil && $0.application(Name.shop)?.administrators == nil
          && !$0.roleLinks(of: Story.frontEnd).contains(PeopleCases.crewLink)
          && !$0.isMember(.group(crew), of: Name.users)
      },
      otherwise: .refused(
        Given(Story.bob, .deleteGroup(Name.nogroup)), .unknownGroup(Name.nogroup))),
    .init(
      "group-text-limits",
      .accepted(
        Given(
          Story.bob,
          .createGroup(
            Group(id: crew, displayName: "", description: String(repeating: "x", count: 2000))))),
      otherwise: .refused(
        Given(Story.bob, .createGroup(Group(id: crew, displayName: RefusalTests.long))),
        .fieldTooLong(.personal, maximum: 128))),
  ]

  static let scenarios: [RuleRow] = [
    .init(
      "scenario-whole",
      .accepted(Given(Name.nobody, .loadScenario(ScenarioScript(name: "none", steps: [])))) {
        $0.contents.identities.isEmpty && $0.contents.applications.isEmpty
      },
      otherwise: .refused(
        Given(
          Story.bob,
          .loadScenario(
            ScenarioScript(
              name: "broken",
              steps: [
                .init(
                  identity: Story.bob,
                  command: .createGroup(Group(id: Name.users, displayName: ""))),
                .init(
                  identity: Story.bob,
                  command: .createGroup(Group(id: Name.users, displayName: ""))),
              ]))),
        .scenarioStep(2, .groupExists(Name.users)))),
    .init(
      "scenario-in-scenario", .accepted(Given(Name.nobody, .loadScenario(Story.script))),
      otherwise: .refused(
        Given(
          Story.bob,
          .loadScenario(
            ScenarioScript(
              name: "outer",
              steps: [.init(identity: Story.bob, command: .loadScenario(Story.script))]))),
        .scenarioStep(1, .scenarioInScenario))),
  ]
}
