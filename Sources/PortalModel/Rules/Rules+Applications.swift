extension Rules {
  func registerApplication(_ form: ApplicationForm) throws -> [Change] {
    try requireFree(.application(form.id))
    let details = ApplicationDetails(
      name: form.name, homePage: form.homePage, description: form.description,
      category: form.category, administrators: form.administrators)
    try requireSound(details, of: form.id)
    let application = Application(
      id: form.id, name: form.name, homePage: form.homePage, description: form.description,
      category: form.category, owner: actor, administrators: form.administrators, createdAt: now)
    let ownIdentity = Identity(id: application.identity, kind: .application)
    let registration = try form.registration.map { try insertion(of: $0, for: application) } ?? []
    let saml = try form.saml.map { try insertion(of: $0, for: form.id) } ?? []
    return [
      .insertIdentity(ownIdentity), .insertApplication(application),
      .insertRole(.defaultRole(of: form.id)),
    ] + registration + saml
  }

  func edit(_ id: ApplicationIdentifier, _ details: ApplicationDetails) throws -> [Change] {
    let old = try requireManaged(id)
    try requireSound(details, of: id)
    var new = old
    new.name = details.name
    new.homePage = details.homePage
    new.description = details.description
    new.category = details.category
    new.administrators = details.administrators
    return new == old ? [] : [.updateApplication(new)]
  }

  func deleteApplication(_ id: ApplicationIdentifier) throws -> [Change] {
    let application = try requireManaged(id)
    if let owned = try facts.application(ownedBy: application.identity) {
      throw Refusal.ownsApplication(id, owned: owned)
    }
    let own = Member.identity(application.identity)
    let memberships = try facts.memberships(from: own).filter { $0.member == own }
    return try permissionDeletions(of: id)
      + facts.roleLinks(of: id).map(Change.deleteRoleLink)
      + facts.roles(of: id).map { Change.deleteRole(id, $0.id) }
      + (facts.ownershipOffer(of: id).map { [.deleteOwnershipOffer($0.application)] } ?? [])
      + facts.ownershipOffers(to: application.identity)
      .map { .deleteOwnershipOffer($0.application) }
      + (facts.registration(of: id).map { [.deleteRegistration($0.application)] } ?? [])
      + (facts.samlRegistration(of: id).map { [.deleteSAML($0.application)] } ?? [])
      + memberships.map { Change.deleteMember(own, $0.group) }
      + [.deleteApplication(id), .deleteIdentity(application.identity)]
  }

  func block(_ id: ApplicationIdentifier, _ blocked: Bool) throws -> [Change] {
    var application = try requireManaged(id)
    guard application.blocked != blocked else { return [] }
    application.blocked = blocked
    return [.updateApplication(application)]
  }

  func registerOIDC(_ id: ApplicationIdentifier, _ form: RegistrationForm) throws -> [Change] {
    let application = try requireManaged(id)
    guard try facts.registration(of: id) == nil else { throw Refusal.registrationExists(id) }
    return try insertion(of: form, for: application)
  }

  func editRegistration(_ id: ApplicationIdentifier, _ form: RegistrationForm) throws -> [Change] {
    let application = try requireManaged(id)
    let old = try requireRegistration(of: id)
    var new = try registration(form, for: application)
    new.settings = old.settings
    switch (old.kind.hasSecret, new.kind.hasSecret) {
    case (false, true): return [.updateRegistration(new), .drawSecret(id)]
    case (true, false): return [.deleteSecret(id), .updateRegistration(new)]
    case (true, true), (false, false): return [.updateRegistration(new)]
    }
  }

  func configure(_ id: ApplicationIdentifier, _ settings: ClientSettings) throws -> [Change] {
    _ = try requireManaged(id)
    var registration = try requireRegistration(of: id)
    if let lifetime = settings.accessTokenLifetime, !FieldLimit.lifetime.contains(lifetime) {
      throw Refusal.lifetimeOutOfRange(lifetime, allowed: FieldLimit.lifetime)
    }
    try requireSound(settings)
    registration.settings = settings
    return [.updateRegistration(registration)]
  }

  func regenerateSecret(_ id: ApplicationIdentifier) throws -> [Change] {
    _ = try requireManaged(id)
    guard try requireRegistration(of: id).kind.hasSecret else {
      throw Refusal.publicClientHasNoSecret(id)
    }
    return [.drawSecret(id)]
  }

  func deleteRegistration(_ id: ApplicationIdentifier) throws -> [Change] {
    _ = try requireManaged(id)
    _ = try requireRegistration(of: id)
    return try permissionDeletions(of: id) + [.deleteRegistration(id)]
  }

  private func requireSound(
    _ details: ApplicationDetails, of id: ApplicationIdentifier
  ) throws {
    try require(details.name, .applicationName, maximum: FieldLimit.name, mayBeEmpty: false)
    try requireFree(.applicationName(details.name, of: id))
    try require(details.description, .applicationDescription, maximum: FieldLimit.text)
    if let problem = PageAddress.homePageProblem(in: details.homePage) {
      throw Refusal.badAddress(.homePage, problem)
    }
    if let group = details.administrators { _ = try requireGroup(group) }
  }

  private func insertion(
    of form: RegistrationForm, for application: Application
  ) throws -> [Change] {
    let registration = try registration(form, for: application)
    let secret: [Change] = registration.kind.hasSecret ? [.drawSecret(application.id)] : []
    return [.insertRegistration(registration)] + secret
  }

  private func registration(
    _ form: RegistrationForm, for application: Application
  ) throws -> Registration {
    guard !form.redirectURIs.isEmpty else { throw Refusal.redirectURIMissing }
    if let twice = repeated(in: form.redirectURIs) {
      throw Refusal.redirectURITwice(twice)
    }
    let baseURL = form.baseURL.isEmpty ? application.homePage : form.baseURL
    guard !baseURL.isEmpty else { throw Refusal.baseURLMissing }
    if let problem = PageAddress.baseURLProblem(in: baseURL) {
      throw Refusal.badAddress(.baseURL, problem)
    }
    return Registration(
      application: application.id, kind: form.kind, redirectURIs: form.redirectURIs,
      baseURL: baseURL)
  }

  private func permissionDeletions(of id: ApplicationIdentifier) throws -> [Change] {
    try facts.permissions(of: id).map { Change.deletePermission($0.direction, round: $0.round) }
  }
}
