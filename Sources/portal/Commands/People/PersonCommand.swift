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
      ListPeople.self, ShowPerson.self, Performing<AddPerson>.self, Performing<EditPerson>.self,
      Performing<EnablePerson>.self, Performing<DisablePerson>.self,
      Removing<DepartPerson>.self, Removing<DeletePerson>.self,
    ])
}

/// Which account, and who does it.
struct AccountOptions: DeedSubject {
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
  @Option(
    help: "Whose secondary or service account it is: a primary account.",
    transform: Parsing.identity)
  var owner: IdentityIdentifier?
  @Flag(help: "Have no owner.") var noOwner = false
  @Option(help: "The ORCID iD that is linked; \"\" for none.") var orcid: String?
  @Option(help: "The number of the account on Unix machines.") var uid: Int?
  @Option(help: "The number of its group there.") var gid: Int?
  @Flag(help: "Have neither uid nor gid.") var noUnix = false
  @Option(help: "The home institute; \"\" for none.") var institute: String?

  func validate() throws {
    if noSupervisor, supervisor != nil {
      throw ValidationError("Give --supervisor or --no-supervisor, not both.")
    }
    if noOwner, owner != nil {
      throw ValidationError("Give --owner or --no-owner, not both.")
    }
    if noUnix, uid != nil || gid != nil {
      throw ValidationError("Give --uid and --gid or --no-unix, not both.")
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
    identity.owner = noOwner ? nil : owner ?? identity.owner
    identity.orcid = orcid ?? identity.orcid
    identity.unixUser = noUnix ? nil : uid ?? identity.unixUser
    identity.unixGroup = noUnix ? nil : gid ?? identity.unixGroup
    identity.institute = institute ?? identity.institute
    identity.supervisor = noSupervisor ? nil : supervisor ?? identity.supervisor
    return identity
  }
}

/// An account, and what it is to be.
struct AccountChange: DeedSubject {
  @OptionGroup var account: AccountOptions
  @OptionGroup var fields: AccountFields
  var person: PersonOption { account.person }

  func applied(to old: Identity?) -> Identity {
    fields.apply(to: old ?? Identity(id: account.login, kind: .primary))
  }
}

/// `portal person add`.
enum AddPerson: Deed {
  static let words = VerbWords(
    "add", "Add an account of a person or a service.",
    examples: "portal person add erin --given-name Erin --family-name Falk --as alice")
  static func command(_ what: AccountChange, in _: DeedPlace) -> PortalCommand {
    .createIdentity(what.applied(to: nil))
  }
}

/// `portal person edit`.
enum EditPerson: Deed {
  static let words = VerbWords(
    "edit", "Change an account: the fields that are named here.",
    examples: "portal person edit jdoe --mfa --supervisor bob --as jdoe")
  static func command(_ what: AccountChange, in place: DeedPlace) throws -> PortalCommand {
    .editIdentity(what.applied(to: try place.session.database.identity(what.account.login)))
  }
}

/// `portal person enable`.
enum EnablePerson: Deed {
  static let words = VerbWords(
    "enable", "Let an account sign in.", examples: "portal person enable jdoe --as alice")
  static func command(_ what: AccountOptions, in _: DeedPlace) -> PortalCommand {
    .enableIdentity(what.login, enabled: true)
  }
}

/// `portal person disable`.
enum DisablePerson: Deed {
  static let words = VerbWords(
    "disable", "Forbid an account to sign in.", examples: "portal person disable jdoe --as alice")
  static func command(_ what: AccountOptions, in _: DeedPlace) -> PortalCommand {
    .enableIdentity(what.login, enabled: false)
  }
}

/// `portal person depart`.
enum DepartPerson: Removal {
  static let words = VerbWords(
    "depart", "Let somebody leave CERN: applications pass on or are blocked.",
    "Official applications pass to the supervisor, others are blocked; the account is disabled.",
    examples: "portal person depart jdoe --as alice")
  static func command(_ what: AccountOptions, in _: DeedPlace) -> PortalCommand {
    .departIdentity(what.login)
  }
}

/// `portal person delete`.
enum DeletePerson: Removal {
  static let words = VerbWords(
    "delete", "Delete an account that owns nothing, with its memberships.",
    examples: "portal person delete jdoe --as alice")
  static func command(_ what: AccountOptions, in _: DeedPlace) -> PortalCommand {
    .deleteIdentity(what.login)
  }
}
