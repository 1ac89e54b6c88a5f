import PortalModel

extension FormDialog {
  /// What is wrong with a field, in words; `nil` where nothing is.
  func problem(of field: FormField) -> String? {
    if let said = refused[field.id] ?? collision(of: field) { return said }
    let text = field.text
    switch field.id {
    case .identifier:
      return field.isFixed ? nil : IdentifierKind.application.hint(for: text)
    case .roleIdentifier:
      return field.isFixed ? nil : IdentifierKind.role.hint(for: text)
    case .name, .roleName:
      return text.allSatisfy(\.isWhitespace) ? "Required: a name shown to people" : limit(field)
    case .homePage: return PageAddress.homePageProblem(in: text)?.hint
    case .description, .roleDescription: return limit(field)
    case .redirectURIs: return addressProblem(field)
    case .baseURL: return baseURLProblem(text)
    case .category, .administrators, .registers, .cannotStoreSecret, .ownTokens, .required,
      .multifactor, .appliesToAll, .level, .next, .back, .submit:
      return nil
    case .login, .groupIdentifier, .displayName, .personID, .orcid: return peopleProblem(of: field)
    case .metadata, .entityID, .consumerURL, .certificate: return metadataProblem(of: field)
    case .setting: return advancedProblem(of: field)
    case .accountKind, .language, .secondFactor, .supervisor, .accountOwner: return nil
    case .givenName, .familyName, .email, .groupDescription: return limit(field)
    }
  }

  /// What is to be known of a field that is right.
  func remark(on field: FormField) -> String? {
    if isGreyedOut(field) { return "The two boxes exclude each other" }
    switch (field.id, field.kind) {
    case (.identifier, _): return "Also the OIDC client ID and the audience of its tokens"
    case (.homePage, _): return "Informational; becomes the default of Base URL"
    case (.redirectURIs, .addresses(let list, let editor)):
      if !editor.isEmpty { return editorRemark(editor.text) }
      return list.isEmpty
        ? nil : list.compactMap(\.warning).first ?? "Backspace takes the last one back for editing"
    case (.baseURL, _) where field.text.isEmpty: return "Left empty: the home page"
    case (.cannotStoreSecret, .check(let isOn)):
      return "\(isOn ? "A" : "If ticked: a") public client, without secret"
    case (.ownTokens, .check(let isOn)):
      return "\(isOn ? "Client" : "If ticked: client") credentials, in the application's own name"
    case (.administrators, _): return "Its members manage the application as the owner does"
    case (.category, _), (.level, _), (.registers, _): return "\(keyName(.formToggle)) changes it"
    case (.required, _): return "Whoever lacks it cannot sign in to the application at all"
    case (.multifactor, _): return "Only given when the login used a second factor"
    case (.appliesToAll, _): return "Given whatever groups a user is in"
    default:
      return peopleRemark(on: field) ?? advancedRemark(on: field) ?? metadataRemark(on: field)
    }
  }

  /// The first field that is wrong, on any page.
  var firstProblem: FormField? {
    fields.first { field in
      let belonging = Self.belonging(field.id)
      return (belonging == nil || belonging == ssoProtocol) && problem(of: field) != nil
    }
  }

  /// The home page that an empty base URL stands for.
  private var homePage: String {
    if case .registration(_, let homePage, _) = purpose { homePage } else { text(.homePage) }
  }

  func limit(_ field: FormField) -> String? {
    guard case .text(let editor, _) = field.kind, editor.refusedInput else { return nil }
    return "At most \(editor.limit) characters"
  }

  private func addressProblem(_ field: FormField) -> String? {
    guard case .addresses(let list, let editor) = field.kind else { return nil }
    if editor.isEmpty { return list.isEmpty ? "At least 1 URI is required" : nil }
    if let problem = RedirectURI.problem(in: editor.text) { return problem.hint }
    if list.contains(RedirectURI(trusted: editor.text)) { return "It is in the list already" }
    return "Typed but not added yet: \(keyName(.formPress)) adds it, and so does sending the form"
  }

  private func editorRemark(_ text: String) -> String {
    RedirectURI(trusted: text).warning ?? "\(keyName(.formPress)) adds it"
  }

  private func baseURLProblem(_ text: String) -> String? {
    if text.isEmpty {
      return homePage.isEmpty ? "A Base URL is required" : nil
    }
    return PageAddress.baseURLProblem(in: text)?.hint
  }
}
