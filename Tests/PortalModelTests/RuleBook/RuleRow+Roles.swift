import PortalModel
import PortalTestSupport

extension RuleRow {
  private static let shop = Given(Story.alice, Name.application())
  private static let high = SignIn(level: .cern, multifactor: true)
  private static let outer = GroupIdentifier(trusted: "outer")

  private static func defining(_ role: Role) -> Given { Given(Story.alice, .defineRole(role)) }

  private static func role(_ change: (inout Role) -> Void) -> Given {
    var role = Name.role()
    change(&role)
    return defining(role)
  }

  /// A role that jdoe is given through a linked group.
  private static func linked(_ change: (inout Role) -> Void) -> [Given] {
    [role(change), Given(Story.alice, .linkGroup(Name.link(Name.buyer, Name.users)))]
  }

  /// What stands between jdoe, signed in so, and `buyer`.
  private static func obstacles(
    _ facts: MemoryFacts, _ signIn: SignIn = high, of who: IdentityIdentifier = Story.jdoe
  ) throws -> [RoleFinding.Obstacle]? {
    try roleFindings(of: who, signedIn: signIn, in: Story.frontEnd, facts: facts)
      .first { $0.role == Name.buyer }?.obstacles
  }

  private static func low(_ level: LevelOfAssurance) -> SignIn {
    SignIn(level: level, multifactor: false)
  }

  static let roles: [RuleRow] = [
    .init(
      "role-identifier", .seen { RoleIdentifier.problem(in: "frontend_user") == nil },
      otherwise: .seen {
        RoleIdentifier.problem(in: "Admin") == .firstCharacter("A")
          && RoleIdentifier.problem(in: "ab") == .tooShort(minimum: 3)
      }),
    .init(
      "role-identifier-unique",
      .accepted(
        Given(Story.alice, .defineRole(Name.role(Story.frontendUser, of: Name.shop))),
        after: [shop]),
      otherwise: .refused(
        defining(Name.role(Story.administrator)),
        .roleExists(Story.frontEnd, Story.administrator))),
    .init(
      "role-texts",
      .accepted(defining(Name.role(name: String(repeating: "x", count: 128)))),
      otherwise: .refused(defining(Name.role(name: "")), .fieldEmpty(.roleName))),
    .init(
      "role-default",
      .accepted(shop) {
        let role = $0.role(.defaultRole, of: Name.shop)
        return role?.required == true && role?.appliesToAll == true
          && $0.roles(of: Name.shop).count == 1
      },
      otherwise: .refused(
        Given(Story.alice, .defineRole(Name.role(.defaultRole, of: Name.shop))),
        .roleExists(Name.shop, .defaultRole), after: [shop])),
    .init(
      "role-default-level",
      .accepted(shop) {
        try roleFindings(of: Story.jdoe, signedIn: low(.any), in: Name.shop, facts: $0)
          .map(\.isGiven) == [true]
      },
      otherwise: .accepted(
        Given(Story.alice, .editRole(Name.role(.defaultRole, of: Name.shop))), after: [shop]
      ) { $0.role(.defaultRole, of: Name.shop)?.minimumLevel == .edugainSirtfi }),
    .init(
      "role-default-deleted",
      .accepted(Given(Story.alice, .deleteRole(Name.shop, .defaultRole)), after: [shop]) {
        $0.roles(of: Name.shop).isEmpty
      },
      otherwise: .refused(
        Given(Story.alice, .deleteRole(Story.frontEnd, .defaultRole)),
        .unknownRole(Story.frontEnd, .defaultRole))),
    .init(
      "role-form-level",
      .seen {
        Name.role().minimumLevel == .edugainSirtfi
          && LevelOfAssurance.edugainSirtfi.label == "EduGain with SIRTIFI"
      },
      otherwise: .seen { Role.defaultRole(of: Name.shop).minimumLevel == .any }),
    .init(
      "role-link-once", .accepted(linked { _ in }) { _ in true },
      otherwise: .refused(
        Given(Story.alice, .linkGroup(Name.link(Story.frontendUser, Name.users))),
        .alreadyLinked(Name.link(Story.frontendUser, Name.users)))),
    .init(
      "role-link-exists",
      .accepted(
        Given(Story.alice, .unlinkGroup(Name.link(Story.frontendUser, Name.users)))
      ) { $0.roleLinks(of: Story.frontEnd).count == 1 },
      otherwise: .refused(
        Given(Story.alice, .linkGroup(Name.link(Story.frontendUser, Name.nogroup))),
        .unknownGroup(Name.nogroup))),
    .init(
      "role-delete",
      .accepted(Given(Story.alice, .deleteRole(Story.frontEnd, Story.frontendUser))) {
        $0.roleLinks(of: Story.frontEnd).map(\.role) == [Story.administrator]
      },
      otherwise: .refused(Given(Story.alice, .unlinkGroup(Name.link())), .notLinked(Name.link()))),
  ]

