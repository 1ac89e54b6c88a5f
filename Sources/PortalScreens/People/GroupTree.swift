import PortalModel

/// The groups above a member as a tree: those it is directly in, and under each the groups that this
/// one is in.
struct GroupTree: Hashable, Encodable, Sendable {
  struct Row: Hashable, Encodable, Sendable {
    var group: GroupIdentifier
    /// How far in: 0 for groups that the member is directly in.
    var depth: Int
    /// The group has stood above already; what is above it is not said again.
    var isRepeated: Bool
  }

  private(set) var rows: [Row] = []
  /// There are more rows than anybody reads.
  private(set) var isCut = false

  /// More rows than a person reads.
  static let limit = 2_000

  init(of member: Member, memberships: [Membership]) {
    let upward = Dictionary(grouping: memberships, by: \.member)
      .mapValues { $0.map(\.group).sorted() }
    var seen: Set<GroupIdentifier> = []
    // A stack by hand: groups may be nested deeper than calls should be.
    var waiting = (upward[member] ?? []).reversed().map { (group: $0, depth: 0) }
    while let next = waiting.popLast() {
      guard rows.count < Self.limit else {
        isCut = true
        return
      }
      let isNew = seen.insert(next.group).inserted
      let above = upward[.group(next.group)] ?? []
      rows.append(
        Row(group: next.group, depth: next.depth, isRepeated: !isNew && !above.isEmpty))
      guard isNew else { continue }
      waiting += above.reversed().map { (group: $0, depth: next.depth + 1) }
    }
  }
}
