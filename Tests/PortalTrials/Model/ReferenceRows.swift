import PortalModel

/// Everything that a portal holds, row by row.
struct ReferenceRows {
  private(set) var rows: [[String]: ReferenceRow] = [:]

  /// What a change did: each row that was touched, as it was before and after.
  struct Delta {
    var before: [[String]: ReferenceRow] = [:]
    var after: [[String]: ReferenceRow] = [:]

    var keys: Set<[String]> { Set(before.keys).union(after.keys) }
    /// The other way round.
    var inverse: Delta { Delta(before: after, after: before) }
  }

  /// Takes the contents after a command; what the command did comes back.
  ///
  /// - Parameter rewritten: The registration whose addresses the command wrote anew. The places of
  ///   others stay: an undo may have left gaps in them.
  mutating func take(_ contents: PortalContents, rewritten: ApplicationIdentifier?) -> Delta {
    var new: [[String]: ReferenceRow] = [:]
    func put(_ row: ReferenceRow) { new[row.key] = row }
    contents.identities.forEach { put(.identity($0)) }
    contents.formerLogins.forEach { put(.formerLogin($0)) }
    contents.groups.forEach { put(.group($0)) }
    contents.memberships.forEach { put(.membership($0)) }
    contents.applications.forEach { put(.application($0)) }
    contents.ownershipOffers.forEach { put(.offer($0)) }
    contents.samlRegistrations.forEach { put(.saml($0.application, $0.form)) }
    contents.roles.forEach { put(.role($0)) }
    contents.roleLinks.forEach { put(.link($0)) }
    contents.permissions.forEach { put(.permission($0)) }
    contents.secrets.forEach { put(.secret($0, $1)) }
    for registration in contents.registrations {
      var bare = registration
      bare.redirectURIs = []
      bare.settings = ClientSettings()
      put(.registration(bare))
      put(.settings(registration.application, registration.settings))
      let kept = redirects(of: registration.application)
      let isKept =
        registration.application != rewritten && kept.map(\.1) == registration.redirectURIs
      let places = isKept ? kept.map(\.0) : Array(registration.redirectURIs.indices)
      for (place, uri) in zip(places, registration.redirectURIs) {
        put(.redirect(registration.application, place, uri))
      }
    }
    var delta = Delta()
    for (key, row) in rows where new[key] != row { delta.before[key] = row }
    for (key, row) in new where rows[key] != row { delta.after[key] = row }
    rows = new
    return delta
  }

  /// Applies a change to the rows as they are now; `nil`, and nothing done, where a row is no longer as
  /// the change knows it.
  mutating func apply(_ delta: Delta) throws -> Delta? {
    var new = rows
    var done = Delta()
    for key in delta.keys {
      let now = rows[key]
      switch (delta.before[key], delta.after[key]) {
      case (nil, let after): if now == nil { new[key] = after } else { return nil }
      case (let before, nil): if now == before { new[key] = nil } else { return nil }
      case (let before?, let after?):
        guard let merged = try now?.merged(taking: before, to: after) else { return nil }
        new[key] = merged
      }
      done.before[key] = rows[key]
      done.after[key] = new[key]
    }
    rows = new
    return done
  }

  private func redirects(of application: ApplicationIdentifier) -> [(Int, RedirectURI)] {
    rows.values.compactMap { row in
      guard case .redirect(application, let place, let uri) = row else { return nil }
      return (place, uri)
    }.sorted { $0.0 < $1.0 }
  }

  /// The rows as contents.
  var contents: PortalContents {
    var contents = PortalContents()
    for row in rows.values {
      switch row {
      case .identity(let identity): contents.identities.append(identity)
      case .formerLogin(let id): contents.formerLogins.append(id)
      case .group(let group): contents.groups.append(group)
      case .membership(let membership): contents.memberships.append(membership)
      case .application(let application): contents.applications.append(application)
      case .offer(let offer): contents.ownershipOffers.append(offer)
      case .registration(var registration):
        let id = registration.application
        registration.redirectURIs = redirects(of: id).map(\.1)
        if case .settings(_, let settings)? = rows[["settings", id.text]] {
          registration.settings = settings
        }
        contents.registrations.append(registration)
      case .role(let role): contents.roles.append(role)
      case .link(let link): contents.roleLinks.append(link)
      case .permission(let round): contents.permissions.append(round)
      case .saml(let id, let form):
        contents.samlRegistrations.append(SAMLRegistration(application: id, form: form))
      case .secret(let id, let secret): contents.secrets[id] = secret
      case .settings, .redirect: break
      }
    }
    return contents
  }
}