  static let awards: [RuleRow] = [
    .init(
      "role-linked-group",
      .accepted(linked { _ in }) { try obstacles($0) == [] },
      otherwise: .accepted(linked { _ in }) {
        try obstacles($0, of: Story.bob) == [.notInLinkedGroup([Name.users])]
      }),
    .init(
      "role-linked-nested",
      .accepted([
        Given(Story.alice, .createGroup(Group(id: outer, displayName: ""))),
        Given(Story.alice, .addMember(.group(Name.users), to: outer)),
        role { _ in }, Given(Story.alice, .linkGroup(Name.link(Name.buyer, outer))),
      ]) { try obstacles($0) == [] },
      // The other way round gives nothing: an inner group's role is not for the outer one's members.
      otherwise: .accepted([
        Given(Story.alice, .createGroup(Group(id: outer, displayName: ""))),
        Given(Story.alice, .addMember(.identity(Story.bob), to: outer)),
        Given(Story.alice, .addMember(.group(Name.users), to: outer)),
        role { _ in }, Given(Story.alice, .linkGroup(Name.link(Name.buyer, Name.users))),
      ]) { try obstacles($0, of: Story.bob) == [.notInLinkedGroup([Name.users])] }),
    .init(
      "role-applies-to-all",
      .accepted(role { $0.appliesToAll = true }) { try obstacles($0, of: Story.bob) == [] },
      otherwise: .accepted(role { _ in }) {
        try obstacles($0, of: Story.bob) == [.notInLinkedGroup([])]
      }),
    .init(
      "role-level",
      .accepted(linked { $0.minimumLevel = .edugain }) { try obstacles($0, low(.edugain)) == [] },
      otherwise: .accepted(linked { $0.minimumLevel = .edugain }) {
        try obstacles($0, low(.guest)) == [.level(needed: .edugain, had: .guest)]
      }),
    .init(
      "role-multifactor",
      .accepted(linked { $0.multifactor = true }) { try obstacles($0) == [] },
      otherwise: .accepted(linked { $0.multifactor = true }) {
        try obstacles($0, low(.cern)) == [.secondFactor]
      }),
    .init(
      "role-all-conditions",
      .accepted(
        linked {
          $0.multifactor = true
          $0.minimumLevel = .cern
        }
      ) { try obstacles($0) == [] },
      otherwise: .accepted(
        role {
          $0.multifactor = true
          $0.minimumLevel = .cern
        }
      ) {
        try obstacles($0, low(.any))
          == [.notInLinkedGroup([]), .level(needed: .cern, had: .any), .secondFactor]
      }),
    .init(
      "level-six-stops",
      .seen {
        LevelOfAssurance.allCases.map(\.word)
          == ["any", "social", "guest", "edugain", "edugain-sirtfi", "cern"]
          && LevelOfAssurance.allCases == LevelOfAssurance.allCases.sorted()
          && LevelOfAssurance.any.label == "Any (no restrictions)"
          && LevelOfAssurance.cern.label == "CERN (highest)"
      }, otherwise: .seen { LevelOfAssurance(word: "verified-guest") == nil }),
    .init(
      "level-of-kind",
      .seen {
        [AccountKind.primary, .secondary, .service].allSatisfy { $0.defaultLevel == .cern }
          && AccountKind.edugain.defaultLevel == .edugainSirtfi
      },
      otherwise: .seen {
        [AccountKind.guest, .social].allSatisfy { $0.defaultLevel < .edugain }
      }),
  ]
}
