import ArgumentParser
import PortalModel
import PortalStore

extension AccountKind: ExpressibleByArgument {}
extension Identity.Language: ExpressibleByArgument {}

/// `portal person …`: accounts. The real portal has no such page; see ``PortalCommand``.
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "List, show, add, change and delete accounts.",
    subcommands: [
      ListPeople.self, ShowPerson.self, AddPerson.self, EditPerson.self, EnablePerson.self,
      DisablePerson.self, DepartPerson.self, DeletePerson.self,
    ])
}

/// Which account, and who does it.
struct AccountOptions: ParsableArguments {
  @Argument(help: "The account's login.", transform: Parsing.identity)
  var login: IdentityIdentifier
  @OptionGroup var person: PersonOption
}

/// The fields of an account that were named.
struct AccountFields: ParsableArguments {
  @Option(help: "The kind of account: primary where nothing was said before.")
  var kind: AccountKind?
  @Option(help: "The given name.") var givenName: String?
  @Option(help: "The family name.") var familyName: String?
  @Option(help: "The e-mail address.") var email: String?
  @Option(help: "CERN's number of the person.") var personId: Int?
  @Flag(help: "Have no number of the person.") var noPersonId = false
  @Option(help: "The preferred language.") var language: Identity.Language?
  @Flag(
    name: .customLong("mfa"), inversion: .prefixedNo, help: "Whether a second factor is set up.")
  var hasSecondFactor: Bool?
  @Option(help: "Who takes official applications over.", transform: Parsing.identity)
  var supervisor: IdentityIdentifier?
  @Flag(help: "Have no supervisor.") var noSupervisor = false

  func validate() throws {
    if noSupervisor, supervisor != nil {
      throw ValidationError("Give --supervisor or --no-supervisor, not both.")
    }
    if noPersonId, personId != nil {
      throw ValidationError("Give --person-id or --no-person-id, not both.")
    }
  }

  func apply(to identity: Identity) -> Identity {
    var identity = identity
    identity.kind = kind ?? identity.kind
    identity.givenName = givenName ?? identity.givenName
    identity.familyName = familyName ?? identity.familyName
    identity.email = email ?? identity.email
    identity.personID = noPersonId ? nil : personId ?? identity.personID
    identity.language = language ?? identity.language
    identity.hasSecondFactor = hasSecondFactor ?? identity.hasSecondFactor
    identity.supervisor = noSupervisor ? nil : supervisor ?? identity.supervisor
    return identity
  }
}

/// A verb about one account.
protocol PersonVerb: PerformingVerb {
  var account: AccountOptions { get }
}

extension PersonVerb {
  var person: PersonOption { account.person }
}

/// `portal person add`.
struct AddPerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an account of a person or a service.",
    discussion: """
      Example:
        portal person add erin --given-name Erin --family-name Falk --as alice
      """)
  @OptionGroup var account: AccountOptions
  @OptionGroup var fields: AccountFields
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .createIdentity(fields.apply(to: Identity(id: account.login, kind: .primary)))
  }
}

/// `portal person edit`.
struct EditPerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change an account: the fields that are named here.",
    discussion: """
      Example:
        portal person edit jdoe --mfa --supervisor bob --as jdoe
      """)
  @OptionGroup var account: AccountOptions
  @OptionGroup var fields: AccountFields
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) throws -> PortalCommand {
    let old = try session.database.identity(account.login)
    return .editIdentity(fields.apply(to: old ?? Identity(id: account.login, kind: .primary)))
  }
}

/// `portal person enable`.
struct EnablePerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Let an account sign in.",
    discussion: """
      Example:
        portal person enable jdoe --as alice
      """)
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .enableIdentity(account.login, enabled: true)
  }
}

/// `portal person disable`.
struct DisablePerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Forbid an account to sign in.",
    discussion: """
      Example:
        portal person disable jdoe --as alice
      """)
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .enableIdentity(account.login, enabled: false)
  }
}

/// `portal person depart`.
struct DepartPerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "depart",
    abstract: "Let somebody leave CERN: applications pass on or are blocked.",
    discussion: """
      Official applications pass to the supervisor, others are blocked; the account is disabled.

      Example:
        portal person depart jdoe --as alice
      """)
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .departIdentity(account.login) }
}

/// `portal person delete`.
struct DeletePerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete an account that owns nothing, with its memberships.",
    discussion: """
      Example:
        portal person delete jdoe --as alice
      """)
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteIdentity(account.login) }
}
