import PortalModel

extension PathHop.Obstacle {
  /// What stands in the way of a hop beside a missing grant; the first thing that does.
  ///
  /// A public client exchanges only tokens that were issued to itself (token-exchange.md, "Client is not
  /// the holder of the token"): it can begin a path and not go on with one.
  public init?(
    _ direction: ExchangeDirection, depth: Int, isCut: Bool,
    source: (application: Application, registration: Registration?)?,
    target: (application: Application, registration: Registration?)?
  ) {
    if let source, source.application.blocked {
      self = .blocked(direction.source)
    } else if let target, target.application.blocked {
      self = .blocked(direction.target)
    } else if target?.registration?.settings.enabled != true {
      self = .notRegistered(direction.target)
    } else if depth > 0, source?.registration?.kind == .public {
      self = .publicSource
    } else if isCut {
      self = .cut
    } else {
      return nil
    }
  }
}

extension PathHop {
  /// Why the hop cannot be taken, or what is to be known of it; `nil` where nothing is.
  var remark: String? {
    switch obstacle {
    case .publicSource:
      return "\(direction.source) is public: it cannot exchange a token issued to another"
    case .blocked(let id): return "\(id) is blocked"
    case .notRegistered(let id): return "\(id) has no enabled registration"
    case .cut: return "there is more behind it"
    case nil: return isRepeated ? "as above" : nil
    }
  }
}
