import PortalMetadata
import PortalModel
import PortalScreens
import PortalTestSupport
import PortalTokens
import Testing

extension PortalClient {
  /// A client over a portal in memory, with everything done the obvious way.
  static func memory(
    _ portal: MemoryPortal, now: Instant, activity: MemoryActivity = MemoryActivity()
  ) -> PortalClient {
    PortalClient(
      applications: { page($0, portal.facts) },
      application: { detail($0, portal.facts) },
      permissions: { id in
        let rows = portal.facts.newestRounds
        return PermissionLists(
          allowed: rows.filter { $0.direction.source == id }.map { row($0, portal.facts) },
          granted: rows.filter { $0.direction.target == id }.map { row($0, portal.facts) })
      },
      history: { portal.facts.rounds(of: $0) },
      requests: { try requests($0, portal.facts) },
      waiting: {
        let lists = try requests($0, portal.facts)
        return lists.waiting.count + lists.offers.count
      },
      isManager: { id, person in
        guard let application = portal.facts.application(id) else { return false }
        return try manages(person, application, facts: portal.facts)
      },
      pick: { pick($0, portal.facts) },
      collision: { try PortalModel.collision(of: $0, facts: portal.facts) },
      identity: { portal.facts.identity($0) },
      secret: { id, person in
        let application = try #require(portal.facts.application(id))
        guard try manages(person, application, facts: portal.facts) else {
          throw Refusal.notManager(id, actor: person, managers: Managers(of: application))
        }
        return portal.facts.secret(of: id)
      },
      metadata: { source in
        guard case .text(let text) = source else { return try MemoryFiles.read(source) }
        return try ServiceMetadata.read(text)
      },
      people: .memory(portal), map: .memory(portal),
      holders: { try holders($0, portal.facts) },
      preview: { command, person in
        Consequences(
          of: try decide(command, as: Actor(identity: person), at: now, facts: portal.facts))
      },
      request: { direction in requestDetail(direction, portal.facts) },
      perform: { command, person in
        try portal.perform(command, as: person, at: now)
        guard case .requestExchange(let direction, _) = command else { return PerformedNote() }
        return PerformedNote(
          target: portal.facts.application(direction.target).map(Managers.init(of:)),
          round: portal.facts.rounds(of: direction).first)
      },
      exchange: { try await exchange($0, portal, now) },
      activity: activity.client,
      serve: { isOn, port in
        isOn
          ? EndpointReport(
            state: .running(port: port ?? 8080, isIssuers: port == nil),
            address: "http://localhost:\(port ?? 8080)/token")
          : EndpointReport(state: .stopped)
      },
      story: {
        StoryProgress(
          application: portal.facts.application, identity: portal.facts.identity,
          newest: { portal.facts.rounds(of: $0).first })
      })
  }

  private static func page(_ query: ApplicationQuery, _ facts: MemoryFacts) -> ApplicationPage {
    let scoped = facts.allApplications.filter { application in
      switch query.scope {
      case .all: true
      case .mine(let person):
        (try? manages(person, application, facts: facts)) ?? false
      }
    }
    let found = scoped.filter { application in
      (query.category == nil || query.category == application.category)
        && fits(query.filter, [application.id.text, application.name, application.owner.text])
    }
    let sorted = found.sorted { left, right in
      switch query.sort {
      case .identifier: left.id < right.id
      case .name: left.name < right.name
      case .owner: (left.owner, left.id) < (right.owner, right.id)
      case .category:
        (left.category.rawValue, left.id) < (right.category.rawValue, right.id)
      }
    }
    return ApplicationPage(
      rows: sorted.map { application in
        ApplicationRow(
          id: application.id, name: application.name, owner: application.owner,
          category: application.category, kind: facts.registration(of: application.id)?.kind,
          roles: facts.roles(of: application.id).count,
          mayCall: facts.newestRounds.filter {
            $0.direction.source == application.id && $0.state == .granted
          }.count,
          calledBy: facts.newestRounds.filter {
            $0.direction.target == application.id && $0.state == .granted
          }.count)
      }, total: .exactly(found.count), unfiltered: scoped.count)
  }

