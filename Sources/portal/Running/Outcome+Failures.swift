import PortalEndpoint
import PortalModel
import PortalScenarios
import PortalScreens
import PortalStore
import PortalTokens

extension Outcome {
  /// A rule's no, with the identifiers nearest to an unknown one.
  static func refused(
    _ refusal: Refusal, nearest: [String] = [], place: String? = nil
  ) -> Outcome {
    var explanation = refusal.explanation
    if let place { explanation.what = "\(place): \(explanation.what)" }
    if !nearest.isEmpty {
      explanation.next = "Did you mean \(nearest.joined(separator: " or "))?"
    }
    return Outcome(
      .refused, schema: "portal.refusal/1",
      [
        .init("rule", .string(refusal.code)), .init("what", .string(explanation.what)),
        .init("why", .string(explanation.why)), .init("next", .string(explanation.next)),
        .init("who", refusal.managers.map(\.json) ?? .null),
        .init("nearest", .array(nearest.map(JSONValue.string))),
      ], lines: explanation.sentences, sentences: explanation.sentences)
  }

  /// Something beneath the rules that is in the way.
  static func error(_ status: ExitStatus, code: String, message: String) -> Outcome {
    Outcome(
      status, schema: "portal.error/1",
      [
        .init("kind", .string(status == .usage ? "usage" : "environment")),
        .init("code", .string(code)), .init("message", .string(message)),
      ], lines: ["portal: \(message)"], sentences: ["portal: \(message)"])
  }

  /// Something wrong with the command line.
  static func usage(_ sentence: String) -> Outcome {
    error(.usage, code: "usage", message: sentence)
  }

  /// The outcome of an error of the modules below; `nil` for the command line's own.
  static func failure(_ error: any Error) -> Outcome? {
    switch error {
    case let refusal as Refusal: refused(refusal)
    case let error as StoreError: .error(.environment, code: error.code, message: error.sentence)
    case let error as TokenError: .error(.environment, code: error.code, message: error.sentence)
    case let error as EndpointError:
      .error(.environment, code: error.code, message: error.sentence)
    case let error as ScreenError: .error(.environment, code: error.code, message: error.sentence)
    case let error as FileError: .error(.environment, code: error.code, message: error.sentence)
    case let error as ScenarioError: invalid(error)
    case let problem as MetadataProblem: invalid(problem)
    case let error as UsageError: usage(error.sentence)
    default: nil
    }
  }

  /// SAML metadata that cannot be taken, said like a rule's no.
  static func invalid(_ problem: MetadataProblem) -> Outcome {
    let explanation = problem.explanation
    return Outcome(
      .refused, schema: "portal.refusal/1",
      [
        .init("rule", .string("bad_metadata")), .init("what", .string(explanation.what)),
        .init("why", .string(explanation.why)), .init("next", .string(explanation.next)),
        .init("who", .null), .init("nearest", .array([])),
      ], lines: explanation.sentences, sentences: explanation.sentences)
  }

  /// A scenario that cannot be read, with everything that is wrong with it.
  static func invalid(_ error: ScenarioError) -> Outcome {
    let problems = error.problems.map { problem in
      JSONValue.object([
        .init("line", .integer(Int64(problem.line))), .init("field", .string(problem.field)),
        .init("message", .string(problem.sentence)),
      ])
    }
    let lines = error.problems.map { "\(error.name): \($0.sentence)" }
    return Outcome(
      .refused, schema: "portal.scenario-problems/1",
      [.init("name", .string(error.name)), .init("problems", .array(problems))], lines: lines,
      sentences: lines)
  }
}

/// Something wrong with the command line that shows only while the command runs.
struct UsageError: Error, Hashable {
  /// What is wrong and what to do.
  var sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

extension Refusal {
  /// Who could do what was refused, where the refusal says so.
  fileprivate var managers: Managers? {
    if case .notManager(_, _, let managers) = self { managers } else { nil }
  }
}
