import PortalModel
import TerminalKit

/// One field of a form.
struct FormField: Hashable, Encodable, Sendable {
  enum ID: Hashable, Encodable, Sendable {
    case identifier, name, homePage, description, category, administrators
    case registers, redirectURIs, baseURL, cannotStoreSecret, ownTokens
    case metadata, entityID, consumerURL, certificate
    case roleIdentifier, roleName, roleDescription, required, multifactor, appliesToAll, level
    case login, accountKind, givenName, familyName, email, personID, language, secondFactor
    case groupIdentifier, displayName, groupDescription, supervisor
    case accountOwner, orcid
    /// One of the service's own settings.
    case setting(ClientSetting)
    case next, back, submit
  }

  enum Kind: Hashable, Encodable, Sendable {
    case text(LineEditor, placeholder: String)
    case choice([String], selected: Int)
    case check(Bool)
    case reference(String?, PickerQuery.Kind)
    case addresses([RedirectURI], LineEditor)
    case metadata(MetadataField)
    case button
    /// Shown, not changed: the identifier of something that exists.
    case fixed(String)
  }

  var id: ID
  var label: String
  var kind: Kind
  /// Which page of the form it is on.
  var page = 0

  /// The text typed, for fields that hold one.
  var text: String {
    switch kind {
    case .text(let editor, _): editor.text
    case .fixed(let text): text
    case .reference(let text, _): text ?? ""
    case .choice, .check, .addresses, .metadata, .button: ""
    }
  }

  var isOn: Bool { if case .check(let isOn) = kind { isOn } else { false } }

  var choice: Int { if case .choice(_, let selected) = kind { selected } else { 0 } }

  var isFixed: Bool { if case .fixed = kind { true } else { false } }

  static func text(
    _ id: ID, _ label: String, _ text: String = "", placeholder: String = "",
    limit: Int = FieldLimit.name, page: Int = 0
  ) -> FormField {
    FormField(
      id: id, label: label,
      kind: .text(LineEditor(text: text, limit: limit), placeholder: placeholder), page: page)
  }

  static func button(_ id: ID, _ label: String, page: Int = 0) -> FormField {
    FormField(id: id, label: label, kind: .button, page: page)
  }
}
