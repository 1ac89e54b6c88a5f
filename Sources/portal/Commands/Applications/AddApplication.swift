import ArgumentParser
import PortalModel
import PortalStore

extension Application.Category: ExpressibleByArgument {}

/// What is typed of a new application.
struct NewApplication: DeedSubject {
  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier
  @Option(help: "The name; unique.") var name: String
  @Option(help: "The home page.") var homePage = ""
  @Option(help: "What it is for.") var description = ""
  @Option(help: "The category.") var category: Application.Category = .official
  @Option(help: "The administrators' group.", transform: Parsing.group)
  var administrators: GroupIdentifier?
  @OptionGroup var person: PersonOption
}

/// `portal app add`.
enum AddApplication: Deed {
  static let words = VerbWords(
    "add", "Add an application, without SSO; its owner is who adds it.",
    "\"portal registration add\" registers it with the SSO.",
    examples: "portal app add my-app --name \"My application\" --category test --as carol")
  static func command(_ what: NewApplication, in _: DeedPlace) -> PortalCommand {
    .registerApplication(
      ApplicationForm(
        id: what.id, name: what.name, homePage: what.homePage, description: what.description,
        category: what.category, administrators: what.administrators))
  }
}

/// What is typed of an application that is to change.
struct ChangedApplication: DeedSubject {
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

  func validate() throws {
    if noAdministrators, administrators != nil {
      throw ValidationError("Give --administrators or --no-administrators, not both.")
    }
  }

  func apply(to old: ApplicationDetails) -> ApplicationDetails {
    var details = old
    details.name = name ?? details.name
    details.homePage = homePage ?? details.homePage
    details.description = description ?? details.description
    details.category = category ?? details.category
    details.administrators = noAdministrators ? nil : administrators ?? details.administrators
    return details
  }
}

/// `portal app edit`.
enum EditApplication: Deed {
  static let words = VerbWords(
    "edit", "Change an application's details: those that are named here.",
    "The identifier is the client ID too and never changes; the owner changes by \"portal app "
      + "transfer\".",
    examples: "portal app edit front-end-app --description \"Shows reports\" --as alice")
  static func command(_ what: ChangedApplication, in place: DeedPlace) throws -> PortalCommand {
    let old = try place.session.database.application(what.id)?.application
    let details = old.map(ApplicationDetails.init(of:)) ?? ApplicationDetails(name: what.id.text)
    return .editApplication(what.id, what.apply(to: details))
  }
}
