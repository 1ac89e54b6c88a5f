import ArgumentParser
import PortalModel
import PortalStore
import TerminalNCurses

/// `portal doctor`: what is in order and what is not.
struct DoctorCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look whether everything is in order, and say how to mend it.",
    discussion: """
      Makes nothing and changes nothing. Ends with 3 where something does not work, else with 0. \
      Looking at all pages of a large portal takes about a second for each gigabyte.

      Example:
        portal doctor
      """)

  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let home = try PortalHome.locate(
      option: options.home, environment: surroundings.environment)
    let terminal = await TerminalExamination()
    let checks =
      HealthCheck.checks(of: home, home.examine()) + HealthCheck.checks(of: terminal)
    let problems = checks.filter { $0.state == .problem }.count
    let end =
      switch problems {
      case 0: "Everything is in order."
      case 1: "One thing is not in order."
      default: "\(problems) things are not in order."
      }
    var outcome = Outcome(
      problems == 0 ? .done : .environment, schema: "portal.doctor/1",
      [
        .init("home", .string(home.folder)), .init("healthy", .bool(problems == 0)),
        .init("checks", .array(checks.map(\.json))),
      ],
      lines: checks.flatMap { $0.lines(isUnicode: surroundings.isUnicode) } + ["", end],
      sentences: [end])
    outcome.isReport = true
    return outcome
  }
}
