import PortalModel

extension Samples {
  static let steps: [Finding.PermissionStep] = [
    .resourceMissing, .noPolicy, .notThisRequester, .granted,
  ]

  /// Findings that the named checks can come out with, failures and passes alike.
  static let findings: [Finding] =
    plainFindings
    + rounds.flatMap { round in
      steps.map { Finding.permission(direction, $0, newest: round, target: managers) }
    } + signOnFindings.map { Finding.signOn($0) }

  private static let plainFindings: [Finding] =
    [
      .fine, .method("GET"), .contentType(nil), .contentType("application/json"),
      .parameterMissing("grant_type"), .parameterMissing("subject_token"),
      .parameter("requested_subject", value: "bob"),
      .grantTypeUnknown("urn:x", meant: nil), .grantTypeUnknown("urn:x", meant: "urn:y"),
      .duplicated(["audience", "scope"]), .client(front, .public), .clientMissing(badHeader: true),
      .clientMissing(badHeader: false), .clientUnknown("fornt"),
      .clientProtocol(front),
      .clientDisabled(front, blocked: true), .clientDisabled(front, blocked: false),
      .secretMissing(back), .secretWrong(back), .secretNotKept(back),
      .subjectToken(subject: jdoe, holder: front, expires: now.advanced(seconds: 1150)),
      .tokenMalformed, .tokenType("ID"), .tokenType(nil),
      .tokenIssuer(found: "http://x", expected: "http://y"), .tokenSignature(.wrong),
      .tokenSignature(.unknownKey("k")), .tokenSignature(.algorithm("none")),
      .tokenExpired(at: now.advanced(seconds: -60), now: now),
      .tokenNotYetValid(from: now.advanced(seconds: 60), now: now), .tokenRevoked(jti: "1"),
      .tokenStale(issued: now, notBefore: now), .tokenUser("jdoe", disabled: true),
      .tokenUser(nil, disabled: false), .tokenSession("s", ended: .unknown),
      .tokenSession("s", ended: .loggedOut), .tokenSession("s", ended: .idle),
      .tokenSession(nil, ended: .expired), .tokenClient("front-end-app", disabled: true),
      .tokenClient(nil, disabled: false), .tokenClientSession(front), .requestedType(nil),
      .requestedType("urn:z"), .target(back, isSelf: false, unused: []),
      .target(front, isSelf: true, unused: []), .target(back, isSelf: false, unused: [front]),
      .targetDefaulted(front), .grantTypeUnknown("refresh_token", meant: "refresh_token"),
      .audienceUnknown("back", nearest: [back]), .audienceUnknown("", nearest: []),
      .audienceNotRegistered(back), .targetSetting(back), .targetBlocked(back),
      .holder(front, requester: front), .holder(front, requester: back),
      .audience(["front-end-app"], requester: back), .notApplicable, .notRegistered(back),
      .identity(jdoe, disabled: true), .identity(jdoe, disabled: false),
      .requiredRolesMissing(roleFindings),
    ]

  static let commands: [PortalCommand] = [
    .registerApplication(ApplicationForm(id: back, name: "Back")), .deleteApplication(back),
    .blockApplication(back, blocked: true), .blockApplication(back, blocked: false),
    .registerOIDC(back, RegistrationForm(kind: .public, redirectURIs: [uri])),
    .editRegistration(back, RegistrationForm(kind: .confidential, redirectURIs: [uri])),
    .configureClient(back, ClientSettings()), .regenerateSecret(back), .deleteRegistration(back),
    .defineRole(Role(application: back, id: role, name: "User")),
    .editRole(Role(application: back, id: role, name: "User")), .deleteRole(back, role),
    .linkGroup(link), .unlinkGroup(link), .requestExchange(direction, justification: "please"),
    .withdrawExchange(direction), .approveExchange(direction),
    .rejectExchange(direction, reason: "no"), .grantExchange(direction),
    .revokeExchange(direction, reason: ""), .createIdentity(Identity(id: jdoe, kind: .guest)),
    .enableIdentity(jdoe, enabled: true), .enableIdentity(jdoe, enabled: false),
    .createGroup(Group(id: users, displayName: "Users")),
    .addMember(.identity(jdoe), to: users), .removeMember(.group(staff), from: users),
    .addMembers([.identity(jdoe), .group(staff)], to: users),
    .addMembers([], to: users), .removeMembers([.identity(jdoe)], from: users),
    .removeMembers(Array(repeating: .identity(jdoe), count: 9), from: users),
    .registerSAML(back, SAMLForm(entityID: "https://sp", consumerURL: "https://sp/acs")),
    .editSAML(back, SAMLForm(entityID: "https://sp", consumerURL: "https://sp/acs")),
    .deleteSAML(back),
    .editApplication(back, ApplicationDetails(name: "Back")), .offerOwnership(back, to: jdoe),
    .acceptOwnership(back), .declineOwnership(back), .withdrawOwnership(back),
    .editIdentity(Identity(id: jdoe, kind: .guest)), .departIdentity(jdoe), .deleteIdentity(jdoe),
    .editGroup(Group(id: users, displayName: "Users")), .deleteGroup(users),
    .loadScenario(ScenarioScript(name: "story", steps: [])),
  ]

  static let requestChanges: [Repair.RequestChange] = [
    .set([Repair.Parameter(name: "audience", value: "back-end-api")]), .remove(["scope"]),
    .sendOnce(["audience"]), .postForm, .authenticate(back), .callAs(front),
    .signInAgain(nil, to: nil), .signInAgain(jdoe, to: nil), .signInAgain(nil, to: front),
    .signInAgain(jdoe, to: front), .restartSignIn(front), .restartDevice(front),
    .exchangeToken(toward: back), .sendBearer, .approveDevice, .wait(seconds: 5),
  ]
}