  private static func detail(
    _ id: ApplicationIdentifier, _ facts: MemoryFacts
  ) -> ApplicationDetail? {
    guard let application = facts.application(id) else { return nil }
    let links = facts.roleLinks(of: id)
    return ApplicationDetail(
      application: application,
      ownerName: facts.identity(application.owner)?.displayName ?? application.owner.text,
      registration: facts.registration(of: id), saml: facts.samlRegistration(of: id),
      roles: facts.roles(of: id).map { role in
        ApplicationDetail.RoleDetail(
          role: role,
          groups: links.filter { $0.role == role.id }.compactMap { facts.group($0.group) })
      },
      memberships: facts.memberships(from: .identity(application.identity))
        .filter { $0.member == .identity(application.identity) }
        .compactMap { facts.group($0.group) }, offer: facts.ownershipOffer(of: id))
  }

  private static func holders(
    _ query: HolderQuery, _ facts: MemoryFacts
  ) throws -> HolderPart {
    let rows = try facts.allIdentities.filter { $0.kind != .application }.compactMap { identity in
      let signIn = query.signIn ?? identity.defaultSignIn
      return try roleFindings(
        of: identity.id, signedIn: signIn, in: query.application, facts: facts
      ).first { $0.role == query.role }
        .map { RoleHolder(identity: identity, signIn: signIn, finding: $0) }
    }
    switch query.scope {
    case .identity(let id):
      return HolderPart(
        rows: rows.filter { $0.identity.id == id }, examined: 1, outOf: 1, next: nil)
    case .group, .everybody:
      // One account at a time, as if there were very many.
      let rest = rows.filter { row in query.after.map { $0 < row.identity.id } ?? true }
      return HolderPart(
        rows: rest.prefix(1).filter { $0.standing != .lacks }, examined: min(1, rest.count),
        outOf: rows.count, next: rest.count > 1 ? rest.first?.identity.id : nil)
    }
  }

  private static func requestDetail(
    _ direction: ExchangeDirection, _ facts: MemoryFacts
  ) -> RequestDetail? {
    let rounds = facts.rounds(of: direction)
    guard let permission = rounds.first, let source = facts.application(direction.source),
      let target = detail(direction.target, facts)
    else { return nil }
    return RequestDetail(
      permission: permission, earlierRounds: rounds.count - 1, source: source,
      sourceRegistration: facts.registration(of: source.id), target: target.application,
      targetRoles: target.roles, requester: facts.identity(permission.openedBy),
      decider: facts.identity(target.application.owner))
  }

  private static func row(_ permission: ExchangePermission, _ facts: MemoryFacts) -> PermissionRow {
    let target = facts.application(permission.direction.target)
    return PermissionRow(
      permission: permission, name: facts.application(permission.direction.source)?.name ?? "",
      deciders: target.map(Managers.init(of:))
        ?? Managers(owner: permission.openedBy, administrators: nil))
  }

  private static func requests(
    _ person: IdentityIdentifier, _ facts: MemoryFacts
  ) throws -> RequestLists {
    var lists = RequestLists(
      offers: facts.ownershipOffers(to: person),
      offersSent: facts.allApplications.compactMap { facts.ownershipOffer(of: $0.id) }
        .filter { $0.by == person })
    for round in facts.newestRounds {
      guard let source = facts.application(round.direction.source),
        let target = facts.application(round.direction.target)
      else { continue }
      let decides = try manages(person, target, facts: facts)
      let asks = try manages(person, source, facts: facts)
      if round.state == .pending {
        if decides { lists.waiting.append(row(round, facts)) }
        if asks { lists.sent.append(row(round, facts)) }
      } else if decides || asks {
        lists.decided.append(row(round, facts))
      }
    }
    return lists
  }

  private static func pick(_ query: PickerQuery, _ facts: MemoryFacts) -> [PickerRow] {
    let rows: [PickerRow] =
      switch query.kind {
      case .application:
        facts.allApplications.map {
          PickerRow(id: $0.id.text, name: $0.name, note: $0.owner.text)
        }
      case .identity:
        facts.allIdentities.filter { $0.kind != .application }.map {
          PickerRow(id: $0.id.text, name: $0.displayName, note: $0.kind.label)
        }
      case .group:
        facts.allGroups.map {
          PickerRow(id: $0.id.text, name: $0.displayName, note: $0.description)
        }
      }
    return rows.filter { query.text.isEmpty || $0.id.contains(query.text) }
  }
}
