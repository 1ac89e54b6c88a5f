import ArgumentParser
import PortalModel
import PortalStore

/// `portal token reuse`.
struct TokenReuse: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reuse", abstract: "Say or set how often a refresh token may be used again.",
    discussion: """
      unlimited: until it expires (Keycloak's default). A number: so often again after the first use, 0 for \
      once; the newest one of each reply goes on. A running server takes it up with its next request.

      Example:
        portal token reuse 0
      """)

  @Argument(
    help: "unlimited or a number; without it, the present limit is said.",
    transform: Self.limit)
  var limit: Limit?
  @OptionGroup var options: GlobalOptions

  /// What can be set.
  enum Limit: Hashable, Sendable {
    case unlimited
    case times(Int)
  }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      switch limit {
      case nil: break
      case .unlimited: try session.database.setRefreshReuse(nil)
      case .times(let count): try session.database.setRefreshReuse(count)
      }
      let present = try session.database.refreshReuse()
      return Outcome(
        schema: "portal.token-reuse/1",
        [.init("reuse", present.map { .integer(Int64($0)) } ?? .null)],
        lines: [present.map(String.init) ?? "unlimited"])
    }
  }

  private static func limit(_ text: String) throws -> Limit {
    if text == "unlimited" { return .unlimited }
    guard let count = Int(text), (0...1000).contains(count) else {
      throw ValidationError("Give a number from 0 to 1000, or unlimited.")
    }
    return .times(count)
  }
}
