import PortalModel

/// What a field of a form is for: what the real portal expects there, and an example.
struct FieldGuide: Hashable, Sendable {
  /// What the field is called, as in its form, without signs.
  var title: String
  /// What the real portal expects there, or that the field is this simulator's own.
  var expects: String
  /// Something that could stand there; empty for boxes and buttons, which have two answers only.
  var example: String

  init(_ title: String, _ expects: String, _ example: String = "") {
    self.title = title
    self.expects = expects
    self.example = example
  }
}

extension FormField.ID {
  /// The field's guide, from the portal's documentation as this project knows it (portal.md).
  var guide: FieldGuide {
    switch self {
    case .identifier, .name, .homePage, .description, .category, .administrators:
      applicationGuide
    case .registers, .redirectURIs, .baseURL, .cannotStoreSecret, .ownTokens: registrationGuide
    case .roleIdentifier, .roleName, .roleDescription, .required, .multifactor, .appliesToAll,
      .level:
      roleGuide
    case .login, .accountKind, .givenName, .familyName, .email, .personID, .language,
      .secondFactor, .supervisor, .accountOwner, .orcid:
      personGuide
    case .groupIdentifier, .displayName, .groupDescription: groupGuide
    case .metadata, .entityID, .consumerURL, .certificate: samlGuide
    case .setting(let setting): setting.guide
    case .next: FieldGuide("Next step", "Leads to the second page of the form, SSO Registration.")
    case .back: FieldGuide("Back", "Leads back to the first page; nothing that was typed is lost.")
    case .submit:
      FieldGuide(
        "Submit", "Sends the form. What is wrong is said beside its field, and nothing sent.")
    }
  }

  /// What the field is called.
  var title: String { guide.title }

  private var applicationGuide: FieldGuide {
    switch self {
    case .identifier:
      FieldGuide(
        "Application Identifier",
        "3 to 32 of a-z, 0-9, - and _, a letter first. Nobody else's application and no login may have "
          + "it. It becomes the OIDC client ID and the audience of tokens, and never changes.",
        "my-reports")
    case .name:
      FieldGuide("Name", "The name shown to people; no other application's.", "My Reports")
    case .homePage:
      FieldGuide(
        "Home Page",
        "Where people find the application. It may stay empty, and it becomes the Base URL where none "
          + "is given. The real portal refuses localhost here.", "https://my-reports.cern.ch")
    case .description:
      FieldGuide(
        "Description",
        "What the application is for, in a sentence; it may stay empty. The real single sign-on "
          + "service cuts it after 255 characters.", "Monthly reports of the group")
    case .category:
      FieldGuide(
        "Category",
        "Official for services of CERN, Personal for one's own, Test for trying out. Official ones pass "
          + "to the supervisor when their owner leaves.", "Test")
    default:
      FieldGuide(
        "Administrator Group",
        "A group whose members manage the application as the owner does. CERN recommends one, so that "
          + "it does not depend on one person.", "it-staff")
    }
  }

  private var registrationGuide: FieldGuide {
    switch self {
    case .registers:
      FieldGuide(
        "Which protocol does your application use for authentication?",
        "How the application lets people sign in: CERN recommends OIDC. It can be registered later too.",
        "OpenID Connect (OIDC)")
    case .redirectURIs:
      FieldGuide(
        "Redirect URI(s)",
        "The addresses to which the browser may be sent after signing in; at least one. A * may stand "
          + "at the end; an app on a phone uses a scheme that begins with ch.cern.",
        "https://my-reports.cern.ch/*")
    case .baseURL:
      FieldGuide(
        "Base URL", "The address of the application itself. Left empty, it is the home page.",
        "https://my-reports.cern.ch")
    case .cannotStoreSecret:
      FieldGuide(
        "My application cannot store a client secret safely",
        "For programs that run in the browser or on a phone: a public client, without secret. It can "
          + "exchange only tokens that were issued to itself.")
    default:
      FieldGuide(
        "My application will need to get tokens using its own client ID and secret",
        "For servers that call others in their own name (client credentials). The two boxes exclude "
          + "each other.")
    }
  }

