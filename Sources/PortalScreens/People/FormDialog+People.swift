import PortalModel
import TerminalKit

extension FormDialog {
  /// The kinds of account that people add; applications' own identities come with them.
  static let accountKinds = AccountKind.allCases.filter { $0 != .application }

  /// "Add an identity".
  static func identity() -> FormDialog {
    FormDialog(
      purpose: .identity,
      fields: [
        .text(.login, "Login*", placeholder: "cern_upn, such as jdoe or 1234@google", limit: 64),
        FormField(
          id: .accountKind, label: "Account",
          kind: .choice(accountKinds.map(\.label), selected: 0)),
        ownerField(nil),
      ] + personalFields(nil) + [.button(.submit, "Submit")])
  }

  /// "Add a group".
  static func group() -> FormDialog {
    FormDialog(
      purpose: .group,
      fields: [
        .text(.groupIdentifier, "Group Identifier*", placeholder: "such as it-staff", limit: 64),
        .text(.displayName, "Display Name*", placeholder: "The name shown to people"),
        .text(.groupDescription, "Description", limit: FieldLimit.text),
        .button(.submit, "Submit"),
      ])
  }

  /// Whose account it is.
  static func ownerField(_ identity: Identity?) -> FormField {
    FormField(
      id: .accountOwner, label: "Belongs to",
      kind: .reference(identity?.owner?.text, .identity))
  }

  static func personalFields(_ identity: Identity?) -> [FormField] {
    let languages = Identity.Language.allCases
    return [
      .text(.givenName, "Given Name", identity?.givenName ?? ""),
      .text(.familyName, "Family Name", identity?.familyName ?? ""),
      .text(.email, "E-mail", identity?.email ?? "", placeholder: "jane.doe@cern.ch"),
      .text(
        .personID, "Person ID", identity?.personID.map(String.init) ?? "",
        placeholder: "CERN's number of the person", limit: 12),
      FormField(
        id: .language, label: "Preferred Language",
        kind: .choice(
          languages.map(\.rawValue),
          selected: identity.flatMap { languages.firstIndex(of: $0.language) } ?? 0)),
      .text(
        .orcid, "ORCID iD", identity?.orcid ?? "", placeholder: "0000-0002-1825-0097", limit: 19),
      FormField(
        id: .secondFactor, label: "A second factor is set up",
        kind: .check(identity?.hasSecondFactor ?? false)),
    ]
  }

  /// The identity that the fields describe; `nil` where one is wrong.
  var identityTyped: Identity? {
    guard let id = try? IdentityIdentifier(text(.login)) else { return nil }
    let personID = text(.personID)
    var identity = Identity(
      id: id, kind: Self.accountKinds[self[.accountKind]?.choice ?? 0],
      givenName: text(.givenName), familyName: text(.familyName), email: text(.email),
      personID: personID.isEmpty ? nil : Int(personID),
      language: Identity.Language.allCases[self[.language]?.choice ?? 0],
      hasSecondFactor: self[.secondFactor]?.isOn == true)
    identity.owner = self[.accountOwner].flatMap { try? IdentityIdentifier($0.text) }
    identity.orcid = text(.orcid)
    return identity
  }

  /// The group that the fields describe; `nil` where one is wrong.
  var groupTyped: Group? {
    guard let id = try? GroupIdentifier(text(.groupIdentifier)) else { return nil }
    return Group(id: id, displayName: text(.displayName), description: text(.groupDescription))
  }

  /// What is wrong with a field about people or groups.
  func peopleProblem(of field: FormField) -> String? {
    let text = field.text
    switch field.id {
    case .login: return field.isFixed ? nil : IdentifierKind.identity.hint(for: text)
    case .groupIdentifier: return field.isFixed ? nil : IdentifierKind.group.hint(for: text)
    case .displayName:
      return text.allSatisfy(\.isWhitespace) ? "Required: a name shown to people" : nil
    case .personID:
      return text.isEmpty || Int(text).map { $0 > 0 } == true ? nil : "A number, or nothing"
    case .orcid: return ORCID.isWellFormed(text) ? nil : "As 0000-0002-1825-0097, or nothing"
    default: return nil
    }
  }

  /// What is to be known of a field about people or groups.
  func peopleRemark(on field: FormField) -> String? {
    switch field.id {
    case .login: "Permanent; the sub of every token. No application may have it as identifier"
    case .accountKind:
      "\(keyName(.formToggle)) changes it. Signs in with level \(Self.accountKinds[field.choice].defaultLevel.label)"
    case .personID: "Only people known to CERN's HR have one; secondary accounts have none"
    case .language: "\(keyName(.formToggle)) changes it; in tokens as cern_preferred_language"
    case .secondFactor: "Used at sign-in where nothing else is said"
    case .accountOwner:
      "For a secondary or service account: the person's primary one; \(keyName(.formPress)) chooses"
    case .orcid: "In tokens as eduperson_orcid, where one is linked"
    case .groupIdentifier: "Permanent; what roles are linked to"
    default: nil
    }
  }
}
