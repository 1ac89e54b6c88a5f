extension Check {
  /// The reason for a refusal in one word, finer than the check's id where the reference page tells
  /// cases apart: `X4e`, `C5`, `X14-not_this_requester`. The id itself elsewhere.
  public var reason: String {
    let finer: String? =
      switch found {
      case nil: nil
      case .permission(_, let step, _, _): "X14-\(step.rawValue)"
      case let found? where Self.tokenChecks.contains(id): found.tokenReason
      case let found? where id == .client || id == .introspectionClient: found.clientReason
      case _?: nil
      }
    return finer ?? id.rawValue
  }

  /// The checks that verify an access token as X4 does.
  private static let tokenChecks: Set<CheckIdentifier> = [
    .subjectToken, .standardVerified, .introspectionActive, .userInfoVerified, .revocationGenuine,
    .resourceType, .resourceSignature, .resourceIssuer, .resourceTime,
  ]
}

extension Finding {
  /// X4a to X4k (§4.1); `nil` where the finding is none of them.
  fileprivate var tokenReason: String? {
    if case .tokenMalformed = self { return "X4a" }
    if case .tokenType = self { return "X4b" }
    if case .tokenIssuer = self { return "X4c" }
    if case .tokenSignature = self { return "X4d" }
    if case .tokenExpired = self { return "X4e" }
    if case .tokenNotYetValid = self { return "X4e" }
    if case .tokenRevoked = self { return "X4f" }
    if case .tokenStale = self { return "X4g" }
    if case .tokenUser = self { return "X4h" }
    if case .tokenSession = self { return "X4i" }
    if case .tokenClient = self { return "X4j" }
    if case .tokenClientSession = self { return "X4k" }
    return nil
  }

  /// C1 to C9 (§3); `nil` where the finding is none of them.
  fileprivate var clientReason: String? {
    if case .clientMissing(let badHeader) = self { return badHeader ? "C9" : "C1" }
    if case .clientUnknown = self { return "C2" }
    if case .clientDisabled = self { return "C3" }
    if case .clientProtocol = self { return "C10" }
    if case .secretMissing = self { return "C4" }
    if case .secretWrong = self { return "C5" }
    if case .secretNotKept = self { return "C6" }
    return nil
  }
}
