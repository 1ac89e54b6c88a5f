import PortalModel

extension FormDialog {
  /// What "Application details" holds after editing.
  var detailsTyped: ApplicationDetails {
    ApplicationDetails(
      name: text(.name), homePage: text(.homePage), description: text(.description),
      category: Application.Category.allCases[self[.category]?.choice ?? 0],
      administrators: self[.administrators].flatMap { try? GroupIdentifier($0.text) })
  }

  /// An account after editing; whether it may sign in is not part of the form.
  func identityTyped(_ old: Identity) -> Identity? {
    guard var identity = identityTyped else { return nil }
    identity.enabled = old.enabled
    identity.unixUser = old.unixUser
    identity.unixGroup = old.unixGroup
    identity.institute = old.institute
    identity.supervisor = self[.supervisor].flatMap { try? IdentityIdentifier($0.text) }
    return identity
  }
}
