import ArgumentParser
import PortalModel
import PortalStore

extension Application.Category: ExpressibleByArgument {}

/// `portal app add`.
struct AddApplication: PerformingVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an application, without SSO; its owner is who adds it.",
    discussion: """
      "portal registration add" registers it with the SSO.

      Example:
        portal app add my-app --name "My application" --category test --as carol
      """)

  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier
  @Option(help: "The name; unique.") var name: String
  @Option(help: "The home page.") var homePage = ""
  @Option(help: "What it is for.") var description = ""
  @Option(help: "The category.") var category: Application.Category = .official
  @Option(help: "The administrators' group.", transform: Parsing.group)
  var administrators: GroupIdentifier?
  @OptionGroup var person: PersonOption
  @OptionGroup var options: GlobalOptions

  func command(in session: PortalSession) -> PortalCommand {
    .registerApplication(
      ApplicationForm(
        id: id, name: name, homePage: homePage, description: description, category: category,
        administrators: administrators))
  }
}

/// `portal app edit`.
struct EditApplication: PerformingVerb {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change an application's details: those that are named here.",
    discussion: """
      The identifier is the client ID too and never changes; the owner changes by "portal app transfer".

      Example:
        portal app edit front-end-app --description "Shows reports" --as alice
      """)

  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier
  @Option(help: "The name; unique.") var name: String?
  @Option(help: "The home page.") var homePage: String?
  @Option(help: "What it is for.") var description: String?
  @Option(help: "The category.") var category: Application.Category?
  @Option(help: "The administrators' group.", transform: Parsing.group)
  var administrators: GroupIdentifier?
  @Flag(help: "Have no administrators' group.") var noAdministrators = false
  @OptionGroup var person: PersonOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if noAdministrators, administrators != nil {
      throw ValidationError("Give --administrators or --no-administrators, not both.")
    }
  }

  func command(in session: PortalSession) throws -> PortalCommand {
    let old = try session.database.application(id)?.application
    var details = old.map(ApplicationDetails.init(of:)) ?? ApplicationDetails(name: id.text)
    details.name = name ?? details.name
    details.homePage = homePage ?? details.homePage
    details.description = description ?? details.description
    details.category = category ?? details.category
    details.administrators = noAdministrators ? nil : administrators ?? details.administrators
    return .editApplication(id, details)
  }
}
