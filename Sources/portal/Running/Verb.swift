import ArgumentParser
import PortalModel

/// A command that does something and says what came of it.
protocol Verb: AsyncParsableCommand {
  var options: GlobalOptions { get }
  func perform(in surroundings: Surroundings) async throws -> Outcome
  /// Whether it ends by itself and asks nothing, so that its time may be shown while it works.
  var showsWork: Bool { get }
}

extension Verb {
  var showsWork: Bool { true }

  /// Opens the portal for a piece of work, words a rule's refusal, and closes the portal again.
  func withSession(
    in surroundings: Surroundings, _ work: (PortalSession) async throws -> Outcome
  ) async throws -> Outcome {
    let session = try PortalSession.open(
      options.session, environment: surroundings.environment)
    defer { session.close() }
    do {
      return try await work(session)
    } catch let refusal as Refusal {
      return try .refused(refusal, nearest: session.nearest(to: refusal))
    } catch let refused as ListRefusal {
      return try .refused(
        refused.refusal, nearest: session.nearest(to: refused.refusal),
        place: "Line \(refused.line)")
    }
  }
}
