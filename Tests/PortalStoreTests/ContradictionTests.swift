import PortalModel
import Testing

@testable import PortalTrials

/// What the trials look for in every state that they see, seen in states that are wrong.
@Suite struct ContradictionTests {
  private let ada = IdentityIdentifier(trusted: "ada")
  private let ben = IdentityIdentifier(trusted: "ben")
  private let groups = ["g-one", "g-two", "g-three"].map(GroupIdentifier.init(trusted:))

  private func people(_ supervisors: [IdentityIdentifier?]) -> PortalContents {
    var contents = PortalContents()
    contents.identities = zip([ada, ben], supervisors).map {
      Identity(id: $0, kind: .primary, supervisor: $1)
    }
    return contents
  }

  @Test func aCircleOfGroupsIsFound() {
    var contents = PortalContents()
    contents.groups = groups.map { Group(id: $0, displayName: "") }
    contents.memberships = [
      Membership(member: .group(groups[0]), group: groups[1]),
      Membership(member: .group(groups[1]), group: groups[2]),
    ]
    #expect(contents.contradiction == nil)
    contents.memberships.append(Membership(member: .group(groups[2]), group: groups[0]))
    #expect(contents.contradiction == "g-one: inside itself")
  }

  @Test func aCircleOfSupervisorsAndOneWhoIsGoneAreFound() {
    #expect(people([nil, ada]).contradiction == nil)
    #expect(people([ben, ada]).contradiction == "ada: their own supervisor")
    #expect(
      people([nil, IdentityIdentifier(trusted: "cleo")]).contradiction == "ben: no supervisor")
  }

  @Test func anOfferToTheOwnerIsFound() {
    var contents = people([nil, nil])
    let shop = ApplicationIdentifier(trusted: "shop")
    let application = Application(
      id: shop, name: "Shop", owner: ada, createdAt: Instant(seconds: 1))
    contents.identities.append(Identity(id: application.identity, kind: .application))
    contents.applications = [application]
    contents.ownershipOffers = [
      OwnershipOffer(application: shop, to: ben, by: ada, at: Instant(seconds: 1))
    ]
    #expect(contents.contradiction == nil)
    contents.ownershipOffers[0].to = ada
    #expect(contents.contradiction?.hasSuffix("offered to its owner") == true)
  }
}
