/// One request that the token service answered, as 7 Activity and `portal log` show it.
///
/// Holds identifiers and reasons only: never a secret, a code or a token.
public struct ActivityEntry: Hashable, Encodable, Sendable {
  /// The number of the entry, ascending; `nil` before it is stored.
  public var id: Int64?
  /// When the request was answered.
  public var at: Instant
  /// Where it was sent.
  public var endpoint: Endpoint
  /// `grant_type` as it was sent; `nil` where none was, or at another endpoint.
  public var grant: String?
  /// The client that asked, as it called itself; `nil` where it did not.
  public var client: String?
  /// The user or application identity that it was about; `nil` where the request did not get so far.
  public var subject: String?
  /// The application that a token was for or was asked for; `nil` where there is none.
  public var audience: String?
  /// The HTTP status of the answer.
  public var status: Int
  /// `error` of the answer; `nil` where there is none.
  public var error: String?
  /// The check that refused; `nil` where none did.
  public var check: CheckIdentifier?
  /// The reason as ``Check/reason`` has it, such as `X4e`; `nil` where nothing was refused.
  public var reason: String?
  /// The rows of the newer standard exchange that the same request would break (§11.1); empty where
  /// nothing was exchanged.
  public var standard: [CheckIdentifier]
  /// Every check; `nil` where it was not kept, as of most granted requests under load.
  public var verdict: Verdict?

  /// The endpoints of the service.
  public enum Endpoint: String, CaseIterable, Codable, Sendable {
    /// `protocol/openid-connect/token`.
    case token
    /// `api-access/token`.
    case apiAccess = "api-access"
    /// `protocol/openid-connect/auth`, and the sign-in page's post.
    case authorization = "auth"
    /// `protocol/openid-connect/auth/device`, and the device page's post.
    case device
    /// `protocol/openid-connect/token/introspect`.
    case introspection = "introspect"
    /// `protocol/openid-connect/userinfo`.
    case userInfo = "userinfo"
    /// `protocol/openid-connect/revoke`.
    case revocation = "revoke"
    /// `protocol/openid-connect/logout`.
    case logout
    /// A simulated application's `/apps/<id>/whoami`.
    case resource = "whoami"
  }

  /// Makes an entry.
  public init(
    id: Int64? = nil, at: Instant, endpoint: Endpoint, grant: String? = nil,
    client: String? = nil, subject: String? = nil, audience: String? = nil, status: Int,
    error: String? = nil, check: CheckIdentifier? = nil, reason: String? = nil,
    standard: [CheckIdentifier] = [], verdict: Verdict? = nil
  ) {
    self.id = id
    self.at = at
    self.endpoint = endpoint
    self.grant = grant
    self.client = client
    self.subject = subject
    self.audience = audience
    self.status = status
    self.error = error
    self.check = check
    self.reason = reason
    self.standard = standard
    self.verdict = verdict
  }
}
