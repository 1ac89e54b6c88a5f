/// What the rules look at before a command and the invariants after an undo: the same functions.

/// The path that a nesting closes, or would close, to a cycle; `nil` where it closes none.
///
/// - Throws: What `facts` throws.
func cycle(
  putting inner: GroupIdentifier, into outer: GroupIdentifier, facts: some Facts
) throws -> [GroupIdentifier]? {
  if inner == outer { return [inner, inner] }
  let member = Member.group(outer)
  let above = GroupClosure(of: member, memberships: try facts.memberships(from: member))
  return above.contains(inner) ? [inner, outer] + above.path(to: inner) : nil
}

/// The path by which somebody is, or would be, their own supervisor; `nil` where nobody is.
///
/// - Throws: What `facts` throws.
func supervisorCycle(
  putting person: IdentityIdentifier, under supervisor: IdentityIdentifier, facts: some Facts
) throws -> [IdentityIdentifier]? {
  var path = [person, supervisor]
  var next = supervisor
  while next != person {
    guard let further = try facts.identity(next)?.supervisor, !path.dropFirst().contains(further)
    else { return nil }
    path.append(further)
    next = further
  }
  return path
}

/// The first redirect URI that stands in a list a second time.
func repeated(in uris: [RedirectURI]) -> RedirectURI? {
  var seen: Set<RedirectURI> = []
  return uris.first { !seen.insert($0).inserted }
}

extension Identity {
  /// Whether applications may come to this account: to one that can sign in (portal.md §8).
  var canTakeOver: Bool { enabled }
}
