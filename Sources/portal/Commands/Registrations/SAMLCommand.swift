import ArgumentParser
import PortalModel
import PortalStore

/// The metadata of a SAML service provider, or what it says, field by field.
struct SAMLFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The provider's metadata in XML, which says all the rest; - for standard input.",
      valueName: "file"), completion: .file())
  var metadata: String?
  @Option(
    name: .customLong("entity-id"),
    help: ArgumentHelp("The entityID of the service provider.", valueName: "uri"))
  var entityID: String?
  @Option(
    name: .customLong("acs-url"),
    help: ArgumentHelp(
      "The address of its assertion consumer service.", valueName: "url"))
  var consumerURL: String?
  @Option(
    help: ArgumentHelp(
      "Its signing certificate in base64, PEM or not; \"\" for none, - for standard input.",
      valueName: "base64"))
  var certificate: String?

  func validate() throws {
    if metadata != nil, [entityID, consumerURL, certificate].contains(where: { $0 != nil }) {
      throw ValidationError("Give --metadata FILE, or what it says field by field, not both.")
    }
  }

  /// The fields of a form, those that were not named as they were.
  ///
  /// - Throws: `MetadataProblem` or `FileError`.
  func form(_ old: SAMLForm?, in surroundings: Surroundings) throws -> SAMLForm {
    if let metadata { return try MetadataFile.read(metadata, in: surroundings) }
    let text = try certificate.map { try surroundings.words($0) }
    return SAMLForm(
      entityID: entityID ?? old?.entityID ?? "", consumerURL: consumerURL ?? old?.consumerURL ?? "",
      certificate: text.map(Self.bare) ?? old?.certificate ?? "")
  }

  /// The base64 of a certificate without the lines around it and without blanks.
  private static func bare(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
      .joined().filter { !$0.isWhitespace }
  }
}

/// A verb that writes a SAML registration.
protocol SAMLVerb: Verb {
  var application: ApplicationOptions { get }
  var fields: SAMLFields { get }
  func command(_ form: SAMLForm) -> PortalCommand
}

extension SAMLVerb {
  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let old = try session.database.application(application.id)?.saml?.form
      let command = command(try fields.form(old, in: surroundings))
      let person = application.person.person
      let now = session.now
      let performed = try session.perform(command, as: person, at: now)
      return .performed(command, performed.journalID, by: person, at: now)
    }
  }
}

/// `portal registration add-saml`.
struct AddSAML: SAMLVerb {
  static let configuration = CommandConfiguration(
    commandName: "add-saml", abstract: "Register an application with the SSO, by SAML.",
    discussion: """
      An application may have both registrations, OIDC and SAML.

      Examples:
        portal registration add-saml my-app --metadata sp.xml --as carol
        portal registration add-saml my-app --entity-id https://my.org/saml \\
          --acs-url https://my.org/acs --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var fields: SAMLFields
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard fields.metadata != nil || fields.entityID != nil && fields.consumerURL != nil else {
      throw ValidationError(
        "Give --metadata FILE, or --entity-id URI and --acs-url URL as it has them.")
    }
  }

  func command(_ form: SAMLForm) -> PortalCommand { .registerSAML(application.id, form) }
}

/// `portal registration edit-saml`.
struct EditSAML: SAMLVerb {
  static let configuration = CommandConfiguration(
    commandName: "edit-saml",
    abstract: "Change a SAML registration: the fields that are named here.",
    discussion: """
      Example:
        portal registration edit-saml my-app --acs-url https://my.org/acs --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var fields: SAMLFields
  @OptionGroup var options: GlobalOptions
  func command(_ form: SAMLForm) -> PortalCommand { .editSAML(application.id, form) }
}

/// `portal registration delete-saml`.
struct DeleteSAML: ApplicationVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete-saml", abstract: "Delete a SAML registration.",
    discussion: """
      Example:
        portal registration delete-saml my-app --as carol
      """)
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteSAML(application.id) }
}
