/// The checks by the ids of the reference page `token-exchange.md`.
public enum CheckIdentifier: String, CaseIterable, Codable, Sendable {
  /// §2: the method is POST.
  case method = "E1"
  /// §2: the body is form-encoded.
  case contentType = "E2"
  /// §2: `grant_type` is there.
  case grantType = "E5"
  /// §2: `grant_type` is known.
  case knownGrantType = "E6"
  /// §2: no parameter is sent twice.
  case duplicates = "E9"
  /// §3: the client is known, enabled, and proves itself. The finding tells C1 to C10 apart.
  case client = "E7"
  /// §4.2: a subject token was sent at all. A deliberate difference: see §19 item 4.
  case subjectTokenPresent = "X0"
  /// §4: the subject token is of this issuer.
  case issuer = "X1"
  /// §4: a `jwt` subject token can be parsed.
  case parseable = "X2"
  /// §4: the subject token type is the access token's.
  case subjectTokenType = "X3"
  /// §4.1: the subject token verifies. The finding tells X4a to X4k apart.
  case subjectToken = "X4"
  /// §9: no `requested_subject`.
  case requestedSubject = "X5"
  /// §9: no `requested_issuer`.
  case requestedIssuer = "X6"
  /// §6: the requested token type is supported.
  case requestedTokenType = "X7"
  /// §4: every audience is a client.
  case audience = "X8"
  /// §4: the target needs no consent.
  case consent = "X9"
  /// §4: the target is enabled.
  case targetEnabled = "X10"
  /// §4: a public requester that is its own target holds the token.
  case selfHolder = "X11"
  /// §4: a confidential requester that is its own target is in the token's audience.
  case selfAudience = "X12"
  /// §4: a public requester holds the token.
  case holder = "X13"
  /// §5: the requester is permitted by the target.
  case permission = "X14"
  /// Sign-in, before any exchange: the client can be signed in to (invented id).
  case signInClient = "L1"
  /// Sign-in: the identity may sign in (invented id).
  case signInIdentity = "L2"
  /// Sign-in: the identity has the roles that the application requires (portal page "Roles";
  /// invented id).
  case signInRoles = "L3"

  // The authorization endpoint (invented ids; Keycloak's checks in Keycloak's order).

  /// `client_id` names a client that may be used.
  case authorizationClient = "A1"
  /// `redirect_uri` is one of the client's (RFC 6749 §3.1.2.3).
  case redirectURI = "A2"
  /// `response_type` is one that exists.
  case responseType = "A3"
  /// `response_mode` is one that the response type may travel by.
  case responseMode = "A4"
  /// The flow of the response type is on: implicit and hybrid flows are off.
  case responseFlow = "A8"
  /// No parameter is sent twice.
  case authorizationDuplicates = "A5"
  /// PKCE's challenge is well-formed (RFC 7636 §4.3).
  case challenge = "A6"
  /// With `prompt=none` somebody is signed on already.
  case prompt = "A7"
  /// Beside the exchange: every scope asked for is one of the client's.
  case scopes = "E10"

  // The authorization code at the token endpoint (RFC 6749 §4.1.3; invented ids).

  /// A code was sent.
  case codePresent = "G1"
  /// The code is known, was not used, and its login has not been ended.
  case code = "G2"
  /// The code is not older than a minute.
  case codeAge = "G3"
  /// The code's client takes part in the login still; its user exists and is enabled.
  case codeUser = "G4"
  /// The redirect URI is the one the code was sent to.
  case codeRedirectURI = "G5"
  /// The client is the one the code was issued to.
  case codeClient = "G6"
  /// The login has not run out.
  case codeSession = "G7"
  /// PKCE's verifier fits the challenge (RFC 7636 §4.6).
  case codeVerifier = "G8"

  // Refreshing (§12; ids invented).

  /// A refresh token was sent.
  case refreshPresent = "F1"
  /// It is a refresh token, signed by this realm.
  case refreshGenuine = "F2"
  /// It has not expired.
  case refreshTime = "F3"
  /// It is of this issuer.
  case refreshIssuer = "F4"
  /// The client is the one that it was issued to.
  case refreshClient = "F5"
  /// Its user exists and is enabled.
  case refreshUser = "F6"
  /// Its session is live.
  case refreshSession = "F7"
  /// The client takes part in the session.
  case refreshClientSession = "F8"
  /// It is no older than the not-before marks.
  case refreshStale = "F9"
  /// The scope asked for is within the token's.
  case refreshScope = "F10"
  /// It was not used more often than the realm allows.
  case refreshReuse = "F11"

  // Client credentials and API access (`portal.md` §5.5; ids invented).

