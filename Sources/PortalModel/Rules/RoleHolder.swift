/// One account, and whether it has one role when it signs in in one way.
public struct RoleHolder: Hashable, Encodable, Sendable {
  /// The account.
  public var identity: Identity
  /// How it is taken to sign in.
  public var signIn: SignIn
  /// What the rules find.
  public var finding: RoleFinding

  /// Where an account stands with a role.
  public enum Standing: String, CaseIterable, Encodable, Sendable {
    /// Has it.
    case has
    /// Would have it with another login, or if the account were enabled: in a linked group already.
    case justMisses = "just-misses"
    /// Nothing gives it.
    case lacks
  }

  /// Makes a holder.
  public init(identity: Identity, signIn: SignIn, finding: RoleFinding) {
    self.identity = identity
    self.signIn = signIn
    self.finding = finding
  }

  /// Where the account stands. Whoever cannot sign in gets no token, so has no role now.
  public var standing: Standing {
    if finding.source == nil { return .lacks }
    return finding.isGiven && identity.enabled ? .has : .justMisses
  }
}

/// Ways downward through groups: from linked groups to every group that is inside one of them.
public struct GroupReach: Sendable {
  private var next: [GroupIdentifier: GroupIdentifier?] = [:]
  /// The ways asked for so far: thousands of people are in the same few groups.
  private var paths: [GroupIdentifier: [GroupIdentifier]] = [:]

  /// Works out which groups lie inside some groups, each with a shortest way out to one of them.
  ///
  /// - Parameters:
  ///   - outer: The groups.
  ///   - nestings: Every nesting at or beneath them, in no order that matters.
  public init(
    into outer: [GroupIdentifier], nestings: [(inner: GroupIdentifier, outer: GroupIdentifier)]
  ) {
    let inside = Dictionary(grouping: nestings, by: \.outer)
    for group in outer { next[group] = .some(nil) }
    var level = outer.sorted()
    while !level.isEmpty {
      var further: [GroupIdentifier] = []
      for group in level {
        for inner in (inside[group] ?? []).map(\.inner).sorted() where next[inner] == nil {
          next[inner] = .some(group)
          further.append(inner)
        }
      }
      level = further
    }
  }

  /// All groups reached, the outermost included.
  public var groups: some Collection<GroupIdentifier> { next.keys }

  /// A shortest way for somebody directly in these groups, as ``GroupClosure/path(to:)`` gives it;
  /// `nil` where none of the groups is reached.
  public mutating func path(from direct: [GroupIdentifier]) -> [GroupIdentifier]? {
    var shortest: [GroupIdentifier]?
    for group in direct.sorted() {
      let path = path(from: group)
      if !path.isEmpty, path.count < shortest?.count ?? .max { shortest = path }
    }
    return shortest
  }

  private mutating func path(from group: GroupIdentifier) -> [GroupIdentifier] {
    guard next[group] != nil else { return [] }
    if let known = paths[group] { return known }
    var path = [group]
    while let last = path.last, let outer = next[last] ?? nil { path.append(outer) }
    paths[group] = path
    return path
  }
}
