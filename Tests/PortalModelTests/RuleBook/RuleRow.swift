import PortalModel
import PortalTestSupport
import Testing

/// One row of the table of rules: a rule of ``PortalRule/all`` by its id, a scene in which it holds, and
/// one in which it says no or, where nothing can be refused, the contrary case.
struct RuleRow: Sendable {
  var rule: String
  var holds: RuleScene
  var otherwise: RuleScene

  init(_ rule: String, _ holds: RuleScene, otherwise: RuleScene) {
    self.rule = rule
    self.holds = holds
    self.otherwise = otherwise
  }
}

/// What is to be seen in the story's world.
enum RuleScene: Sendable {
  /// The commands go through one after the other, and then the portal is as the closure says.
  case accepted([Given], @Sendable (MemoryFacts) throws -> Bool)
  /// After the first commands the last one is refused so, and writes nothing.
  case refused(Given, Refusal, after: [Given])
  /// A text is no identifier or address, for this reason.
  case malformed(
    @Sendable () -> (any Error & Equatable & Sendable)?, any Error & Equatable & Sendable)
  /// Something that no command is needed for.
  case seen(@Sendable () throws -> Bool)

  /// What it refuses, with the refusals inside it.
  var refusals: [RefusalName] {
    guard case .refused(_, let refusal, _) = self else { return [] }
    switch refusal {
    case .scenarioStep(_, let inner), .listedMember(_, let inner):
      return [RefusalName(of: refusal), RefusalName(of: inner)]
    default: return [RefusalName(of: refusal)]
    }
  }

  func check(_ rule: Comment) throws {
    switch self {
    case .accepted(let commands, let finds):
      let portal = try MemoryPortal.story(after: commands)
      #expect(try finds(portal.facts), rule)
    case .refused(let given, let refusal, let before):
      let portal = try MemoryPortal.story(after: before)
      let contents = portal.facts.contents
      #expect(throws: refusal, rule) { try portal.perform(given) }
      #expect(portal.facts.contents == contents, rule)
    case .malformed(let problem, let expected):
      #expect(problem().map(String.init(reflecting:)) == String(reflecting: expected), rule)
    case .seen(let finds): #expect(try finds(), rule)
    }
  }
}

extension RuleScene {
  static func accepted(
    _ given: Given, after before: [Given] = [],
    finds: @escaping @Sendable (MemoryFacts) throws -> Bool
  ) -> RuleScene {
    .accepted(before + [given], finds)
  }

  /// A command goes through; that it does is all.
  static func accepted(_ given: Given, after before: [Given] = []) -> RuleScene {
    .accepted(before + [given]) { _ in true }
  }

  static func refused(_ given: Given, _ refusal: Refusal) -> RuleScene {
    .refused(given, refusal, after: [])
  }

  /// Nobody but its managers may.
  static func notManager(
    _ given: Given, of id: ApplicationIdentifier, owner: IdentityIdentifier,
    administrators: GroupIdentifier? = nil, after before: [Given] = []
  ) -> RuleScene {
    .refused(
      given,
      .notManager(
        id, actor: given.by, managers: Managers(owner: owner, administrators: administrators)),
      after: before)
  }
}
