import PortalModel
import PortalTestSupport

/// Rows for the tables of commands and refusals: people and groups that change and go.
enum PeopleCases {
  static let robot = IdentityIdentifier(applicationIdentity: Story.backEnd)
  static let crew = GroupIdentifier(trusted: "shift-crew")
  static let addCrew = Given(Story.bob, .createGroup(Group(id: crew, displayName: "Crew")))
  static let add = Given(Story.bob, .createIdentity(Name.person(Name.nobody)))
  static let administered = Given(Story.jdoe, Name.application(administrators: crew))
  static let crewLink = RoleLink(
    application: Story.frontEnd, role: Story.frontendUser, group: crew)

  static func person(
    _ kind: AccountKind, under supervisor: IdentityIdentifier? = nil, enabled: Bool = true
  ) -> Identity {
    Identity(id: Name.nobody, kind: kind, enabled: enabled, supervisor: supervisor)
  }

  static let accepted: [AcceptedCommandTests.Case] =
    AccountKind.allCases.filter { $0 != .application }.map { kind in
      .init(
        given: Given(Story.bob, .createIdentity(person(kind, under: Story.alice))),
        changes: [.insertIdentity(person(kind, under: Story.alice))])
    } + [
      .init(
        before: [add], given: Given(Story.bob, .editIdentity(person(.edugain, under: Story.bob))),
        changes: [.updateIdentity(person(.edugain, under: Story.bob))]),
      // Whether it may sign in is another command's.
      .init(
        before: [add, Given(Story.bob, .enableIdentity(Name.nobody, enabled: false))],
        given: Given(Story.bob, .editIdentity(person(.social))),
        changes: [.updateIdentity(person(.social, enabled: false))]),
      .init(before: [add], given: Given(Story.bob, .editIdentity(person(.guest))), changes: []),
      .init(
        before: [
          add, Given(Story.bob, .addMember(.identity(Name.nobody), to: Name.users)),
          Given(Story.bob, .editIdentity(OwnershipCases.bob(under: Name.nobody))),
          Given(Story.alice, .offerOwnership(Story.frontEnd, to: Name.nobody)),
        ], given: Given(Story.bob, .deleteIdentity(Name.nobody)),
        changes: [
          .deleteOwnershipOffer(Story.frontEnd),
          .deleteMember(.identity(Name.nobody), Name.users),
          .updateIdentity(OwnershipCases.bob(under: nil)), .deleteIdentity(Name.nobody),
          .insertFormerLogin(Name.nobody),
        ]),
      .init(
        before: [addCrew],
        given: Given(Story.bob, .editGroup(Group(id: crew, displayName: "", description: "On."))),
        changes: [.updateGroup(Group(id: crew, displayName: "", description: "On."))]),
      .init(
        before: [addCrew],
        given: Given(Story.bob, .editGroup(Group(id: crew, displayName: "Crew"))), changes: []),
      .init(
        before: [
          addCrew, administered, Given(Story.alice, .linkGroup(crewLink)),
          Given(Story.bob, .addMember(.identity(Story.bob), to: crew)),
          Given(Story.bob, .addMember(.group(Name.team), to: crew)),
          Given(Story.bob, .addMember(.group(crew), to: Name.users)),
        ], given: Given(Story.bob, .deleteGroup(crew)),
        changes: [
          .deleteRoleLink(crewLink), .updateApplication(OwnershipCases.shop()),
          .deleteMember(.identity(Story.bob), crew), .deleteMember(.group(Name.team), crew),
          .deleteMember(.group(crew), Name.users), .deleteGroup(crew),
        ]),
    ]

  static let refused: [RefusalTests.Case] = [
    .init(
      Given(Story.bob, .editIdentity(Identity(id: robot, kind: .service))),
      .applicationIdentityIsKept(robot)),
    .init(
      Given(Story.bob, .editIdentity(person(.application))), .applicationIdentityIsMade,
      before: [add]),
    .init(Given(Story.bob, .deleteIdentity(robot)), .applicationIdentityIsKept(robot)),
    .init(Given(Story.bob, .departIdentity(robot)), .applicationIdentityIsKept(robot)),
    .init(
      Given(Story.bob, .editIdentity(person(.guest, under: robot))),
      .applicationIdentityIsKept(robot), before: [add]),
    .init(
      Given(Story.bob, .createIdentity(person(.guest, under: Name.nobody))),
      .supervisorCycle([Name.nobody, Name.nobody])),
    .init(
      Given(Story.bob, .editIdentity(OwnershipCases.bob(under: Name.nobody))),
      .supervisorCycle([Story.bob, Name.nobody, Story.bob]),
      before: [Given(Story.bob, .createIdentity(person(.guest, under: Story.bob)))]),
    .init(
      Given(Story.bob, .createIdentity(person(.guest, under: IdentityIdentifier(trusted: "zz")))),
      .unknownIdentity(IdentityIdentifier(trusted: "zz"))),
    .init(
      Given(Story.alice, .deleteIdentity(Story.alice)),
      .ownsApplications(Story.alice, owned: [Story.frontEnd])),
    .init(Given(Story.alice, .deleteIdentity(Name.nobody)), .unknownIdentity(Name.nobody)),
    .init(Given(Story.alice, .deleteGroup(Name.nogroup)), .unknownGroup(Name.nogroup)),
    .init(
      Given(Story.alice, .editGroup(Group(id: Name.users, displayName: RefusalTests.long))),
      .fieldTooLong(.personal, maximum: 128)),
  ]
}
