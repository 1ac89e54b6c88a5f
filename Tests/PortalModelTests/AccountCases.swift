import PortalModel
import PortalTestSupport

/// Whose accounts are whose: what the tables of refusals and of rules share.
enum AccountCases {
  static let orcid = "0000-0002-1825-0097"

  static func id(_ number: Int) -> IdentityIdentifier {
    IdentityIdentifier(trusted: "account-\(number)")
  }

  /// An account that belongs to somebody.
  static func adding(
    _ number: Int, _ kind: AccountKind, of owner: IdentityIdentifier?, orcid: String = "",
    person: Int? = nil
  ) -> Given {
    var identity = Identity(id: id(number), kind: kind, personID: person)
    identity.owner = owner
    identity.orcid = orcid
    return Given(Story.bob, .createIdentity(identity))
  }

  /// So many accounts of one kind.
  static func many(_ count: Int, _ kind: AccountKind) -> [Given] {
    (0..<count).map { adding($0, kind, of: Story.alice) }
  }

  /// An account that is to be its own.
  private static var own: Identity {
    var identity = Identity(id: id(1), kind: .secondary)
    identity.owner = id(1)
    return identity
  }

  static let gone = [
    Given(Story.bob, .createIdentity(Name.person(Name.nobody))),
    Given(Story.bob, .deleteIdentity(Name.nobody)),
  ]

  /// Each refusal, with what comes before it.
  static let refused: [(given: Given, refusal: Refusal, before: [Given])] = [
    (
      Given(Story.bob, .createIdentity(Name.person(Name.nobody))), .loginWasGiven(Name.nobody),
      gone
    ),
    (
      adding(1, .primary, of: nil, person: 800_001),
      .primaryExists(person: 800_001, Story.alice), []
    ),
    (adding(1, .guest, of: Story.alice), .ownerNotAllowed(.guest), []),
    (
      adding(2, .service, of: id(1)), .ownerNotPrimary(id(1)),
      [adding(1, .secondary, of: Story.alice)]
    ),
    (
      Given(Story.bob, .editIdentity(own)), .ownerNotPrimary(id(1)),
      [adding(1, .primary, of: nil)]
    ),
    (
      adding(5, .secondary, of: Story.alice),
      .tooManyAccounts(.secondary, of: Story.alice, maximum: 5), many(5, .secondary)
    ),
    (
      adding(20, .service, of: Story.alice),
      .tooManyAccounts(.service, of: Story.alice, maximum: 20), many(20, .service)
    ),
    (
      Given(Story.bob, .deleteIdentity(Story.dave)),
      .hasAccounts(Story.dave, owned: [id(1)]),
      [
        Given(Story.dave, .deleteApplication(Story.target)),
        adding(1, .service, of: Story.dave),
      ]
    ),
    (
      Given(
        Story.bob, .editIdentity(Identity(id: Story.alice, kind: .guest))),
      .hasAccounts(Story.alice, owned: [id(1)]), [adding(1, .service, of: Story.alice)]
    ),
    (
      adding(1, .guest, of: nil, orcid: "0000-0002-1825-0098"), .badORCID("0000-0002-1825-0098"), []
    ),
  ]
}
