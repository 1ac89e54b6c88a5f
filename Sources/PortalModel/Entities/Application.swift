/// An application of the portal.
public struct Application: Hashable, Codable, Sendable {
  /// The identifier, which is also the OIDC client ID.
  public var id: ApplicationIdentifier
  /// The name shown to people; unique.
  public var name: String
  /// "Home Page": informational; may be empty.
  public var homePage: String
  /// "Description": informational; may be empty.
  public var description: String
  /// "Category".
  public var category: Category
  /// The owner: at first whoever added the application.
  public var owner: IdentityIdentifier
  /// "Administrator Group": its members manage the application as the owner does.
  public var administrators: GroupIdentifier?
  /// Whether the application is blocked: nobody can sign in to it or exchange toward it.
  public var blocked: Bool
  /// When the application was added.
  public var createdAt: Instant

  /// "Category" of a resource.
  public enum Category: String, CaseIterable, Codable, Sendable {
    /// Passes to the supervisor when the owner leaves.
    case official
    /// Ends with its owner's affiliation.
    case personal
    /// For trying things.
    case test

    /// The portal's word.
    public var label: String {
      switch self {
      case .official: "Official"
      case .personal: "Personal"
      case .test: "Test"
      }
    }
  }

  /// Makes an application.
  public init(
    id: ApplicationIdentifier, name: String, homePage: String = "", description: String = "",
    category: Category = .official, owner: IdentityIdentifier,
    administrators: GroupIdentifier? = nil, blocked: Bool = false, createdAt: Instant
  ) {
    self.id = id
    self.name = name
    self.homePage = homePage
    self.description = description
    self.category = category
    self.owner = owner
    self.administrators = administrators
    self.blocked = blocked
    self.createdAt = createdAt
  }

  /// The description as the single sign-on keeps it: cut where it is longer than 255 characters
  /// (CERN's public adapter).
  public var serviceDescription: String {
    description.count > 255 ? description.prefix(253) + ".." : description
  }

  /// The application's own identity.
  public var identity: IdentityIdentifier { IdentityIdentifier(applicationIdentity: id) }
}

/// The kind of OIDC client, set by the two exclusive boxes under "Client Secret Configuration".
public enum ClientKind: String, CaseIterable, Codable, Sendable {
  /// Neither box ticked: has a client secret.
  case confidential
  /// "My application cannot store a client secret safely": has none.
  case `public`
  /// "My application will need to get tokens using its own client ID and secret".
  case confidentialWithClientCredentials = "confidential-with-client-credentials"

  /// Whether the client must prove itself with a secret.
  public var hasSecret: Bool { self != .public }
}

/// The OIDC registration of an application with the single sign-on.
public struct Registration: Hashable, Codable, Sendable {
  /// The application; its identifier is the client ID.
  public var application: ApplicationIdentifier
  /// The kind of client.
  public var kind: ClientKind
  /// "Redirect URI(s)", at least one, in the order they were added.
  public var redirectURIs: [RedirectURI]
  /// "Base URL".
  public var baseURL: String
  /// What the service keeps for the client beyond the portal's form.
  public var settings: ClientSettings

  /// Makes a registration.
  public init(
    application: ApplicationIdentifier, kind: ClientKind, redirectURIs: [RedirectURI],
    baseURL: String, settings: ClientSettings = ClientSettings()
  ) {
    self.application = application
    self.kind = kind
    self.redirectURIs = redirectURIs
    self.baseURL = baseURL
    self.settings = settings
  }
}
