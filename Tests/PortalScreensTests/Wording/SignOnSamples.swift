import PortalModel

extension Samples {
  static let signOnFindings: [SignOnFinding] =
    [
      .redirectURI(nil, registered: []), .redirectURI("https://a.ch/x", registered: [uri]),
      .responseType("magic"), .implicitFlow("id_token token"),
      .scopes(["admin"], offered: ["openid", "email"]), .loginRequired, .signedOn(jdoe),
      .code(.unknown), .code(.used(at: now)),
      .code(.expired(at: now.advanced(seconds: -5), now: now)),
      .codeRedirectURI(expected: "https://a.ch", sent: nil),
      .codeRedirectURI(expected: "https://a.ch", sent: "https://b.ch"),
      .codeClient(front, sentBy: back), .tokenOf("front-end-app", sentBy: back),
      .tokenOf(nil, sentBy: back), .noServiceAccount(back, isPublic: false),
      .noServiceAccount(front, isPublic: true), .passwordGrantOff(back),
      .deviceGrantOff(back), .passwordWrong("jdoe"),
      .publicCaller(front), .tokenKind("saml"), .openidMissing(["email"]), .openidMissing([]),
      .tokenSentTwice, .tokenNotSent, .applicationUnknown("nowhere"), .noRole([], of: back),
      .noRole(["old"], of: back), .roles([role]), .standardExchangeOff(front),
      .sessionCannotRefresh, .audienceUnavailable([back], of: front),
      .refreshUsed(times: 1, allowed: 0), .refreshUsed(times: 3, allowed: 2),
      .refreshReplaced(at: now.advanced(seconds: -60)),
    ]
    + [.missing, .malformed, .method].map { SignOnFinding.challenge($0) }
    + [.missing, .malformed, .mismatch, .unexpected].map { SignOnFinding.verifier($0) }
    + devices.map { SignOnFinding.device($0) }

  private static let devices: [SignOnFinding.DeviceProblem] = [
    .unknown, .used, .otherClient(back), .expired(at: now.advanced(seconds: -5), now: now),
    .tooFast(interval: 5), .denied, .pending,
  ]
}
