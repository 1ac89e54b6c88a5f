import PortalModel

extension TokenService {
  /// Judges a request to the authorization endpoint: shows the sign-in page, sends the browser back
  /// with a code where its cookie has signed it on already, or says what is wrong.
  ///
  /// - Throws: ``TokenError``, or what the store throws. A refusal is an answer, not an error.
  public func authorize(
    _ request: AuthorizationRequest, at now: Instant
  ) async throws -> AuthorizationAnswer {
    AuthorizationAnswer(
      outcome: .errorPage(status: 400, sentence: "Invalid Request"), verdict: Verdict())
  }

  /// Takes what somebody chose on the sign-in page, judges the same request again, begins a session
  /// and sends the browser back with a code; or shows the page again, or an error page.
  ///
  /// - Throws: As ``authorize(_:at:)``.
  public func completeSignIn(
    _ request: AuthorizationRequest, as choice: SignInChoice, at now: Instant
  ) async throws -> AuthorizationAnswer {
    try await authorize(request, at: now)
  }

  /// Looks a user code up for the device page; case, blanks and dashes do not matter.
  ///
  /// - Throws: As ``authorize(_:at:)``.
  public func device(userCode: String, at now: Instant) async throws -> DeviceAnswer {
    DeviceAnswer(
      outcome: .unknownCode(sentence: "Invalid code, please try again."), verdict: Verdict())
  }

  /// Approves a device as somebody who signs in, or denies it.
  ///
  /// - Parameters:
  ///   - userCode: The code as it was typed.
  ///   - choice: Who approves; `nil` denies.
  ///   - now: When.
  /// - Throws: As ``authorize(_:at:)``.
  public func decideDevice(
    userCode: String, approvedBy choice: SignInChoice?, at now: Instant
  ) async throws -> DeviceAnswer {
    try await device(userCode: userCode, at: now)
  }

  /// Logs out: a program with its refresh token, a browser with an ID token or its cookie (§15).
  ///
  /// - Parameters:
  ///   - request: The form, or the query of a GET.
  ///   - cookie: The browser's sign-on cookie.
  ///   - now: When.
  /// - Throws: As ``authorize(_:at:)``.
  public func logOut(
    _ request: TokenRequest, cookie: String? = nil, at now: Instant
  ) async throws -> LogoutAnswer {
    LogoutAnswer(outcome: .confirmPage, verdict: Verdict())
  }
}
