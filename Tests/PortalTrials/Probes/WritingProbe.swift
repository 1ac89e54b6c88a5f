import PortalModel
import PortalStore
import PortalTestSupport

/// Makes groups, or renames one application; a line with the new name and the microseconds it took for
/// each.
///
/// Arguments: a prefix for the identifiers, and perhaps a number of commands, or of seconds (`5s`),
/// after which to end.
struct WritingProbe {
  let portal: PortalDatabase
  let prefix: String
  let count: Int
  let seconds: Double

  init(portal: PortalDatabase, arguments: [String]) {
    self.portal = portal
    prefix = arguments.first ?? "probe"
    let end = arguments.count > 1 ? arguments[1] : ""
    count = Int(end) ?? .max
    seconds = end.hasSuffix("s") ? Double(end.dropLast()) ?? .infinity : .infinity
  }

  func run() throws {
    let actor = Actor(identity: IdentityIdentifier(trusted: "probe"), login: prefix)
    try repeatedly { name, number in
      let id = GroupIdentifier(trusted: name)
      try portal.perform(
        .createGroup(Group(id: id, displayName: "Group \(number) of \(prefix)")), as: actor,
        at: Instant(seconds: 1_750_000_000))
    }
  }

  /// Gives the story's first application one name after the other.
  func rename() throws {
    let actor = Actor(identity: Story.alice, login: prefix)
    try repeatedly { name, _ in
      try portal.perform(
        .editApplication(Story.frontEnd, ApplicationDetails(name: name)), as: actor,
        at: Instant(seconds: 1_750_000_000))
    }
  }

  private func repeatedly(_ body: (String, Int) throws -> Void) throws {
    let begin = ProbeProgram.nanoseconds()
    var before = begin
    for number in 0..<count {
      guard Double(before - begin) < seconds * 1e9 else { return }
      let name = "\(prefix)-\(number)"
      try body(name, number)
      let after = ProbeProgram.nanoseconds()
      guard ProbeProgram.say("\(name) \((after - before) / 1000)") else { return }
      before = ProbeProgram.nanoseconds()
    }
  }
}