  private var roleGuide: FieldGuide {
    switch self {
    case .roleIdentifier:
      FieldGuide(
        "Role Identifier",
        "The word that stands in cern_roles of tokens. It is the application's own: another may have a "
          + "role of the same name.", "viewer")
    case .roleName: FieldGuide("Role Name", "The name shown to people.", "Viewer")
    case .roleDescription:
      FieldGuide(
        "Description", "What whoever has the role may do; it may stay empty.",
        "May read all reports")
    case .required:
      FieldGuide(
        "This role is required to access my application",
        "Whoever lacks a required role cannot sign in to the application at all.")
    case .multifactor:
      FieldGuide(
        "Multifactor required", "The role is given only where the login used a second factor.")
    case .appliesToAll:
      FieldGuide(
        "This role applies to all authenticated users",
        "Given to everybody whatever groups they are in; only level and second factor decide then.")
    default:
      FieldGuide(
        "Minimum Level Of Assurance",
        "How surely the login must be known to be that person. At a lower level the sign-in succeeds, "
          + "but the role is not given.", "CERN")
    }
  }

  private var personGuide: FieldGuide {
    switch self {
    case .login:
      FieldGuide(
        "Login",
        "The permanent name of the account (cern_upn), the sub of every token. Accounts from elsewhere "
          + "carry where they come from.", "jdoe, or 1234@google")
    case .accountKind:
      FieldGuide(
        "Account",
        "What kind of account it is. The kind decides the level of assurance where nothing else is said.",
        "Primary account")
    case .givenName: FieldGuide("Given Name", "As it stands in the claim given_name.", "Jane")
    case .familyName: FieldGuide("Family Name", "As it stands in the claim family_name.", "Doe")
    case .email: FieldGuide("E-mail", "As it stands in the claim email.", "jane.doe@cern.ch")
    case .personID:
      FieldGuide(
        "Person ID",
        "CERN's number of the person, in tokens as cern_person_id. Secondary accounts have none.",
        "754321")
    case .language:
      FieldGuide("Preferred Language", "In tokens as cern_preferred_language: EN or FR.", "EN")
    case .secondFactor:
      FieldGuide(
        "A second factor is set up",
        "Whether the account signs in with a second factor where nothing else is said.")
    case .accountOwner:
      FieldGuide(
        "Belongs to",
        "Whose secondary or service account it is. A person has one primary account, and beside it at "
          + "most 5 secondary and 20 service accounts.", "jdoe")
    case .orcid:
      FieldGuide(
        "ORCID iD", "The researcher's ORCID iD, in tokens as eduperson_orcid where one is linked.",
        "0000-0002-1825-0097")
    default:
      FieldGuide(
        "Supervisor",
        "Whoever takes over the official applications of this person when they leave CERN.", "bob")
    }
  }

  private var groupGuide: FieldGuide {
    switch self {
    case .groupIdentifier:
      FieldGuide(
        "Group Identifier",
        "The permanent name of the group, as of an e-group; roles are linked to it.", "it-staff")
    case .displayName: FieldGuide("Display Name", "The name shown to people.", "IT staff")
    default:
      FieldGuide("Description", "Who belongs to the group; it may stay empty.", "Everybody in IT")
    }
  }

  private var samlGuide: FieldGuide {
    switch self {
    case .metadata:
      FieldGuide(
        "Metadata",
        "The EntityDescriptor of your application's service provider, as XML: paste it, or load a file. "
          + "What it says stands in the fields below.", "<md:EntityDescriptor entityID=\"...\">")
    case .entityID:
      FieldGuide(
        "Entity ID", "The name of the provider, which its requests give as issuer; nobody else's.",
        "https://my-reports.cern.ch/saml")
    case .consumerURL:
      FieldGuide(
        "ACS URL (HTTP-POST)",
        "The assertion consumer service: where the answer to a sign-in is posted.",
        "https://my-reports.cern.ch/saml/acs")
    default:
      FieldGuide(
        "Certificate",
        "Base64 of the certificate by which the provider's signed requests are known. It may stay empty.",
        "MIIDdzCCAl+gAwIBAgIE...")
    }
  }
}

extension ClientSetting {
  /// The real portal has no page for these: they are the single sign-on service's (Keycloak's).
  fileprivate var guide: FieldGuide { FieldGuide(label, effect, example) }

  /// Something that could stand there; empty for those that are on or off.
  private var example: String {
    switch self {
    case .enabled, .consentRequired, .fullScopeAllowed, .ownAudience, .useRefreshTokens,
      .standardExchange, .standardExchangeRefresh, .directAccessGrants, .deviceGrant, .groupsClaim:
      ""
    case .extraAudiences: "back-end-api"
    case .webOrigins: "https://my-reports.cern.ch"
    case .defaultScopes: "profile email"
    case .optionalScopes: "offline_access"
    case .accessTokenLifetime: "600"
    case .permissionStrategy: PermissionStrategy.affirmative.label
    }
  }
}

extension FieldGuide {
  /// The guide as lines, for the help of a form.
  var sentences: [String] { [expects] + (example.isEmpty ? [] : ["For example: \(example)"]) }
}
