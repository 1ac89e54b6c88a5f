import PortalModel
import PortalScreens
import PortalStore

extension PortalDatabase {
  /// A window of the list, with how many rows there are without the filter.
  func page(_ query: PortalScreens.ApplicationQuery) throws -> PortalScreens.ApplicationPage {
    let asked = PortalStore.ApplicationQuery(query)
    let page = try applications(asked, at: PagePosition(query.position), limit: query.limit)
    return PortalScreens.ApplicationPage(
      rows: page.rows.map(ApplicationRow.init), hasBefore: page.hasMoreBefore,
      hasAfter: page.hasMoreAfter, total: .init(page.total),
      unfiltered: page.unfiltered.known)
  }

  /// The permissions of an application, both ways.
  func lists(of id: ApplicationIdentifier) throws -> PermissionLists {
    let own = try application(id).map { Managers(of: $0.application) }
    return PermissionLists(
      allowed: try permissions(of: id, side: .allowed, limit: 1_000).map { row in
        PermissionRow(
          permission: row.permission, name: row.otherName,
          deciders: row.otherManagers)
      },
      granted: try permissions(of: id, side: .granted, limit: 1_000).map { row in
        PermissionRow(
          permission: row.permission, name: row.otherName,
          deciders: own ?? row.otherManagers)
      })
  }

  /// A person's requests.
  func lists(for person: IdentityIdentifier) throws -> RequestLists {
    let requests = try self.requests(of: person)
    func rows(_ listings: [RequestListing]) -> [PermissionRow] {
      listings.map { listing in
        PermissionRow(
          permission: listing.permission, name: listing.sourceName, deciders: listing.deciders)
      }
    }
    return RequestLists(
      waiting: rows(requests.waiting), sent: rows(requests.sent), decided: rows(requests.decided),
      offers: try ownershipOffers(to: person), offersSent: try ownershipOffers(by: person))
  }

  /// The rows of a picker.
  func rows(_ query: PickerQuery) throws -> [PickerRow] {
    switch query.kind {
    case .application:
      try applications(
        PortalStore.ApplicationQuery(scope: .all, filter: query.text), limit: query.limit
      ).rows.map { PickerRow(id: $0.id.text, name: $0.name, note: $0.owner.text) }
    case .identity:
      try identities(matching: query.text, limit: query.limit).filter { $0.kind != .application }
        .map { PickerRow(id: $0.id.text, name: $0.displayName, note: $0.kind.label) }
    case .group:
      try groups(matching: query.text, limit: query.limit)
        .map { PickerRow(id: $0.id.text, name: $0.displayName, note: $0.description) }
    }
  }

  /// A client's secret, for whoever manages it.
  ///
  /// - Throws: `Refusal` for everybody else, or `StoreError`.
  func secret(
    of id: ApplicationIdentifier, for person: IdentityIdentifier
  ) throws -> String? {
    try read { facts in
      guard let application = try facts.application(id) else {
        throw Refusal.unknownApplication(id)
      }
      guard try manages(person, application, facts: facts) else {
        throw Refusal.notManager(id, actor: person, managers: Managers(of: application))
      }
      return try facts.secret(of: id)
    }
  }

  /// What is to be said of a command beyond the command itself.
  func note(on command: PortalCommand) throws -> PerformedNote {
    guard case .requestExchange(let direction, _) = command else { return PerformedNote() }
    return PerformedNote(
      target: try application(direction.target).map { Managers(of: $0.application) },
      round: try history(of: direction).first)
  }
}

extension PortalStore.ApplicationQuery {
  init(_ query: PortalScreens.ApplicationQuery) {
    let scope: Scope =
      switch query.scope {
      case .mine(let person): .mine(person)
      case .all: .all
      }
    let sort: Sort =
      switch query.sort {
      case .identifier: .identifier
      case .name: .name
      case .owner: .owner
      case .category: .category
      }
    self.init(scope: scope, sort: sort, filter: query.filter, category: query.category)
  }
}

extension PagePosition {
  init(_ position: PortalScreens.ApplicationQuery.Position) {
    self =
      switch position {
      case .first: .first
      case .last: .last
      case .from(let row): .startingAt(row.anchor)
      case .after(let row): .after(row.anchor)
      case .before(let row): .before(row.anchor)
      }
  }
}

extension ApplicationRow {
  init(_ listing: ApplicationListing) {
    self.init(
      id: listing.id, name: listing.name, owner: listing.owner, category: listing.category,
      kind: listing.client,
      roles: listing.roles, mayCall: listing.mayCall, calledBy: listing.calledBy)
  }

  var anchor: ApplicationAnchor {
    ApplicationAnchor(id: id, name: name, owner: owner, category: category)
  }
}

extension RowTotal {
  var known: Int {
    switch self {
    case .exactly(let count), .atLeast(let count): count
    }
  }
}

extension PortalScreens.ApplicationPage.Total {
  init(_ total: RowTotal) {
    self =
      switch total {
      case .exactly(let count): .exactly(count)
      case .atLeast(let count): .atLeast(count)
      }
  }
}

extension PortalScreens.ApplicationDetail {
  init(_ detail: PortalStore.ApplicationDetail) {
    let named = Dictionary(uniqueKeysWithValues: detail.groups.map { ($0.id, $0) })
    self.init(
      application: detail.application,
      ownerName: detail.owner?.displayName ?? detail.application.owner.text,
      registration: detail.registration, saml: detail.saml,
      roles: detail.roles.map { role in
        RoleDetail(
          role: role,
          groups: detail.roleLinks.filter { $0.role == role.id }
            .map { named[$0.group] ?? Group(id: $0.group, displayName: $0.group.text) })
      },
      memberships: detail.memberships.filter {
        $0.member == .identity(detail.application.identity)
      }.map {
        named[$0.group] ?? Group(id: $0.group, displayName: $0.group.text)
      })
  }
}
