import ArgumentParser
import PortalModel
import PortalStore

extension ClientKind: ExpressibleByArgument {}

/// `portal registration …`: how applications are registered with the SSO.
struct RegistrationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registration", abstract: "Register applications with the SSO, by OIDC or SAML.",
    discussion: """
      "portal app show" shows an application's registrations, "portal registration settings" the \
      service's own settings of its OIDC client.
      """,
    subcommands: [
      Performing<AddRegistration>.self, Performing<EditRegistration>.self,
      Removing<DeleteRegistration>.self, RegistrationSettings.self, ShowSecret.self,
      Removing<RegenerateSecret>.self, Performing<AddSAML>.self, Performing<EditSAML>.self,
      Removing<DeleteSAML>.self,
    ])
}

/// What is typed of a new registration.
struct NewRegistration: DeedSubject {
  @OptionGroup var application: ApplicationOptions
  @Option(help: "The kind of client.") var type: ClientKind = .confidential
  @Option(
    help: "A redirect URI, at least one; again for each further one.",
    transform: Parsing.redirect)
  var redirect: [RedirectURI] = []
  @Option(help: "The base URL; the home page where it is left out.") var baseUrl = ""
  var person: PersonOption { application.person }
}

/// `portal registration add`.
enum AddRegistration: Deed {
  static let words = VerbWords(
    "add", "Register an application with the SSO, by OIDC.",
    examples: "portal registration add my-app --redirect https://my.example/* --as carol")
  static func command(_ what: NewRegistration, in _: DeedPlace) -> PortalCommand {
    .registerOIDC(
      what.application.id,
      RegistrationForm(kind: what.type, redirectURIs: what.redirect, baseURL: what.baseUrl))
  }
}

/// What is typed of a registration that is to change.
struct ChangedRegistration: DeedSubject {
  @OptionGroup var application: ApplicationOptions
  @Option(help: "The kind of client.") var type: ClientKind?
  @Option(
    help: "A redirect URI, in place of all there were; again for each further one.",
    transform: Parsing.redirect)
  var redirect: [RedirectURI] = []
  @Option(help: "The base URL; empty for the home page.") var baseUrl: String?
  var person: PersonOption { application.person }
}

/// `portal registration edit`.
enum EditRegistration: Deed {
  static let words = VerbWords(
    "edit", "Change an OIDC registration: the fields that are named here.",
    "The service's own settings are changed by \"portal registration settings\".",
    examples: "portal registration edit front-end-app --type confidential --as alice")
  static func command(_ what: ChangedRegistration, in place: DeedPlace) throws -> PortalCommand {
    let old = try place.session.database.application(what.application.id)?.registration
    return .editRegistration(
      what.application.id,
      RegistrationForm(
        kind: what.type ?? old?.kind ?? .confidential,
        redirectURIs: what.redirect.isEmpty ? old?.redirectURIs ?? [] : what.redirect,
        baseURL: what.baseUrl ?? old?.baseURL ?? ""))
  }
}

/// `portal registration delete`.
enum DeleteRegistration: Removal {
  static let words = VerbWords(
    "delete", "Delete an OIDC registration with its secret and permissions.",
    examples: "portal registration delete reports --as alice")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .deleteRegistration(what.id)
  }
}
