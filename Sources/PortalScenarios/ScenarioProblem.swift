import PortalModel

/// Why a scenario was not read: everything that is wrong with it, by line.
public struct ScenarioError: Error, Hashable, Sendable {
  /// The scenario's name.
  public var name: String
  /// What is wrong; never empty.
  public var problems: [ScenarioProblem]

  /// Makes an error.
  public init(name: String, problems: [ScenarioProblem]) {
    self.name = name
    self.problems = problems
  }
}

/// One thing that is wrong with a scenario, and where.
///
/// It holds values only; ``sentence`` words it.
public struct ScenarioProblem: Error, Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The field's way from the top, such as `applications.front-end-app.owner`; empty at the top.
  public var field: String
  /// What is wrong.
  public var kind: Kind

  /// The sorts of problems.
  public enum Kind: Hashable, Sendable {
    /// The text is no YAML; the parser's words.
    case notYAML(String)
    /// The text is longer than scenarios may be, in bytes.
    case tooLarge(maximum: Int)
    /// A value is repeated by reference (`&name`, `*name`).
    case alias(String)
    /// The text holds nothing.
    case nothing
    /// The scenario says that it is of another format.
    case format(String, expected: String)

    /// A key that means nothing here.
    case unknownKey(String, allowed: [String], nearest: String?)
    /// A key that must be here is not.
    case missingKey(String)
    /// A key that cannot stand beside another one.
    case excludedKey(String, by: String)
    /// A key or value that stands more than once.
    case twice(String)
    /// A value of another shape.
    case wrongShape(expected: Shape, found: Shape)
    /// A word that is none of those possible.
    case unknownWord(String, allowed: [String], nearest: String?)
    /// A text with nothing in it where something must be.
    case emptyText
    /// A list with nothing in it where something must be.
    case emptyList
    /// A text longer than the field takes, in characters.
    case tooLong(maximum: Int)
    /// A number that the field does not take.
    case outOfRange(Int, allowed: ClosedRange<Int>)
    /// An ill-formed identifier.
    case identifier(String, IdentifierProblem)
    /// An ill-formed address.
    case address(String, AddressProblem)
    /// A word of a list that is empty, too long, has a blank, or is no origin where one must be.
    case listEntry(String)
    /// A list with more entries than it may have.
    case listTooLong(Int)
    /// Neither an instant nor an age.
    case time(String)

    /// In a configuration: a text that names no key.
    case key(String)
    /// In a configuration: a key that means something else in the same place.
    case keyClash(String, with: String)
    /// In a configuration: a letter as a key where letters are text.
    case letterIsText(String)
    /// In a configuration: an action that must keep a key.
    case keyNeeded

    /// Something is named that is nowhere in the scenario.
    case unknown(Thing, String, nearest: String?)
    /// An application's identifier that is a login as well.
    case identifierIsLogin(String)
    /// A login that is made for an application of the scenario.
    case loginIsApplications(IdentityIdentifier)
    /// An application's name that another one has.
    case nameTaken(String, by: ApplicationIdentifier)
    /// Neither a base URL nor a home page to take it from.
    case baseURLMissing
    /// A secret for a client that has none.
    case publicClientHasNoSecret
    /// The group would be inside itself.
    case groupCycle([GroupIdentifier])
    /// Somebody would be their own supervisor.
    case supervisorCycle([IdentityIdentifier])
    /// A person with two primary accounts; their number.
    case primaryTwice(Int)
    /// An owner of an account of a kind that has none, or one that is no primary account.
    case accountOwner(IdentityIdentifier, String)
    /// Somebody with more accounts of a kind than a person may have.
    case tooManyAccounts(IdentityIdentifier, String, Int)
    /// Not the form of an ORCID iD.
    case orcid(String)
    /// An application's own identity where only people can stand.
    case applicationIdentity(IdentityIdentifier)
    /// An account that is gone and owns, is in or is offered something.
    case gone(IdentityIdentifier)
    /// Applications whose identities own each other.
    case ownerCycle([ApplicationIdentifier])
    /// An application with a permission toward itself.
    case towardItself
    /// An end of a permission that has no registration.
    case notRegistered(ApplicationIdentifier)
    /// Somebody acts for an application that they do not manage.
    case notManager(IdentityIdentifier, ApplicationIdentifier)
    /// A request by somebody who decides for the target as well: it is granted at once.
    case requestIsAutomatic(IdentityIdentifier)
    /// A round follows one of the same direction that is not over.
    case roundStillOpen(ExchangePermission.State)
  }

  /// What sort of thing a name should have been of.
  public enum Thing: String, Hashable, Sendable {
    /// A person's, service account's or application's login.
    case identity
    /// A group.
    case group
    /// An application.
    case application
  }

  /// The shapes of YAML values.
  public enum Shape: Hashable, Sendable {
    /// Nothing at all.
    case nothing
    /// Text.
    case text
    /// `true` or `false`.
    case boolean
    /// A whole number.
    case number
    /// Several values (`- …` or `[…, …]`).
    case list
    /// Keys with values.
    case map
    /// A role's keys, or the word `deleted` for the default role.
    case roleOrDeleted
  }
}
