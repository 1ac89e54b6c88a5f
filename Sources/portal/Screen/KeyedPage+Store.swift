import PortalModel
import PortalScreens
import PortalStore

extension PortalStore.KeyPosition {
  init(_ position: PortalScreens.KeyPosition) {
    self =
      switch position {
      case .first: .first
      case .last: .last
      case .from(let key): .startingAt(key)
      case .after(let key): .after(key)
      case .before(let key): .before(key)
      }
  }

  /// For lists in which several rows share a key: rows of the key itself are read again, because the
  /// window may have kept only some of them.
  init(inclusive position: PortalScreens.KeyPosition) {
    switch position {
    case .after(let key): self = .startingAt(key)
    // Nothing that identifiers may hold stands in front of a blank.
    case .before(let key): self = .before(key + " ")
    case .first, .last, .from: self.init(position)
    }
  }
}

extension MemberPosition {
  /// Keys are `0` and a login, or `1` and a group.
  init(_ position: PortalScreens.KeyPosition) {
    func member(_ key: String) -> Member {
      key.first == "0"
        ? .identity(IdentityIdentifier(trusted: String(key.dropFirst())))
        : .group(GroupIdentifier(trusted: String(key.dropFirst())))
    }
    self =
      switch position {
      case .first: .first
      case .last: .last
      case .from(let key): .startingAt(member(key))
      case .after(let key): .after(member(key))
      case .before(let key): .before(member(key))
      }
  }
}

extension KeyedPage {
  init<Stored>(_ page: KeyPage<Stored>, _ change: (Stored) throws -> Row) rethrows {
    self.init(
      rows: try page.rows.map(change), hasBefore: page.hasMoreBefore,
      hasAfter: page.hasMoreAfter, total: .init(page.total), unfiltered: page.unfiltered)
  }

  /// Of a list of several rows each; nobody has counted those.
  init<Stored>(flattening page: KeyPage<[Stored]>, _ change: (Stored) -> Row) {
    self.init(
      rows: page.rows.flatMap { $0.map(change) }, hasBefore: page.hasMoreBefore,
      hasAfter: page.hasMoreAfter)
  }
}
