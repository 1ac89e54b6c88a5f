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

/// A verb that puts members into a group, or takes them out.
///
/// Whoever gives a list means all of it: the rules are asked about each command first, and where one
/// is refused, nothing is done.
protocol MembershipVerb: Verb {
  var group: GroupOptions { get }
  var member: MemberOptions { get }
  func command(_ member: Member) -> PortalCommand
}

extension MembershipVerb {
  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let members = try member.members(from: surroundings)
    return try await withSession(in: surroundings) { session in
      let now = session.now
      let person = group.person.person
      if members.count > 1 {
        try session.requireAccepted(members.map { ($0.line, command($0.member)) }, as: person)
      }
      var journal: [Int64] = []
      for (member, line) in members {
        do {
          journal.append(
            try session.perform(command(member), as: person, at: now).journalID)
        } catch let refusal as Refusal {
          guard let line else { throw refusal }
          throw ListRefusal(line: line, refusal: refusal)
        }
      }
      guard members.count == 1, let number = journal.first else {
        return listOutcome(members.map(\.member), journal, at: now)
      }
      return .performed(command(members[0].member), number, by: person, at: now)
    }
  }

  private func listOutcome(
    _ members: [Member], _ journal: [Int64], at now: Instant
  ) -> Outcome {
    let sentences = members.map { command($0).past() + "." }
    return Outcome(
      schema: "portal.performed-list/1",
      [
        .init("at", .string(now.rfc3339)), .init("as", JSONValue(group.person.person)),
        .init("journal", .array(journal.map(JSONValue.integer))),
        .init("do", .array(members.map { command($0).json })),
      ], lines: sentences, sentences: sentences)
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
}

/// A rule's no to one line of a list.
struct ListRefusal: Error {
  /// The line, from 1.
  var line: Int
  /// The rule's no.
  var refusal: Refusal
}
