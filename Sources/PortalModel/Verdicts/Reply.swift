/// What the token service says to the caller: exactly the real service's words and no more.
public struct Reply: Hashable, Encodable, Sendable {
  /// The HTTP status.
  public var status: Int
  /// Header fields beyond those every reply has, in order.
  public var headers: [Repair.Parameter]
  /// The body, a JSON object; `nil` for an empty one.
  public var body: JSONValue?

  /// Makes a reply.
  public init(status: Int, headers: [Repair.Parameter] = [], body: JSONValue?) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A refusal as RFC 6749 §5.2 words it.
  public init(status: Int, error: String, description: String) {
    self.init(
      status: status,
      body: .object([
        .init("error", .string(error)), .init("error_description", .string(description)),
      ]))
  }

  /// `error` of a refusal.
  public var error: String? { body?["error"]?.string }

  /// `error_description` of a refusal.
  public var errorDescription: String? { body?["error_description"]?.string }
}

/// A token laid open for people: where every claim comes from.
public struct TokenView: Hashable, Encodable, Sendable {
  /// What sort of token it is.
  public var kind: Kind
  /// The token as it travels: three base64url parts.
  public var compact: String
  /// The header's members, in order.
  public var header: [Claim]
  /// The claims, in order.
  public var claims: [Claim]

  /// The sorts of token.
  public enum Kind: String, Codable, Sendable {
    /// For calling an application.
    case access = "access_token"
    /// For getting further access tokens; only its client may use it.
    case refresh = "refresh_token"
    /// For the client itself: who signed in.
    case id = "id_token"
  }

  /// One member of a token.
  public struct Claim: Hashable, Encodable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue
    /// Where the value came from.
    public var origin: ClaimOrigin
    /// Where each element came from, where the value has several of different origins; else empty.
    public var elements: [ClaimOrigin]

    /// Makes a claim.
    public init(
      _ name: String, _ value: JSONValue, origin: ClaimOrigin, elements: [ClaimOrigin] = []
    ) {
      self.name = name
      self.value = value
      self.origin = origin
      self.elements = elements
    }
  }

  /// Makes a view.
  public init(kind: Kind, compact: String, header: [Claim], claims: [Claim]) {
    self.kind = kind
    self.compact = compact
    self.header = header
    self.claims = claims
  }

  /// The claim of this name.
  public subscript(name: String) -> JSONValue? { claims.first { $0.name == name }?.value }

  /// `cern_roles`, or none.
  public var roles: [String] { self["cern_roles"]?.strings ?? [] }
}

/// Where a claim's value comes from.
public enum ClaimOrigin: String, CaseIterable, Codable, Sendable {
  /// The service's own settings: issuer, algorithm, key.
  case service
  /// The moment of issuing, and lifetimes.
  case time
  /// A number drawn for this token.
  case drawn
  /// The user's session, unchanged by an exchange.
  case session
  /// The identity.
  case identity
  /// The client that asked.
  case requester
  /// The client that the token is for.
  case target
  /// The target's mapper that puts its own client ID into `aud`.
  case audienceMapper = "audience_mapper"
  /// A mapper of the target's that puts another client's ID into `aud`.
  case extraMapper = "extra_mapper"
  /// The roles of the target that the user has.
  case roles
  /// The scopes asked for, held and offered.
  case scope
  /// The access token beside it.
  case accessToken = "access_token"
}
