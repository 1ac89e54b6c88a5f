import ArgumentParser
import PortalModel
import PortalStore

extension AccountKind: ExpressibleByArgument {}

/// `portal person …`: accounts. The real portal has no such page; see ``PortalCommand``.
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Add, enable, disable and delete accounts.",
    subcommands: [
      AddPerson.self, EnablePerson.self, DisablePerson.self, DepartPerson.self,
      DeletePerson.self,
    ])
}

/// Which account, and who does it.
struct AccountOptions: ParsableArguments {
  @Argument(help: "The account's login.", transform: Parsing.identity)
  var login: IdentityIdentifier
  @OptionGroup var person: PersonOption
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
    commandName: "add", abstract: "Add an account of a person or a service.")
  @OptionGroup var account: AccountOptions
  @Option(help: "The kind of account.") var kind: AccountKind = .primary
  @Option(help: "The given name.") var givenName = ""
  @Option(help: "The family name.") var familyName = ""
  @Option(help: "The e-mail address.") var email = ""
  @Option(help: "CERN's number of the person.") var personId: Int?
  @Flag(name: .customLong("mfa"), help: "A second factor is set up.") var hasSecondFactor = false
  @Option(help: "Who takes official applications over.", transform: Parsing.identity)
  var supervisor: IdentityIdentifier?
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .createIdentity(
      Identity(
        id: account.login, kind: kind, givenName: givenName, familyName: familyName,
        email: email, personID: personId, hasSecondFactor: hasSecondFactor,
        supervisor: supervisor))
  }
}

/// `portal person enable`.
struct EnablePerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Let an account sign in.")
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .enableIdentity(account.login, enabled: true)
  }
}

/// `portal person disable`.
struct DisablePerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Forbid an account to sign in.")
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .enableIdentity(account.login, enabled: false)
  }
}

/// `portal person depart`.
struct DepartPerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "depart", abstract: "Let somebody leave CERN: applications pass on or are blocked."
  )
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .departIdentity(account.login) }
}

/// `portal person delete`.
struct DeletePerson: PersonVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete an account that owns nothing, with its memberships.")
  @OptionGroup var account: AccountOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteIdentity(account.login) }
}
