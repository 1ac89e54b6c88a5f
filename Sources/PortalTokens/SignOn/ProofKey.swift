import PortalModel

/// What a client proves later that it is the one that asked (PKCE, RFC 7636): a code's or a device's.
public struct ProofKey: Hashable, Sendable {
  /// `code_challenge`: the verifier itself, or its SHA-256.
  public var challenge: String
  /// `code_challenge_method`: `S256`, or `plain`.
  public var method: String

  /// Makes a proof key.
  public init(challenge: String, method: String) {
    self.challenge = challenge
    self.method = method
  }

  /// A6, and where a device starts (RFC 7636 §4.3); `plain` where no method is named.
  static func judge(_ parameter: (String) -> String?) -> Ruling<ProofKey?> {
    let method = parameter("code_challenge_method")
    func refused(
      _ problem: SignOnFinding.ChallengeProblem, _ description: String
    ) -> Ruling<ProofKey?> {
      .refused(
        .signOn(.challenge(problem)),
        Reply(status: 400, error: "invalid_request", description: description),
        [.request(.remove(["code_challenge", "code_challenge_method"]))])
    }
    guard let text = parameter("code_challenge") else {
      return method == nil
        ? .passed(nil, .notApplicable) : refused(.missing, "Missing parameter: code_challenge")
    }
    guard method == nil || method == "S256" || method == "plain" else {
      return refused(.method, "Invalid parameter: code_challenge_method")
    }
    guard isWellFormed(text) else {
      return refused(.malformed, "Invalid parameter: code_challenge")
    }
    return .passed(ProofKey(challenge: text, method: method ?? "plain"), .fine)
  }

  /// 43 to 128 of the unreserved characters (RFC 7636 §4.1, §4.2).
  static func isWellFormed(_ text: String) -> Bool {
    (43...128).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        Character(Unicode.Scalar($0)).isLetter && $0 < 128 || (48...57).contains($0)
          || "-._~".utf8.contains($0)
      }
  }
}

/// PKCE at the token endpoint (RFC 7636 §4.5, §4.6): that `code_verifier` fits what was promised.
struct Verifier {
  /// What was promised; `nil` where nothing was.
  var key: ProofKey?
  /// What to do where it does not fit.
  var again: Repair

  func judge(_ request: TokenRequest) -> Ruling<Void> {
    let sent = request["code_verifier"]
    guard let key else {
      return sent == nil
        ? .passed(.notApplicable)
        : refused(
          .unexpected, "PKCE code verifier specified but challenge not present in authorization")
    }
    guard let sent else { return refused(.missing, "PKCE code verifier not specified") }
    guard ProofKey.isWellFormed(sent) else {
      return refused(.malformed, "PKCE verification failed: Invalid code verifier")
    }
    let made = key.method == "S256" ? Digests.digest(of: sent) : sent
    return equalInConstantTime(made, key.challenge)
      ? .passed(.fine) : refused(.mismatch, "PKCE verification failed: Code mismatch")
  }

  private func refused(
    _ problem: SignOnFinding.VerifierProblem, _ description: String
  ) -> Ruling<Void> {
    .refused(.signOn(.verifier(problem)), .invalidGrant(description), [again])
  }
}
