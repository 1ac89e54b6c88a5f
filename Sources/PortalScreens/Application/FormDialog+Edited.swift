import PortalModel

extension FormDialog {
  /// What "Application details" holds after editing.
  var detailsTyped: ApplicationDetails {
    ApplicationDetails(
      name: text(.name), homePage: text(.homePage), description: text(.description),
      category: Application.Category.allCases[self[.category]?.choice ?? 0],
      administrators: self[.administrators].flatMap { try? GroupIdentifier($0.text) })
  }

  /// The service's settings after editing; what the form does not show stays.
  func settingsTyped(_ old: ClientSettings) -> ClientSettings {
    var settings = old
    settings.enabled = isOn(.enabled)
    settings.consentRequired = isOn(.consentRequired)
    settings.fullScopeAllowed = isOn(.fullScope)
    settings.ownAudience = isOn(.ownAudience)
    settings.useRefreshTokens = isOn(.refreshTokens)
    settings.accessTokenLifetime = Int(text(.lifetime))
    settings.defaultScopes = words(.defaultScopes)
    settings.optionalScopes = words(.optionalScopes)
    return settings
  }

  /// An account after editing; whether it may sign in is not part of the form.
  func identityTyped(_ old: Identity) -> Identity? {
    guard var identity = identityTyped else { return nil }
    identity.enabled = old.enabled
    identity.supervisor = self[.supervisor].flatMap { try? IdentityIdentifier($0.text) }
    return identity
  }

  private func isOn(_ id: FormField.ID) -> Bool { self[id]?.isOn == true }

  private func words(_ id: FormField.ID) -> [String] {
    text(id).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// What is wrong with a field of the service's settings.
  func advancedProblem(of field: FormField) -> String? {
    guard field.id == .lifetime, !field.text.isEmpty else { return nil }
    let range = FieldLimit.lifetime
    return Int(field.text).map(range.contains) == true
      ? nil : "A number of seconds from \(range.lowerBound) to \(range.upperBound), or nothing"
  }

  /// What a setting changes in a token, or in whether there is one.
  func advancedRemark(on field: FormField) -> String? {
    switch field.id {
    case .enabled: "Off: no token at all, for this client or toward it"
    case .consentRequired: "On: an exchange toward it is refused, as nobody can be asked"
    case .fullScope: "On: its tokens carry the user's roles in all applications"
    case .ownAudience: "On: its own client ID stands in aud of its access tokens"
    case .refreshTokens: "Off: no refresh token beside the access token"
    case .lifetime: "exp is that many seconds after iat"
    case .defaultScopes: "Always in scope, with the claims they bring"
    case .optionalScopes: "In scope when a request asks for them"
    case .supervisor: "Official applications pass to them when this person leaves; ⏎ chooses"
    default: nil
    }
  }
}
