import PortalModel
import Testing

@Suite struct GroupClosureTests {
  static let jdoe = Member.identity(IdentityIdentifier(trusted: "jdoe"))

  /// `a<b` puts a into b; `*` is the person.
  static func closure(_ steps: [String], of member: Member = jdoe) -> GroupClosure {
    let memberships = steps.map { step in
      let names = step.split(separator: "<").map { GroupIdentifier(trusted: String($0)) }
      return Membership(member: names[0].text == "*" ? jdoe : .group(names[0]), group: names[1])
    }
    return GroupClosure(of: member, memberships: memberships)
  }

  @Test(arguments: [
    ([], "", ""), (["*<a"], "a", "a"), (["*<a", "a<b", "b<c"], "a b c", "a b c"),
    (["*<a", "*<b"], "a b", "b"),
    // A diamond: by name where ways are equally long.
    (["*<b", "*<a", "a<d", "b<d"], "a b d", "a d"),
    // The shorter way, wherever it stands.
    (["*<a", "a<b", "b<d", "*<c", "c<d"], "a b c d", "c d"),
    // Cycles in the data end.
    (["*<a", "a<b", "b<a"], "a b", "a b"), (["*<a", "a<a"], "a", "a"),
    // What is not above does not count.
    (["*<a", "x<a", "x<y"], "a", "a"),
  ])
  func groupsAndShortestWays(steps: [String], groups: String, path: String) {
    let closure = Self.closure(steps)
    #expect(closure.groups.map(\.text).joined(separator: " ") == groups)
    if let last = path.split(separator: " ").last {
      let way = closure.path(to: GroupIdentifier(trusted: String(last)))
      #expect(way.map(\.text).joined(separator: " ") == path)
    }
  }

  @Test func ofAGroup() {
    let start = GroupIdentifier(trusted: "a")
    let closure = Self.closure(["a<b", "b<c", "c<a", "*<a"], of: .group(start))
    #expect(closure.groups.map(\.text) == ["b", "c"])
    #expect(closure.path(to: GroupIdentifier(trusted: "c")).map(\.text) == ["b", "c"])
    #expect(!closure.contains(start))
    #expect(closure.path(to: start) == [])
  }

  @Test func twoHundredLevels() {
    let chain = (1..<200).map { "g\($0)<g\($0 + 1)" }
    let closure = Self.closure(["*<g1"] + chain.shuffled())
    #expect(closure.groups.count == 200)
    #expect(closure.path(to: GroupIdentifier(trusted: "g200")).count == 200)
    #expect(closure.path(to: GroupIdentifier(trusted: "g200")).last?.text == "g200")
  }

  @Test func nothingWhereTheMemberIsNotIn() {
    #expect(Self.closure(["*<a"]).path(to: GroupIdentifier(trusted: "b")) == [])
    #expect(!Self.closure(["*<a"]).contains(GroupIdentifier(trusted: "b")))
  }
}
