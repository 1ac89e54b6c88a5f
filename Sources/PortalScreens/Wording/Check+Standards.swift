import PortalModel

extension Check {
  /// Where the standards have another error for this refusal than Keycloak has, in a sentence; `nil` where
  /// they agree, or say nothing.
  public func standardsFootnote(_ reply: Reply?) -> String? {
    guard outcome == .failed, let reply, let error = reply.error,
      let rule = StandardsError(of: self), rule.error != error || rule.status != reply.status
    else { return nil }
    let status = rule.status == reply.status ? "" : "\(rule.status) "
    return "\(rule.source) has \(status)\(rule.error) for this."
  }
}

/// The error that a standard names for a refusal (the last table of the reference page).
struct StandardsError: Hashable, Sendable {
  var status: Int
  var error: String
  var source: String

  init?(of check: Check) {
    switch check.id {
    case .audience, .consent, .targetEnabled, .permission, .standardAudience,
      .standardTargetEnabled, .standardAvailable:
      self.init(400, "invalid_target", "RFC 8693 section 2.2.2")
    case .subjectToken, .standardVerified, .subjectTokenPresent, .parseable, .subjectTokenType,
      .selfHolder, .selfAudience, .holder, .standardWithinAudience, .issuer:
      // Not acceptable to the server by its policy.
      self.init(400, "invalid_request", "RFC 8693 section 2.2.2")
    case .client:
      self.init(401, "invalid_client", "RFC 6749 section 5.2")
    default: return nil
    }
  }

  private init(_ status: Int, _ error: String, _ source: String) {
    (self.status, self.error, self.source) = (status, error, source)
  }
}
