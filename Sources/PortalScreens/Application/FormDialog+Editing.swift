import PortalModel
import TerminalKit

extension FormDialog {
  /// "Application details" of one that exists; the identifier never changes.
  static func application(editing application: Application) -> FormDialog {
    let categories = Application.Category.allCases
    return FormDialog(
      purpose: .applicationDetails(application.id),
      fields: [
        FormField(
          id: .identifier, label: "Application Identifier", kind: .fixed(application.id.text)),
        .text(.name, "Name*", application.name, placeholder: "Human readable display name"),
        .text(
          .homePage, "Home Page", application.homePage,
          placeholder: "Home Page e.g. https://myapp.cern.ch", limit: 2_000),
        .text(.description, "Description", application.description, limit: FieldLimit.text),
        FormField(
          id: .category, label: "Category",
          kind: .choice(
            categories.map(\.label), selected: categories.firstIndex(of: application.category) ?? 0)
        ),
        FormField(
          id: .administrators, label: "Administrator Group",
          kind: .reference(application.administrators?.text, .group)),
        .button(.submit, "Submit"),
      ])
  }

  /// The registration's form, filled with what is registered.
  static func registration(editing registration: Registration) -> FormDialog {
    var form = FormDialog.registration(of: registration.application, homePage: "")
    form.purpose = .registrationEdited(registration.application)
    form.fields = form.fields.map { field in
      var field = field
      switch field.id {
      case .redirectURIs:
        field.kind = .addresses(registration.redirectURIs, LineEditor(limit: 2_000))
      case .baseURL:
        field.kind = .text(
          LineEditor(text: registration.baseURL, limit: 2_000), placeholder: "https://…")
      case .cannotStoreSecret: field.kind = .check(registration.kind == .public)
      case .ownTokens: field.kind = .check(registration.kind == .confidentialWithClientCredentials)
      default: break
      }
      return field
    }
    return FormDialog(purpose: form.purpose, fields: form.fields)
  }

  /// "Advanced": what the service keeps for the client beyond the portal's form.
  static func advanced(_ id: ApplicationIdentifier, _ settings: ClientSettings) -> FormDialog {
    FormDialog(
      purpose: .advanced(id, settings),
      fields: [
        check(.enabled, "Enabled", settings.enabled),
        check(.consentRequired, "User consent required", settings.consentRequired),
        check(.fullScope, "Full scope allowed", settings.fullScopeAllowed),
        check(.ownAudience, "Own client ID in the audience", settings.ownAudience),
        check(.refreshTokens, "Use refresh tokens", settings.useRefreshTokens),
        .text(
          .lifetime, "Access token lifetime (s)",
          settings.accessTokenLifetime.map(String.init) ?? "", placeholder: "the realm's 1200",
          limit: 6),
        .text(
          .defaultScopes, "Default scopes", settings.defaultScopes.joined(separator: " "),
          limit: 400),
        .text(
          .optionalScopes, "Optional scopes", settings.optionalScopes.joined(separator: " "),
          limit: 400),
        .button(.submit, "Submit"),
      ])
  }

  private static func check(_ id: FormField.ID, _ label: String, _ isOn: Bool) -> FormField {
    FormField(id: id, label: label, kind: .check(isOn))
  }

  /// Somebody's account as it is; the login never changes.
  static func identity(editing identity: Identity) -> FormDialog {
    FormDialog(
      purpose: .identityEdited(identity),
      fields: [
        FormField(id: .login, label: "Login", kind: .fixed(identity.id.text)),
        FormField(
          id: .accountKind, label: "Account",
          kind: .choice(
            accountKinds.map(\.label), selected: accountKinds.firstIndex(of: identity.kind) ?? 0)),
        FormField(
          id: .supervisor, label: "Supervisor",
          kind: .reference(identity.supervisor?.text, .identity)),
      ] + personalFields(identity) + [.button(.submit, "Submit")])
  }

  /// A group as it is; the identifier never changes.
  static func group(editing group: Group) -> FormDialog {
    FormDialog(
      purpose: .groupEdited,
      fields: [
        FormField(id: .groupIdentifier, label: "Group Identifier", kind: .fixed(group.id.text)),
        .text(.displayName, "Display Name*", group.displayName),
        .text(.groupDescription, "Description", group.description, limit: FieldLimit.text),
        .button(.submit, "Submit"),
      ])
  }
}
