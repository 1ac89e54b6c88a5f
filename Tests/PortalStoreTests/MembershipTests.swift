import GRDB
import PortalModel
import Testing

@testable import PortalStore

@Suite struct MembershipTests {
  /// Every step upward once, whatever way leads there, and even where the rows have a cycle, which no
  /// command can make.
  @Test func everyStepUpwardIsFoundOnce() throws {
    let portal = try Scratch().story()
    let steps = [
      ("inner", "left"), ("inner", "right"), ("left", "top"), ("right", "top"), ("top", "inner"),
      ("other", "top"),
    ]
    let found = try portal.connections.writer().inDatabase { database in
      for name in ["inner", "left", "right", "top", "other"] {
        try database.run("INSERT INTO groups VALUES (?, ?, '')", [name, name])
      }
      for (inner, outer) in steps {
        try database.run("INSERT INTO group_nestings VALUES (?, ?)", [outer, inner])
      }
      try database.run("INSERT INTO group_members VALUES ('inner', 'carol')")
      return try DatabaseFacts(database: database)
        .memberships(from: .identity(IdentityIdentifier(trusted: "carol")))
    }
    let ours = found.map { "\($0.member.name)<\($0.group)" }.filter { $0.contains("inner") }
    #expect(ours.sorted() == ["carol<inner", "inner<left", "inner<right", "top<inner"])
    #expect(found.filter { $0.group.text == "top" }.count == 2)
    #expect(!found.contains { $0.member.name == "other" })
    #expect(Set(found).count == found.count)
  }
}

extension Member {
  fileprivate var name: String {
    switch self {
    case .identity(let id): id.text
    case .group(let id): id.text
    }
  }
}
