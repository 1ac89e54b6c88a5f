import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// Who has a role, over one, a group and all, is what the rules say of each alone.
@Suite struct RoleHolderTests {
  static let buyer = RoleIdentifier(trusted: "buyer")
  static let outer = GroupIdentifier(trusted: "outer")
  static let inner = GroupIdentifier(trusted: "inner")
  static let strict = RoleIdentifier(trusted: "strict")

  /// alice is in `inner`, which is in `outer`; bob is in `outer`; carol is too, and disabled.
  static func portal(_ scratch: Scratch) throws -> PortalDatabase {
    let portal = try scratch.story()
    let steps: [(IdentityIdentifier, PortalCommand)] = [
      (Story.bob, .createGroup(Group(id: outer, displayName: ""))),
      (Story.bob, .createGroup(Group(id: inner, displayName: ""))),
      (Story.bob, .addMember(.group(inner), to: outer)),
      (Story.bob, .addMember(.identity(Story.alice), to: inner)),
      (Story.bob, .addMember(.identity(Story.bob), to: outer)),
      (Story.bob, .addMember(.identity(Story.carol), to: outer)),
      (
        Story.bob,
        .addMember(.identity(IdentityIdentifier(applicationIdentity: Story.starting)), to: inner)
      ),
      (Story.bob, .enableIdentity(Story.carol, enabled: false)),
      (
        Story.bob,
        .defineRole(
          Role(
            application: Story.backEnd, id: strict, name: "Strict", multifactor: true,
            minimumLevel: .cern))
      ),
      (
        Story.bob,
        .linkGroup(RoleLink(application: Story.backEnd, role: strict, group: outer))
      ),
    ]
    for (who, command) in steps {
      _ = try portal.perform(command, as: .person(who), at: Story.start)
    }
    return portal
  }

  private func everyPart(
    _ query: RoleHolderQuery, in portal: PortalDatabase, limit: Int, examining: Int
  ) throws -> (rows: [RoleHolder], examined: Int) {
    var rows: [RoleHolder] = []
    var examined = 0
    var last: IdentityIdentifier?
    repeat {
      let part = try portal.roleHolders(query, after: last, limit: limit, examining: examining)
      #expect(part.rows.count <= limit && part.examined <= examining)
      rows += part.rows
      examined += part.examined
      last = part.next
    } while last != nil
    return (rows, examined)
  }

  @Test(
    arguments: [1, 2, 100],
    [(Story.backEnd, strict), (Story.target, .defaultRole), (Story.frontEnd, Story.administrator)])
  func agreesWithTheRules(
    size: Int, role: (ApplicationIdentifier, RoleIdentifier)
  ) throws {
    let scratch = Scratch()
    let portal = try Self.portal(scratch)
    defer { portal.close() }
    for multifactor in [nil, true, false] {
      for standings in [Set(RoleHolder.Standing.allCases), [.has, .justMisses], [.has]] {
        let query = RoleHolderQuery(
          application: role.0, role: role.1, multifactor: multifactor, standings: standings)
        let found = try everyPart(query, in: portal, limit: size, examining: size)
        let expected = try portal.snapshot().identities.compactMap { identity in
          let usual = identity.defaultSignIn
          let signIn = SignIn(
            level: usual.level, multifactor: multifactor ?? usual.multifactor)
          let finding = try portal.roleFindings(of: identity.id, signedIn: signIn, in: role.0)
            .first { $0.role == role.1 }
          return RoleHolder(identity: identity, signIn: signIn, finding: try #require(finding))
        }.filter { standings.contains($0.standing) }
        #expect(found.rows == expected)
        let single = try expected.map {
          try portal.roleHolders(
            RoleHolderQuery(
              application: role.0, role: role.1, scope: .identity($0.identity.id),
              multifactor: multifactor, standings: standings))
        }
        #expect(single.flatMap(\.rows) == expected)
      }
    }
  }

  @Test func aGroupIsAskedWithItsNestedGroups() throws {
    let scratch = Scratch()
    let portal = try Self.portal(scratch)
    defer { portal.close() }
    let query = RoleHolderQuery(
      application: Story.backEnd, role: Self.strict, scope: .group(Self.outer), multifactor: true,
      standings: Set(RoleHolder.Standing.allCases))
    let found = try everyPart(query, in: portal, limit: 10, examining: 3)
    let robot = IdentityIdentifier(applicationIdentity: Story.starting)
    #expect(found.rows.map(\.identity.id) == [Story.alice, Story.bob, Story.carol, robot])
    #expect(found.rows.map(\.standing) == [.has, .has, .justMisses, .has])
    #expect(found.rows.first?.finding.source == .group(path: [Self.inner, Self.outer]))
    #expect(found.examined == 4)
    #expect(try portal.roleHolderScope(query) == 9)
  }

  @Test func whatDoesNotExistIsRefused() throws {
    let scratch = Scratch()
    let portal = try Self.portal(scratch)
    defer { portal.close() }
    let nobody = IdentityIdentifier(trusted: "nobody")
    let nowhere = ApplicationIdentifier(trusted: "nowhere")
    #expect(throws: Refusal.unknownApplication(nowhere)) {
      try portal.roleHolders(RoleHolderQuery(application: nowhere, role: Self.strict))
    }
    #expect(throws: Refusal.unknownRole(Story.backEnd, Self.buyer)) {
      try portal.roleHolders(RoleHolderQuery(application: Story.backEnd, role: Self.buyer))
    }
    #expect(throws: Refusal.unknownIdentity(nobody)) {
      try portal.roleHolders(
        RoleHolderQuery(application: Story.backEnd, role: Self.strict, scope: .identity(nobody)))
    }
  }

  @Test func aPreviewDoesNothing() throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    defer { portal.close() }
    let before = try Everything(portal)
    let found = try portal.preview(
      .deleteApplication(Story.target), as: Story.dave, at: Story.start)
    #expect(found.permissions == [Story.granted])
    #expect(try Everything(portal) == before)
    #expect(throws: Refusal.self) {
      try portal.preview(.deleteApplication(Story.target), as: Story.bob, at: Story.start)
    }
  }
}
