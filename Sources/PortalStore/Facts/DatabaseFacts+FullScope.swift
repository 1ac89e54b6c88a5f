import GRDB
import PortalModel

extension DatabaseFacts {
  func applications(
    withRolesFor groups: [GroupIdentifier], limit: Int
  ) throws -> [ApplicationIdentifier] {
    // Walks the primary key and stops at the limit, whatever the number of applications.
    let open: [String] = try database.all(
      """
      SELECT DISTINCT application FROM roles WHERE applies_to_all = 1
      ORDER BY application LIMIT ?
      """, [limit]
    ) { $0[0] }
    let linked: [String] = try groups.flatMap { group in
      try database.all(
        """
        SELECT DISTINCT application FROM role_links WHERE group_id = ?
        ORDER BY application LIMIT ?
        """, [group.text, limit]
      ) { $0[0] }
    }
    return Set(open + linked).map(ApplicationIdentifier.init(trusted:)).sorted().prefix(limit)
      .map(\.self)
  }
}
