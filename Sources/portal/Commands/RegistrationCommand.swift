import ArgumentParser
import PortalModel
import PortalStore

extension ClientKind: ExpressibleByArgument {}

/// `portal registration …`: the OIDC registrations of applications.
struct RegistrationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registration", abstract: "Register applications with the SSO, by OIDC.",
    discussion: "\"portal app show\" shows an application's registration.",
    subcommands: [
      AddRegistration.self, EditRegistration.self, DeleteRegistration.self, RenewSecret.self,
    ])
}

/// `portal registration add`.
struct AddRegistration: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Register an application with the SSO, by OIDC.")
  @OptionGroup var application: ApplicationOptions
  @Option(help: "The kind of client.") var type: ClientKind = .confidential
  @Option(
    help: "A redirect URI, at least one; again for each further one.",
    transform: Parsing.redirect)
  var redirect: [RedirectURI] = []
  @Option(help: "The base URL; the home page where it is left out.") var baseUrl = ""
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .registerOIDC(
      application.id, RegistrationForm(kind: type, redirectURIs: redirect, baseURL: baseUrl))
  }
}

/// `portal registration edit`.
struct EditRegistration: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a registration: the fields that are named here.")
  @OptionGroup var application: ApplicationOptions
  @Option(help: "The kind of client.") var type: ClientKind?
  @Option(
    help: "A redirect URI, in place of all there were; again for each further one.",
    transform: Parsing.redirect)
  var redirect: [RedirectURI] = []
  @Option(help: "The base URL; empty for the home page.") var baseUrl: String?
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) throws -> PortalCommand {
    let old = try session.database.application(application.id)?.registration
    return .editRegistration(
      application.id,
      RegistrationForm(
        kind: type ?? old?.kind ?? .confidential,
        redirectURIs: redirect.isEmpty ? old?.redirectURIs ?? [] : redirect,
        baseURL: baseUrl ?? old?.baseURL ?? ""))
  }
}

/// `portal registration delete`.
struct DeleteRegistration: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a registration with its secret and permissions.")
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteRegistration(application.id) }
}

/// `portal registration secret`.
struct RenewSecret: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "secret",
    abstract: "Make a new client secret; the old one is void at once. It is not printed.")
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .regenerateSecret(application.id) }
}
