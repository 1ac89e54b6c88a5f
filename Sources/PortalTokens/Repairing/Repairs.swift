import PortalModel

/// Works out what would turn a failed check: only ever asked when one has failed.
struct Repairs {
  var facts: any TokenFacts

  /// A command that an application's managers may give, by its owner. A disabled owner is enabled
  /// first.
  func steps(
    _ commands: [PortalCommand], managing application: Application
  ) throws -> [Repair.Step] {
    let owner = application.owner
    let isAble = try facts.identity(owner)?.enabled ?? false
    let enabling = Repair.Step(
      command: .enableIdentity(owner, enabled: true), by: owner, managers: nil)
    return (isAble ? [] : [enabling])
      + commands.map {
        Repair.Step(command: $0, by: owner, managers: Managers(of: application))
      }
  }

  /// For a disabled client or blocked application (C3, X4j, X10, L1).
  func enabling(_ client: Client) throws -> [Repair] {
    var commands: [PortalCommand] = []
    if client.application.blocked {
      commands.append(.blockApplication(client.id, blocked: false))
    }
    if !client.settings.enabled {
      var settings = client.settings
      settings.enabled = true
      commands.append(.configureClient(client.id, settings))
    }
    return [Repair(steps: try steps(commands, managing: client.application))]
  }

  /// For an application that is no client (C2, X4j, X8, L1).
  func registering(_ application: Application) throws -> [Repair] {
    let page = application.homePage
    let base =
      page.isEmpty || PageAddress.baseURLProblem(in: page) != nil
      ? "https://\(application.id.text).app.cern.ch" : page
    let slash = base.hasSuffix("/") ? "" : "/"
    let wild = RedirectURI(trusted: base + slash + "*")
    let uri = RedirectURI.problem(in: wild.text) == nil ? wild : RedirectURI(trusted: base)
    let form = RegistrationForm(kind: .confidential, redirectURIs: [uri], baseURL: base)
    let command = PortalCommand.registerOIDC(application.id, form)
    return [Repair(steps: try steps([command], managing: application))]
  }

  /// For a target that asks its users for consent (X9).
  func withoutConsent(_ client: Client) throws -> [Repair] {
    var settings = client.settings
    settings.consentRequired = false
    return [
      Repair(
        steps: try steps(
          [.configureClient(client.id, settings)], managing: client.application))
    ]
  }

  /// For a target whose grants contradict each other (X14).
  func affirming(_ client: Client) throws -> [Repair] {
    var settings = client.settings
    settings.permissionStrategy = .affirmative
    return [
      Repair(
        steps: try steps(
          [.configureClient(client.id, settings)], managing: client.application))
    ]
  }

  /// For a disabled identity (X4h, L2): the real portal does not do this, so anybody may.
  func enabling(_ identity: IdentityIdentifier, by: IdentityIdentifier) -> [Repair] {
    [
      Repair(steps: [
        Repair.Step(command: .enableIdentity(identity, enabled: true), by: by, managers: nil)
      ])
    ]
  }

  /// For a permission that is not granted (X14), the shortest way first: what is pending is
  /// approved; otherwise the target's side grants, or the source's side asks and is answered.
  func permitting(
    _ source: Application, toward target: Application, newest: ExchangePermission?
  ) throws -> [Repair] {
    let direction = ExchangeDirection(source: source.id, target: target.id)
    if newest?.state == .pending {
      return [Repair(steps: try steps([.approveExchange(direction)], managing: target))]
    }
    let granting = try steps([.grantExchange(direction)], managing: target)
    let asking = try steps([.requestExchange(direction, justification: "")], managing: source)
    let isAnswered = try manages(source.owner, target, facts: facts)
    let answering = isAnswered ? [] : try steps([.approveExchange(direction)], managing: target)
    return [Repair(steps: granting), Repair(steps: asking + answering)]
  }
}

extension Repair {
  /// A repair that is another request.
  static func request(_ change: RequestChange) -> Repair { Repair(steps: [], request: change) }

  /// A repair that is one parameter set to one value.
  static func set(_ name: String, _ value: String) -> Repair {
    .request(.set([Parameter(name: name, value: value)]))
  }
}
