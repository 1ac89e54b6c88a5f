import PortalModel

/// Which scopes a token has (§10, the column for 24 to 26.x).
struct GrantedScope: Equatable {
  /// The scopes: `openid` first, then the target's default ones, then its optional ones.
  var names: [String]
  /// What was asked for, or held, and is not granted.
  var dropped: [String]

  /// The scopes of an exchanged token.
  ///
  /// - Parameters:
  ///   - requested: The `scope` parameter, cut at blanks; `nil` where it was not sent.
  ///   - held: The subject token's scopes.
  ///   - target: The client that the token is for.
  init(requested: [String]?, held: [String], target: ClientSettings) {
    let wanted = requested.map { $0.filter(held.contains) } ?? held
    self.init(wanted: wanted, asked: requested ?? held, target: target)
  }

  /// The scopes of a sign-in.
  init(signIn requested: [String], target: ClientSettings) {
    self.init(wanted: requested, asked: requested, target: target)
  }

  private init(wanted: [String], asked: [String], target: ClientSettings) {
    let openID = wanted.contains("openid") ? ["openid"] : []
    let optional = target.optionalScopes.filter {
      wanted.contains($0) && !target.defaultScopes.contains($0)
    }
    let names = openID + target.defaultScopes.filter { $0 != "openid" } + optional
    self.names = names
    dropped = asked.filter { !names.contains($0) }
  }

  /// What became of each scope that somebody holds, asks for or offers, those that are granted first.
  func fates(requested: [String]?, held: [String], target: ClientSettings) -> [ScopeFate] {
    var seen: Set<String> = []
    let all = names + held + (requested ?? []) + target.optionalScopes
    return all.filter { !$0.isEmpty && seen.insert($0).inserted }.map { name in
      let isOptional = name == "openid" || target.optionalScopes.contains(name)
      return ScopeFate(
        name: name, isHeld: held.contains(name), isAsked: requested?.contains(name),
        offer: target.defaultScopes.contains(name) ? .always : isOptional ? .optional : .none,
        isGranted: names.contains(name))
    }
  }

  /// The scopes as one text, as claims and replies have them.
  var text: String { names.joined(separator: " ") }

  /// Whether a scope is granted.
  func contains(_ name: String) -> Bool { names.contains(name) }
}
