import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// Who or what is put into a group or taken out.
struct MemberOptions: ParsableArguments {
  @Option(help: "The account, an application's own included.", transform: Parsing.identity)
  var user: IdentityIdentifier?
  @Option(name: .customLong("group"), help: "Or the group inside.", transform: Parsing.group)
  var inner: GroupIdentifier?
  @Option(
    help: ArgumentHelp(
      "Or a file with a login on each line; - for standard input. All of them, or nobody.",
      valueName: "file"), completion: .file())
  var users: String?

  func validate() throws {
    guard [user != nil, inner != nil, users != nil].filter({ $0 }).count == 1 else {
      throw ValidationError("Give --user LOGIN, --group GROUP or --users FILE: one of them.")
    }
  }

  /// The members, with the line of the list that each stands on.
  func members(from surroundings: Surroundings) throws -> [(member: Member, line: Int?)] {
    if let user { return [(.identity(user), nil)] }
    if let inner { return [(.group(inner), nil)] }
    let text = try users.map { try surroundings.text(of: $0, maximum: Self.maximum) } ?? ""
    var found: [(Member, Int?)] = []
    var seen: Set<IdentityIdentifier> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let login = line.trimmingBlanks
      if login.isEmpty || login.hasPrefix("#") { continue }
      if let hint = IdentifierKind.identity.hint(for: login) {
        throw UsageError("Line \(index + 1): \"\(login.prefix(60))\" cannot be a login. \(hint).")
      }
      let id = IdentityIdentifier(trusted: login)
      guard seen.insert(id).inserted else {
        throw UsageError("Line \(index + 1): \(id) stands in the list already.")
      }
      found.append((.identity(id), index + 1))
    }
    guard !found.isEmpty else { throw UsageError("The list names nobody: a login on each line.") }
    return found
  }

  /// Bytes of the longest list.
  private static let maximum = 4 << 20
}

/// A verb that puts members into a group, or takes them out: one command, however many they are.
protocol MembershipVerb: Verb {
  var group: GroupOptions { get }
  var member: MemberOptions { get }
  func command(_ member: Member) -> PortalCommand
  func command(_ members: [Member]) -> PortalCommand
}

extension MembershipVerb {
  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let members = try member.members(from: surroundings)
    let command =
      members.count == 1 ? command(members[0].member) : command(members.map(\.member))
    return try await withSession(in: surroundings) { session in
      let now = session.now
      let person = group.person.person
      do {
        let performed = try session.perform(command, as: person, at: now)
        return .performed(command, performed.journalID, by: person, at: now)
      } catch Refusal.listedMember(let number, let refusal) {
        throw ListRefusal(line: members[number - 1].line ?? number, refusal: refusal)
      } catch let refusal as Refusal {
        guard let line = members[0].line else { throw refusal }
        throw ListRefusal(line: line, refusal: refusal)
      }
    }
  }
}

/// `portal group join`.
struct JoinGroup: MembershipVerb {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Put somebody, or a group, into a group.",
    discussion: """
      Members of a group inside are members too. A group cannot end up inside itself.

      Examples:
        portal group join web-team --user carol --as alice
        portal group join web-team --users people.txt --as alice
      """)
  @OptionGroup var group: GroupOptions
  @OptionGroup var member: MemberOptions
  @OptionGroup var options: GlobalOptions
  func command(_ member: Member) -> PortalCommand { .addMember(member, to: group.id) }
  func command(_ members: [Member]) -> PortalCommand { .addMembers(members, to: group.id) }
}

/// `portal group leave`.
struct LeaveGroup: MembershipVerb {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "Take somebody, or a group, out of a group.",
    discussion: """
      Example:
        portal group leave web-team --user jdoe --as alice
      """)
  @OptionGroup var group: GroupOptions
  @OptionGroup var member: MemberOptions
  @OptionGroup var options: GlobalOptions
  func command(_ member: Member) -> PortalCommand { .removeMember(member, from: group.id) }
  func command(_ members: [Member]) -> PortalCommand { .removeMembers(members, from: group.id) }
}

/// A rule's no to one line of a list.
struct ListRefusal: Error {
  /// The line, from 1.
  var line: Int
  /// The rule's no.
  var refusal: Refusal
}
