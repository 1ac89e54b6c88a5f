extension Check {
  /// The reason for a refusal in one word, finer than the check's id where the reference page tells
  /// cases apart: `X4e`, `C5`, `X14-not_this_requester`. The id itself elsewhere.
  public var reason: String { found?.subReason(of: id) ?? id.rawValue }
}

extension Finding {
  fileprivate func subReason(of check: CheckIdentifier) -> String? {
    switch check {
    case .subjectToken: subjectTokenReason
    case .client: clientReason
    case .permission: permissionReason
    default: nil
    }
  }

  /// X4a to X4k (§4.1).
  private var subjectTokenReason: String? {
    switch self {
    case .tokenMalformed: "X4a"
    case .tokenType: "X4b"
    case .tokenIssuer: "X4c"
    case .tokenSignature: "X4d"
    case .tokenExpired, .tokenNotYetValid: "X4e"
    case .tokenRevoked: "X4f"
    case .tokenStale: "X4g"
    case .tokenUser: "X4h"
    case .tokenSession: "X4i"
    case .tokenClient: "X4j"
    case .tokenClientSession: "X4k"
    default: nil
    }
  }

  /// C1 to C9 (§3).
  private var clientReason: String? {
    switch self {
    case .clientMissing(let badHeader): badHeader ? "C9" : "C1"
    case .clientUnknown: "C2"
    case .clientDisabled: "C3"
    case .secretMissing: "C4"
    case .secretWrong: "C5"
    default: nil
    }
  }

  private var permissionReason: String? {
    if case .permission(_, let step, _, _) = self { "X14-\(step.rawValue)" } else { nil }
  }
}
