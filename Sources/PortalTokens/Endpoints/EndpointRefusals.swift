import PortalModel

/// The refusals of the endpoints beside the token endpoint, word for word.
extension Reply {
  /// I1.
  static let authenticationFailed = Reply(
    status: 401, error: "invalid_request", description: "Authentication failed.")
  /// I2.
  static let clientNotAllowed = Reply(
    status: 403, error: "invalid_request", description: "Client not allowed.")
  /// I3.
  static let tokenNotProvided = Reply(
    status: 400, error: "invalid_request", description: "Token not provided.")
  /// I5: no reason is given (RFC 7662 §2.2).
  static let inactive = Reply(status: 200, body: .object([.init("active", .bool(false))]))
  /// V1.
  static let revocationTokenMissing = Reply(
    status: 400, error: "invalid_request", description: "Token not provided")
  /// V2: an error body under status 200.
  static let revocationInvalid = Reply(
    status: 200, error: "invalid_token", description: "Invalid token")
  /// V3.
  static let revocationType = Reply(
    status: 400, error: "unsupported_token_type", description: "Unsupported token type")
  /// V4.
  static let revocationClient = Reply(
    status: 400, error: "invalid_request", description: "Unmatching clients")

  /// A bearer's refusal: the same words in the body and in the challenge (RFC 6750 §3).
  ///
  /// - Parameters:
  ///   - realm: The realm or application that asks for a token.
  ///   - status: 400, 401 or 403.
  ///   - error: The code; `nil` where no credentials were sent at all.
  ///   - description: What is wrong.
  static func bearer(
    realm: String, status: Int, error: String? = nil, description: String? = nil
  ) -> Reply {
    let parts =
      [("realm", realm)]
      + [("error", error), ("error_description", description)].compactMap { name, value in
        value.map { (name, $0) }
      }
    let challenge = "Bearer " + parts.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ", ")
    let members = [("error", error), ("error_description", description)].compactMap {
      name, value in value.map { JSONValue.Member(name, .string($0)) }
    }
    return Reply(
      status: status, headers: [.init(name: "WWW-Authenticate", value: challenge)],
      body: members.isEmpty ? nil : .object(members))
  }
}
