/// The kind of account behind an identity (CERN's account life cycle page).
public enum AccountKind: String, CaseIterable, Codable, Sendable {
  /// The one main account of a person at CERN.
  case primary
  /// A further personal account; its tokens lack `cern_person_id`.
  case secondary
  /// A CERN service account, owned by a person.
  case service
  /// A self-registered e-mail account.
  case guest
  /// An account of a social provider such as Google or GitHub.
  case social
  /// An account of an institute in eduGAIN.
  case edugain
  /// The application's own identity, `service-account-<client ID>`.
  case application

  /// How many accounts of this kind a person has at the most; `nil` where they are nobody's.
  public var mostOfOnePerson: Int? {
    switch self {
    case .secondary: 5
    case .service: 20
    case .primary, .guest, .social, .edugain, .application: nil
    }
  }

  /// The level of assurance that a login with such an account has where nothing else is said.
  public var defaultLevel: LevelOfAssurance {
    switch self {
    case .primary, .secondary, .service, .application: .cern
    case .guest: .guest
    case .social: .social
    case .edugain: .edugainSirtfi
    }
  }
}

/// Somebody or something that can sign in, own applications and be in groups.
public struct Identity: Hashable, Codable, Sendable {
  /// The login (`cern_upn`).
  public var id: IdentityIdentifier
  /// The kind of account.
  public var kind: AccountKind
  /// The given name; empty for applications.
  public var givenName: String
  /// The family name; empty for applications.
  public var familyName: String
  /// The e-mail address; may be empty.
  public var email: String
  /// CERN's number of the person; only people known to its HR have one.
  public var personID: Int?
  /// `EN` or `FR`.
  public var language: Language
  /// Whether the identity may sign in.
  public var enabled: Bool
  /// Whether a second factor is set up, and so used at sign-in where nothing else is said.
  public var hasSecondFactor: Bool
  /// Who takes official applications over when the person leaves (portal.md §8).
  public var supervisor: IdentityIdentifier?
  /// Whose it is: the primary account of the person; secondary and service accounts alone have one.
  public var owner: IdentityIdentifier?
  /// The ORCID iD that the person has linked (`eduperson_orcid`); empty where there is none.
  public var orcid = ""
  /// The number of the account on Unix machines (`cern_uid`).
  public var unixUser: Int?
  /// The number of its group on Unix machines (`cern_gid`).
  public var unixGroup: Int?
  /// The home institute (`home_institute`); may be empty.
  public var institute = ""

  /// The language that somebody prefers (`cern_preferred_language`).
  public enum Language: String, CaseIterable, Codable, Sendable {
    /// English.
    case english = "EN"
    /// French.
    case french = "FR"
  }

  /// Makes an identity.
  public init(
    id: IdentityIdentifier, kind: AccountKind, givenName: String = "", familyName: String = "",
    email: String = "", personID: Int? = nil, language: Language = .english,
    enabled: Bool = true, hasSecondFactor: Bool = false, supervisor: IdentityIdentifier? = nil
  ) {
    self.id = id
    self.kind = kind
    self.givenName = givenName
    self.familyName = familyName
    self.email = email
    self.personID = personID
    self.language = language
    self.enabled = enabled
    self.hasSecondFactor = hasSecondFactor
    self.supervisor = supervisor
  }

  /// Given and family name, or the login where both are empty.
  public var displayName: String {
    let name = [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? id.text : name
  }

  /// How this identity signs in where nothing else is said.
  public var defaultSignIn: SignIn {
    SignIn(level: kind.defaultLevel, multifactor: hasSecondFactor)
  }
}

extension Identity {
  private enum CodingKeys: String, CodingKey {
    case id, kind, givenName, familyName, email, personID, language, enabled, hasSecondFactor
    case supervisor, owner, orcid, unixUser, unixGroup, institute
  }

  /// Reads an identity; what an older version did not know is left out.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(IdentityIdentifier.self, forKey: .id),
      kind: try container.decode(AccountKind.self, forKey: .kind),
      givenName: try container.decode(String.self, forKey: .givenName),
      familyName: try container.decode(String.self, forKey: .familyName),
      email: try container.decode(String.self, forKey: .email),
      personID: try container.decodeIfPresent(Int.self, forKey: .personID),
      language: try container.decode(Language.self, forKey: .language),
      enabled: try container.decode(Bool.self, forKey: .enabled),
      hasSecondFactor: try container.decode(Bool.self, forKey: .hasSecondFactor),
      supervisor: try container.decodeIfPresent(IdentityIdentifier.self, forKey: .supervisor))
    owner = try container.decodeIfPresent(IdentityIdentifier.self, forKey: .owner)
    orcid = try container.decodeIfPresent(String.self, forKey: .orcid) ?? ""
    unixUser = try container.decodeIfPresent(Int.self, forKey: .unixUser)
    unixGroup = try container.decodeIfPresent(Int.self, forKey: .unixGroup)
    institute = try container.decodeIfPresent(String.self, forKey: .institute) ?? ""
  }
}

/// A group (e-group). Groups can hold groups.
public struct Group: Hashable, Codable, Sendable {
  /// The group's identifier.
  public var id: GroupIdentifier
  /// The name shown to people.
  public var displayName: String
  /// What the group is for; may be empty.
  public var description: String

  /// Makes a group.
  public init(id: GroupIdentifier, displayName: String, description: String = "") {
    self.id = id
    self.displayName = displayName
    self.description = description
  }
}

/// What can be in a group.
public enum Member: Hashable, Codable, Sendable {
  /// A person, a service account or an application's own identity.
  case identity(IdentityIdentifier)
  /// Another group: its members are members of the outer one as well.
  case group(GroupIdentifier)
}
