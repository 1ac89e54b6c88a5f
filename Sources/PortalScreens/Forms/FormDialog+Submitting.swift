import PortalModel

extension FormDialog {
  /// The command that the form stands for, if every field is right.
  var command: PortalCommand? {
    guard firstProblem == nil else { return nil }
    switch purpose {
    case .application:
      guard let id = try? ApplicationIdentifier(text(.identifier)) else { return nil }
      return .registerApplication(
        ApplicationForm(
          id: id, name: text(.name), homePage: text(.homePage), description: text(.description),
          category: Application.Category.allCases[self[.category]?.choice ?? 0],
          administrators: self[.administrators].flatMap { try? GroupIdentifier($0.text) },
          registration: ssoProtocol == .oidc ? registrationForm : nil,
          saml: ssoProtocol == .saml ? samlTyped : nil))
    case .registration(let id, _, _):
      return ssoProtocol == .saml
        ? .registerSAML(id, samlTyped) : .registerOIDC(id, registrationForm)
    case .samlEdited(let id): return .editSAML(id, samlTyped)
    case .applicationDetails(let id): return .editApplication(id, detailsTyped)
    case .registrationEdited(let id): return .editRegistration(id, registrationForm)
    case .advanced(let id, let old): return .configureClient(id, settingsTyped(old))
    case .identityEdited(let old): return identityTyped(old).map(PortalCommand.editIdentity)
    case .groupEdited: return groupTyped.map(PortalCommand.editGroup)
    case .identity: return identityTyped.map(PortalCommand.createIdentity)
    case .group: return groupTyped.map(PortalCommand.createGroup)
    case .role(let application, let editing):
      guard let id = try? RoleIdentifier(text(.roleIdentifier)) else { return nil }
      let role = Role(
        application: application, id: id, name: text(.roleName),
        description: text(.roleDescription), required: self[.required]?.isOn == true,
        multifactor: self[.multifactor]?.isOn == true,
        appliesToAll: self[.appliesToAll]?.isOn == true,
        minimumLevel: LevelOfAssurance(rawValue: self[.level]?.choice ?? 0) ?? .any)
      return editing ? .editRole(role) : .defineRole(role)
    }
  }

  private var registrationForm: RegistrationForm {
    let kind: ClientKind =
      self[.cannotStoreSecret]?.isOn == true
      ? .public
      : self[.ownTokens]?.isOn == true ? .confidentialWithClientCredentials : .confidential
    var addresses: [RedirectURI] = []
    if case .addresses(let list, _) = self[.redirectURIs]?.kind { addresses = list }
    return RegistrationForm(kind: kind, redirectURIs: addresses, baseURL: text(.baseURL))
  }

  /// Sends the form, or goes to the first field that is wrong.
  mutating func submit(as actor: IdentityIdentifier) -> [Step] {
    guard !isSending else { return [] }
    if let steps = goToUnseenPage() { return steps }
    for field in fields { touched.insert(field.id) }
    addTypedAddress()
    guard let command else {
      if let bad = firstProblem { focus(on: bad.id) }
      return [
        .say(
          Message(
            kind: .refused,
            text: firstProblem.map { "\($0.label): \(problem(of: $0) ?? "")" } ?? ""))
      ]
    }
    isSending = true
    return [.effect(.perform(command, as: actor))]
  }

  /// Where the page in view is right and the next one, which has to be filled in, was never seen: goes
  /// there, instead of finding fault with it.
  private mutating func goToUnseenPage() -> [Step]? {
    guard page == 0, let problem = firstProblem, problem.page == 1,
      !fields.contains(where: { $0.page == 1 && touched.contains($0.id) })
    else { return nil }
    for field in fields where field.page == 0 { touched.insert(field.id) }
    turn(to: 1)
    return [.note("One more step before it is sent: the SSO registration")]
  }

  /// Takes a rule's no: beside its field where it is about one.
  mutating func take(_ refusal: Refusal) {
    isSending = false
    guard let id = field(of: refusal) else { return }
    refused[id] = refusal.explanation.what
    touched.insert(id)
    focus(on: id)
  }

  private func field(of refusal: Refusal) -> FormField.ID? {
    switch refusal {
    case .applicationExists: .identifier
    case .identifierIsLogin: self[.login] == nil ? .identifier : .login
    case .identityExists, .applicationIdentityIsMade: .login
    case .groupExists: .groupIdentifier
    case .applicationNameTaken: .name
    case .roleExists: .roleIdentifier
    case .unknownGroup: .administrators
    case .redirectURIMissing, .redirectURITwice: .redirectURIs
    case .baseURLMissing: .baseURL
    case .entityTaken: .entityID
    case .badCertificate: .certificate
    case .fieldEmpty(let field), .fieldTooLong(let field, _), .badAddress(let field, _):
      switch field {
      case .applicationName: .name
      case .applicationDescription: .description
      case .homePage: .homePage
      case .redirectURI: .redirectURIs
      case .baseURL: .baseURL
      case .roleName: .roleName
      case .roleDescription: .roleDescription
      case .personal: self[.displayName] == nil ? .givenName : .displayName
      case .scope: .setting(.defaultScopes)
      case .audience: .setting(.extraAudiences)
      case .webOrigin: .setting(.webOrigins)
      case .entityID: .entityID
      case .consumerURL: .consumerURL
      case .certificate: .certificate
      case .justification, .reason: nil
      }
    default: nil
    }
  }
}
