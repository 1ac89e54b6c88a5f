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
      AddRegistration.self, EditRegistration.self, DeleteRegistration.self,
      RegistrationSettings.self, ShowSecret.self, RegenerateSecret.self, AddSAML.self,
      EditSAML.self, DeleteSAML.self,
    ])
}

/// `portal registration add`.
struct AddRegistration: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Register an application with the SSO, by OIDC.",
    discussion: """
      Example:
        portal registration add my-app --redirect https://my.example/* --as carol
      """)
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
    commandName: "edit", abstract: "Change an OIDC registration: the fields that are named here.",
    discussion: """
      The service's own settings are changed by "portal registration settings".

      Example:
        portal registration edit front-end-app --type confidential --as alice
      """)
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
    commandName: "delete",
    abstract: "Delete an OIDC registration with its secret and permissions.",
    discussion: """
      Example:
        portal registration delete reports --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteRegistration(application.id) }
}
