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

/// What is typed of a SAML registration that is to change.
struct ChangedSAML: DeedSubject {
  @OptionGroup var application: ApplicationOptions
  @OptionGroup var fields: SAMLFields
  var person: PersonOption { application.person }

  /// The form, the fields that were not named as they are.
  func form(in place: DeedPlace) throws -> SAMLForm {
    let old = try place.session.database.application(application.id)?.saml?.form
    return try fields.form(old, in: place.surroundings)
  }
}

/// What is typed of a new one.
struct NewSAML: DeedSubject {
  @OptionGroup var saml: ChangedSAML
  var person: PersonOption { saml.person }

  func validate() throws {
    let fields = saml.fields
    guard fields.metadata != nil || fields.entityID != nil && fields.consumerURL != nil else {
      throw ValidationError(
        "Give --metadata FILE, or --entity-id URI and --acs-url URL as it has them.")
    }
  }
}

/// `portal registration add-saml`.
enum AddSAML: Deed {
  static let words = VerbWords(
    "add-saml", "Register an application with the SSO, by SAML.",
    "An application may have both registrations, OIDC and SAML.",
    examples: "portal registration add-saml my-app --metadata sp.xml --as carol",
    """
    portal registration add-saml my-app --entity-id https://my.org/saml \\
        --acs-url https://my.org/acs --as carol
    """)
  static func command(_ what: NewSAML, in place: DeedPlace) throws -> PortalCommand {
    .registerSAML(what.saml.application.id, try what.saml.form(in: place))
  }
}

/// `portal registration edit-saml`.
enum EditSAML: Deed {
  static let words = VerbWords(
    "edit-saml", "Change a SAML registration: the fields that are named here.",
    examples: "portal registration edit-saml my-app --acs-url https://my.org/acs --as carol")
  static func command(_ what: ChangedSAML, in place: DeedPlace) throws -> PortalCommand {
    .editSAML(what.application.id, try what.form(in: place))
  }
}

/// `portal registration delete-saml`.
enum DeleteSAML: Removal {
  static let words = VerbWords(
    "delete-saml", "Delete a SAML registration.",
    examples: "portal registration delete-saml my-app --as carol")
  static func command(_ what: ApplicationOptions, in _: DeedPlace) -> PortalCommand {
    .deleteSAML(what.id)
  }
}
