import PortalModel

/// A client: an application together with its OIDC registration.
struct Client {
  var application: Application
  var registration: Registration

  var id: ApplicationIdentifier { application.id }
  var settings: ClientSettings { registration.settings }
  var isPublic: Bool { !registration.kind.hasSecret }

  /// Whether it may be used. A blocked application counts as a disabled client (invented).
  var isEnabled: Bool { settings.enabled && !application.blocked }
}

/// What a client identifier leads to.
enum ClientLookup {
  /// No application of that identifier, or no identifier at all.
  case unknown
  /// An application without registration.
  case notRegistered(Application)
  /// A client.
  case client(Client)

  /// The client, if it is one.
  var client: Client? {
    if case .client(let client) = self { client } else { nil }
  }

  /// Looks a client up, unless it is the one that has been looked up in this snapshot already.
  init(_ text: String, known: Client? = nil, facts: any TokenFacts) throws {
    if let known, known.id.text == text {
      self = .client(known)
      return
    }
    guard let id = try? ApplicationIdentifier(text), let application = try facts.application(id)
    else {
      self = .unknown
      return
    }
    if let registration = try facts.registration(of: id) {
      self = .client(Client(application: application, registration: registration))
    } else {
      self = .notRegistered(application)
    }
  }
}
