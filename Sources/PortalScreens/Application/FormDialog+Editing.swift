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
    let fields = registrationFields(page: 0).map { field in
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
    return FormDialog(
      purpose: .registrationEdited(registration.application),
      fields: fields + [.button(.submit, "Submit")])
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
        ownerField(identity),
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
