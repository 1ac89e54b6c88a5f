import PortalModel
import TerminalKit

/// A form in front of the screen: "Add an Application", "New CERN SSO Registration", "Add a Role".
struct FormDialog: Hashable, Encodable, Sendable {
  enum Purpose: Hashable, Encodable, Sendable {
    case application
    case registration(ApplicationIdentifier, homePage: String, offered: [SSOProtocol])
    case role(ApplicationIdentifier, editing: Bool)
    case identity
    case group
    case applicationDetails(ApplicationIdentifier)
    case registrationEdited(ApplicationIdentifier)
    case samlEdited(ApplicationIdentifier)
    case advanced(ApplicationIdentifier, ClientSettings)
    case identityEdited(Identity)
    case groupEdited
  }

  var purpose: Purpose
  var fields: [FormField]
  var page = 0
  /// The index of the focused field among all fields.
  var focus = 0
  /// Fields that were left or submitted: their problems are shown without focus too.
  var touched: Set<FormField.ID> = []
  /// A rule's no to what was submitted, beside its field.
  var refused: [FormField.ID: String] = [:]
  var uniqueness = Uniqueness()
  var isSending = false
  /// Letters were typed where none are taken.
  var hasStrayText = false
  /// The fields as they were at first, to tell whether something was typed.
  private var original: [FormField]

  init(purpose: Purpose, fields: [FormField]) {
    self.purpose = purpose
    self.fields = fields
    original = fields
    focus = fields.firstIndex { !$0.isFixed } ?? 0
  }

  var isChanged: Bool { fields != original }

  var title: String {
    switch purpose {
    case .application:
      page == 0 ? "Add an Application" : "Add an Application: New CERN SSO Registration"
    case .registration(let id, _, _): "New CERN SSO Registration for \(id)"
    case .applicationDetails(let id): "Application details of \(id)"
    case .registrationEdited(let id): "SSO Registration of \(id)"
    case .samlEdited(let id): "SAML registration of \(id)"
    case .advanced(let id, _): "Advanced settings of the client \(id)"
    case .identityEdited(let identity): "Account \(identity.id)"
    case .groupEdited: "Group \(text(.groupIdentifier))"
    case .identity: "Add an identity"
    case .group: "Add a group"
    case .role(let id, let editing): editing ? "Edit a role of \(id)" : "Add a Role to \(id)"
    }
  }

  subscript(id: FormField.ID) -> FormField? { fields.first { $0.id == id } }

  func text(_ id: FormField.ID) -> String { self[id]?.text ?? "" }

  var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Whether a field is on the page in view and not put out of use by another.
  func isShown(_ field: FormField) -> Bool {
    guard field.page == page else { return false }
    guard let belonging = Self.belonging(field.id) else { return true }
    return belonging == ssoProtocol
      && (belonging == .oidc || field.id == .metadata || isMetadataFilled)
  }

  /// The two boxes exclude each other: with one ticked the other is greyed out.
  func isGreyedOut(_ field: FormField) -> Bool {
    switch field.id {
    case .cannotStoreSecret: self[.ownTokens]?.isOn == true
    case .ownTokens: self[.cannotStoreSecret]?.isOn == true
    default: false
    }
  }

  mutating func move(by step: Int) {
    if let focused { touched.insert(focused.id) }
    var index = focus
    repeat {
      index = (index + step + fields.count) % fields.count
    } while index != focus && !(isShown(fields[index]) && !fields[index].isFixed)
    focus = index
  }

  mutating func focus(on id: FormField.ID) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    page = fields[index].page
    focus = index
  }

  mutating func turn(to page: Int) {
    self.page = page
    focus = fields.firstIndex { isShown($0) && !$0.isFixed } ?? focus
  }
}

extension FormDialog {
  static func application() -> FormDialog {
    FormDialog(
      purpose: .application,
      fields: [
        .text(
          .identifier, "Application Identifier*",
          placeholder: "String to identify your application, 3 characters minimum", limit: 64),
        .text(.name, "Name*", placeholder: "Human readable display name"),
        .text(
          .homePage, "Home Page", placeholder: "Home Page e.g. https://myapp.cern.ch",
          limit: 2_000),
        .text(
          .description, "Description",
          placeholder: "Brief description of the purpose of your application",
          limit: FieldLimit.text),
        FormField(
          id: .category, label: "Category",
          kind: .choice(Application.Category.allCases.map(\.label), selected: 0)),
        FormField(
          id: .administrators, label: "Administrator Group", kind: .reference(nil, .group)),
        .button(.next, "Next step: SSO Registration"),
        protocolField(page: 1),
      ] + registrationFields(page: 1) + samlFields(page: 1) + [
        .button(.back, "Back to: Application Details", page: 1),
        .button(.submit, "Submit", page: 1),
      ])
  }

  static func role(of id: ApplicationIdentifier) -> FormDialog {
    role(
      Role(
        application: id, id: RoleIdentifier(trusted: ""), name: ""),
      editing: false)
  }

  static func role(editing role: Role) -> FormDialog { self.role(role, editing: true) }

  private static func role(_ role: Role, editing: Bool) -> FormDialog {
    let identifier: FormField =
      editing
      ? FormField(id: .roleIdentifier, label: "Role Identifier", kind: .fixed(role.id.text))
      : .text(
        .roleIdentifier, "Role Identifier*", placeholder: "The string in tokens", limit: 64)
    return FormDialog(
      purpose: .role(role.application, editing: editing),
      fields: [
        identifier,
        .text(.roleName, "Role Name*", role.name, placeholder: "The name shown to people"),
        .text(.roleDescription, "Description", role.description, limit: FieldLimit.text),
        FormField(
          id: .required, label: "This role is required to access my application",
          kind: .check(role.required)),
        FormField(id: .multifactor, label: "Multifactor required", kind: .check(role.multifactor)),
        FormField(
          id: .appliesToAll, label: "This role applies to all authenticated users",
          kind: .check(role.appliesToAll)),
        FormField(
          id: .level, label: "Minimum Level Of Assurance",
          kind: .choice(
            LevelOfAssurance.allCases.map(\.label), selected: role.minimumLevel.rawValue)),
        .button(.submit, "Submit"),
      ])
  }

  static func registrationFields(page: Int) -> [FormField] {
    [
      FormField(
        id: .redirectURIs, label: "Redirect URI(s)*",
        kind: .addresses([], LineEditor(limit: 2_000)), page: page),
      .text(
        .baseURL, "Base URL*", placeholder: "the home page, where there is one", limit: 2_000,
        page: page),
      FormField(
        id: .cannotStoreSecret, label: "My application cannot store a client secret safely",
        kind: .check(false), page: page),
      FormField(
        id: .ownTokens,
        label: "My application will need to get tokens using its own client ID and secret",
        kind: .check(false), page: page),
    ]
  }
}
