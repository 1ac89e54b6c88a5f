import PortalModel
import TerminalKit

/// The tab "SSO Registration": one row for each provider, what is done to the one under the cursor.
extension ApplicationScreen {
  /// The protocols that the application is registered by, in the portal's order.
  var providers: [SSOProtocol] {
    guard let detail else { return [] }
    return (detail.registration == nil ? [] : [.oidc]) + (detail.saml == nil ? [] : [.saml])
  }

  /// The provider under the cursor; `nil` where there is none.
  var provider: SSOProtocol? {
    providers.contains(chosenProvider) ? chosenProvider : providers.first
  }

  mutating func otherProvider() -> [Step] {
    chosenProvider = provider == .oidc ? .saml : .oidc
    pane = TextPane()
    return []
  }

  func addRegistration() -> [Step] {
    let offered = [SSOProtocol.saml, .oidc].filter { !providers.contains($0) }
    return [
      .open(
        .form(
          .registration(of: id, homePage: detail?.application.homePage ?? "", offered: offered)))
    ]
  }

  func editProvider() -> [Step]? {
    provider == .saml
      ? detail?.saml.map { [.open(.form(.saml(editing: $0)))] }
      : detail?.registration.map { [.open(.form(.registration(editing: $0)))] }
  }

  /// Why something cannot be done to the provider under the cursor; `nil` where it can.
  func providerObstacle(_ action: ActionID) -> String? {
    switch action {
    case .addRegistration:
      providers.count == 2
        ? "\(id) has both registrations already; \(keyName(.deleteRegistration)) deletes one" : nil
    case .otherProvider:
      providers.count == 2
        ? nil : "\(id) has no other registration to go to; \(keyName(.addRegistration)) adds one"
    case .editRegistration, .deleteRegistration:
      providers.isEmpty
        ? "\(id) has no registration yet; \(keyName(.addRegistration)) adds one" : nil
    case .permissions:
      detail?.registration == nil
        ? "\(id) has no OIDC registration yet; SSO Registration, \(keyName(.addRegistration)) adds it"
        : nil
    case .showSecret, .regenerateSecret, .advanced:
      switch provider {
      case nil: "\(id) has no registration yet; \(keyName(.addRegistration)) adds one"
      case .saml:
        detail?.registration == nil
          ? "A SAML registration has no client secret and no client; "
            + "\(keyName(.addRegistration)) adds an OIDC one"
          : "A SAML registration has no client secret and no client; "
            + "\(keyName(.otherProvider)) goes to the OIDC one"
      default:
        action == .regenerateSecret && detail?.registration?.kind.hasSecret == false
          ? "\(id) is a public client: it has no secret" : nil
      }
    default: nil
    }
  }
}

extension ApplicationDetail {
  /// "SSO Registration": the providers, and the one under the cursor whole.
  func registrationLines(_ provider: SSOProtocol?, _ glyphs: Glyphs) -> [StyledLine] {
    guard let provider else {
      return [
        StyledLine("No registration yet: nobody can sign in to this application.", .dim),
        StyledLine(),
        .hint(.addRegistration, "adds SSO"),
      ]
    }
    let rows: [(SSOProtocol, String, String)] = [
      (.oidc, "OpenID Connect", "OpenID Connect authentication provider."),
      (.saml, "SAML", "SAML authentication provider."),
    ]
    let shown = rows.filter { $0.0 == .oidc ? registration != nil : saml != nil }
    let table = shown.enumerated().map { index, row in
      let isHere = row.0 == provider
      return StyledLine([
        (isHere ? "\(glyphs.selectionMarker) " : "  ", .accent),
        (TerminalText.padded(row.1, to: 22), isHere ? .accent : .plain), (row.2, .dim),
      ]).leading(to: .row(index, list: 0))
    }
    return [StyledLine("  \(TerminalText.padded("PROVIDER", to: 22))DESCRIPTION", .label)]
      + table + [StyledLine()] + (provider == .saml ? samlLines : oidcLines)
  }

  private var samlLines: [StyledLine] {
    guard let form = saml?.form else { return [] }
    return [
      field("Entity ID", form.entityID), field("ACS URL", form.consumerURL),
      field("Binding", "HTTP-POST"), field("Certificate", form.certificateSummary),
    ] + (form.warning.map { [StyledLine("  \($0)", .warning)] } ?? [])
  }

  private var oidcLines: [StyledLine] {
    guard let registration else { return [] }
    let settings = registration.settings
    var lines = [
      field("Client ID", registration.application.text),
      field("Client", "\(registration.kind.label): \(registration.kind.meaning)"),
      field(
        "Client Secret", registration.kind.hasSecret ? "\(keyName(.showSecret)) shows it" : "none"),
    ]
    for (index, address) in registration.redirectURIs.enumerated() {
      lines.append(field(index == 0 ? "Redirect URI(s)" : "", address.text))
      if let warning = address.warning { lines.append(StyledLine("  \(warning)", .warning)) }
    }
    lines += [
      field("Base URL", registration.baseURL), StyledLine(),
      StyledLine("Advanced: the service's own settings, and what each changes", .heading),
    ]
    if application.serviceDescription != application.description {
      lines += [
        field("Description", application.serviceDescription),
        StyledLine("  The service keeps 253 characters of it and cuts the rest.", .dim),
      ]
    }
    for setting in ClientSetting.allCases {
      lines += [
        field(setting.label, setting.value(in: settings)), StyledLine("  \(setting.effect)", .dim),
      ]
    }
    return lines
  }

  func field(_ label: String, _ value: String) -> StyledLine {
    let label =
      TerminalText.columns(of: label) < 24 ? TerminalText.padded(label, to: 24) : label + "  "
    return StyledLine([
      (label, .label), (value.isEmpty ? "none" : value, value.isEmpty ? .dim : .plain),
    ])
  }

  /// What lists and panes say under "SSO".
  var providerLabel: String {
    let words = [registration?.kind.providerLabel, saml.map { _ in "SAML" }].compactMap(\.self)
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}

extension SAMLForm {
  /// The certificate as a person can tell it apart: its beginning and end, and how long it is.
  var certificateSummary: String {
    guard !certificate.isEmpty else { return "none" }
    guard certificate.count > 28 else { return certificate }
    return "\(certificate.prefix(12))…\(certificate.suffix(12)), \(certificate.count) characters"
  }
}