  /// The client may get tokens of its own.
  case serviceAccount = "M1"
  /// Its application identity exists and is enabled.
  case serviceIdentity = "M2"
  /// API access: an audience was sent.
  case apiAudience = "M3"

  // Devices (RFC 8628; ids invented).

  /// The client may use the device grant.
  case deviceAllowed = "D0"
  /// A device code was sent.
  case deviceCodePresent = "D1"
  /// The device code is known, unused, and this client's.
  case deviceCode = "D2"
  /// The device code has not expired.
  case deviceAge = "D3"
  /// The device does not ask more often than it may.
  case devicePace = "D4"
  /// The user has not said no.
  case deviceDenied = "D5"
  /// The user has said yes.
  case devicePending = "D6"
  /// The login that the user said yes with has not been ended.
  case deviceLogin = "D10"
  /// The user that said yes still may.
  case deviceUser = "D7"
  /// The login that the user said yes with has not run out.
  case deviceSession = "D8"
  /// The code typed on the device page is known and waits.
  case userCode = "D9"

  // Password (RFC 6749 §4.3; ids invented).

  /// The client's registration allows the grant.
  case passwordAllowed = "P1"
  /// The client's users need not consent, which nobody could be asked for here.
  case passwordConsent = "P4"
  /// The password is right.
  case passwordRight = "P2"
  /// The login is that of an account, which is enabled.
  case passwordAccount = "P3"

  // Introspection (§13; ids invented).

  /// The caller proves itself.
  case introspectionClient = "I1"
  /// The caller is confidential.
  case introspectionAllowed = "I2"
  /// A token was sent.
  case introspectionToken = "I3"
  /// The type hinted at is known.
  case introspectionHint = "I4"
  /// The token is active.
  case introspectionActive = "I5"

  // Userinfo (§14; ids invented).

  /// The token was sent in one way only.
  case userInfoOnce = "U1"
  /// A token was sent.
  case userInfoToken = "U2"
  /// The token verifies.
  case userInfoVerified = "U3"
  /// The token has the scope `openid`.
  case userInfoScope = "U4"

  // Revocation (§15; ids invented).

  /// A token was sent.
  case revocationToken = "V1"
  /// The token is one of this realm, and live.
  case revocationGenuine = "V2"
  /// It is an access or refresh token.
  case revocationType = "V3"
  /// It was issued to the client that asks.
  case revocationClient = "V4"

  // Logout (§15; ids invented).

  /// A refresh token was sent.
  case logoutPresent = "O1"
  /// It is a refresh token of this realm.
  case logoutGenuine = "O2"
  /// It was issued to the client that asks.
  case logoutClient = "O3"
  /// `id_token_hint` is an ID token of this realm.
  case logoutHint = "O4"
  /// `post_logout_redirect_uri` is one of the client's.
  case logoutRedirectURI = "O5"

  // A simulated application's API (R57, R61; ids invented).

  /// There is such an application.
  case resource = "W1"
  /// A bearer token was sent.
  case resourceToken = "W2"
  /// It is an access token, as far as it can be read.
  case resourceType = "W3"
  /// Its signature is the issuer's.
  case resourceSignature = "W4"
  /// Its issuer is the one that the application trusts.
  case resourceIssuer = "W5"
  /// The application is in its audience.
  case resourceAudience = "W6"
  /// It counts now.
  case resourceTime = "W7"
  /// It carries a role of the application.
  case resourceRole = "W8"

  // The standard exchange (§11).

  /// No `requested_subject`.
  case standardRequestedSubject = "S1"
  /// No `requested_issuer`.
  case standardRequestedIssuer = "S2"
  /// No `subject_issuer`.
  case standardSubjectIssuer = "S3"
  /// The requester's switch is on.
  case standardEnabled = "S4"
  /// A subject token was sent.
  case standardSubjectToken = "S5"
  /// Its type was sent.
  case standardSubjectTokenType = "S6"
  /// Its type is the access token's.
  case standardAccessToken = "S7"
  /// It verifies.
  case standardVerified = "S9"
  /// The type asked for is supported.
  case standardRequestedType = "S11"
  /// Every audience is a client.
  case standardAudience = "S12"
  /// The requester is confidential.
  case standardConfidential = "S13"
  /// Every target is enabled.
  case standardTargetEnabled = "S14"
  /// The requester is holder of the token, or in its audience.
  case standardWithinAudience = "S15"
  /// The scope asked for is one of the requester's.
  case standardScope = "S16"
  /// For a refresh token: the session is an ordinary one.
  case standardSession = "S17"
  /// For a refresh token: no `offline_access`.
  case standardOffline = "S18"
  /// The requester needs no consent.
  case standardConsent = "S19"
  /// Every audience is in the token that would be built.
  case standardAvailable = "S20"
}
