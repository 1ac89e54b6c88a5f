import PortalModel

/// The memberships of a whole scenario, upward: which groups each member is directly in.
struct GroupsAbove {
  private var groups: [Member: [GroupIdentifier]] = [:]
  /// Who was in a group when they acted.
  private(set) var former: [GroupIdentifier: Set<IdentityIdentifier>] = [:]

  init(_ entries: [GroupEntry]) {
    for entry in entries {
      let id = entry.group.id
      for member in entry.allMembers { groups[member, default: []].append(id) }
      former[id] = Set(entry.formerMembers.map(\.value))
    }
  }

  init(_ memberships: [Membership]) {
    for step in memberships { groups[step.member, default: []].append(step.group) }
  }

  /// Whether a member is in a group, directly or through others.
  func contains(_ group: GroupIdentifier, above member: Member) -> Bool {
    var seen: Set<GroupIdentifier> = []
    var waiting = groups[member] ?? []
    while let next = waiting.popLast() {
      if next == group { return true }
      if seen.insert(next).inserted { waiting += groups[.group(next)] ?? [] }
    }
    return false
  }

  /// A group that is inside itself, with the groups between; `nil` where there is none.
  func cycle() -> [GroupIdentifier]? {
    var done: Set<GroupIdentifier> = []
    let starts = groups.keys.compactMap { if case .group(let id) = $0 { id } else { nil } }
    for start in starts.sorted() where !done.contains(start) {
      // Depth first without recursion: groups may be nested as deep as the text is long.
      var path = [start]
      var next = [Array((groups[.group(start)] ?? []).sorted())]
      var onPath: Set = [start]
      while let open = path.last {
        if let group = next[next.count - 1].popLast() {
          if onPath.contains(group) {
            return Array(path[(path.firstIndex(of: group) ?? 0)...]) + [group]
          }
          if done.contains(group) { continue }
          path.append(group)
          next.append((groups[.group(group)] ?? []).sorted())
          onPath.insert(group)
        } else {
          done.insert(open)
          onPath.remove(open)
          path.removeLast()
          next.removeLast()
        }
      }
    }
    return nil
  }
}

extension GroupEntry {
  /// Everything that is directly in the group in the end.
  var allMembers: [Member] {
    members.map { .identity($0.value) } + memberGroups.map { .group($0.value) }
      + memberApplications.map {
        .identity(IdentityIdentifier(applicationIdentity: $0.value))
      }
  }
}
