import PortalModel
import TerminalKit

/// "Which protocol does your application use for authentication?", in the portal's order.
enum SSOProtocol: Int, CaseIterable, Encodable, Sendable {
  case saml, oidc, none

  var title: String {
    switch self {
    case .saml: "Security Assertion Markup Language (SAML)"
    case .oidc: "OpenID Connect (OIDC)"
    case .none: "Do not register SSO"
    }
  }
}

extension FormDialog {
  /// The protocol that the form registers.
  var ssoProtocol: SSOProtocol {
    switch purpose {
    case .samlEdited: .saml
    case .registrationEdited: .oidc
    default: self[.registers].flatMap { protocols[safe: $0.choice] } ?? .none
    }
  }

  /// The protocols that can be chosen in the form.
  private var protocols: [SSOProtocol] {
    if case .registration(_, _, let offered) = purpose { offered } else { SSOProtocol.allCases }
  }

  static func protocolField(
    _ offered: [SSOProtocol] = SSOProtocol.allCases, page: Int
  ) -> FormField {
    FormField(
      id: .registers, label: "Which protocol does your application use for authentication?",
      kind: .choice(offered.map(\.title), selected: offered.firstIndex(of: .oidc) ?? 0),
      page: page)
  }

  /// "New CERN SSO Registration": only the protocols that are not registered yet.
  static func registration(
    of id: ApplicationIdentifier, homePage: String,
    offered: [SSOProtocol] = [.saml, .oidc]
  ) -> FormDialog {
    FormDialog(
      purpose: .registration(id, homePage: homePage, offered: offered),
      fields: [protocolField(offered, page: 0)] + registrationFields(page: 0)
        + samlFields(page: 0) + [.button(.submit, "Submit")])
  }

  /// The SAML registration's form, filled with what is registered.
  static func saml(editing registration: SAMLRegistration) -> FormDialog {
    FormDialog(
      purpose: .samlEdited(registration.application),
      fields: samlFields(registration.form, MetadataField(.registered), page: 0)
        + [.button(.submit, "Submit")])
  }

  static func samlFields(
    _ form: SAMLForm = SAMLForm(entityID: "", consumerURL: ""),
    _ metadata: MetadataField = MetadataField(), page: Int
  ) -> [FormField] {
    [
      FormField(id: .metadata, label: "Metadata*", kind: .metadata(metadata), page: page),
      .text(.entityID, "Entity ID*", form.entityID, limit: FieldLimit.entityID, page: page),
      .text(.consumerURL, "ACS URL (HTTP-POST)*", form.consumerURL, limit: 2_000, page: page),
      .text(
        .certificate, "Certificate", form.certificate, placeholder: "none",
        limit: FieldLimit.certificate, page: page),
    ]
  }

  /// Which protocol a field belongs to; `nil` for those that belong to none.
  static func belonging(_ id: FormField.ID) -> SSOProtocol? {
    switch id {
    case .redirectURIs, .baseURL, .cannotStoreSecret, .ownTokens: .oidc
    case .metadata, .entityID, .consumerURL, .certificate: .saml
    default: nil
    }
  }

  /// Whether what the metadata says is there to be looked at.
  var isMetadataFilled: Bool {
    if case .metadata(let field) = self[.metadata]?.kind { field.isFilled } else { false }
  }

  /// What the SAML panel holds.
  var samlTyped: SAMLForm {
    SAMLForm(
      entityID: text(.entityID), consumerURL: text(.consumerURL),
      certificate: text(.certificate))
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
