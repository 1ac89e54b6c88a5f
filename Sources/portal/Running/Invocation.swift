import ArgumentParser
import PortalModel

/// One run of the program: reads the arguments, carries the command out, and says what came of it.
struct Invocation {
  var arguments: [String]
  var surroundings: Surroundings

  func run() async -> ExitStatus {
    do {
      let command = try PortalCommandLine.parseAsRoot(arguments)
      if let verb = command as? any Verb {
        return say(try await outcome(of: verb))
      }
      return try await runUnspoken(command)
    } catch {
      return sayUsage(error)
    }
  }

  /// Commands that print for themselves: the screens, and the library's own help.
  private func runUnspoken(_ command: any ParsableCommand) async throws -> ExitStatus {
    guard let screens = command as? ScreensCommand else {
      var command = command
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .done
    }
    if wantsJSON {
      return say(.usage("--json needs a command, such as \"portal app list --json\"."))
    }
    do {
      try await screens.open(in: surroundings)
      return .done
    } catch {
      guard let outcome = Outcome.failure(error) else { throw error }
      return say(outcome)
    }
  }

  /// The screens as they open without any argument. The argument library is not asked: looking up what
  /// its commands conform to takes a third of the time to the first screen.
  @MainActor
  func openScreens() -> ExitStatus {
    do {
      let environment = surroundings.environment
      try ScreenEntrance.run(
        options: SessionOptions(), look: ScreenLook(environment: environment), person: nil,
        environment: environment)
      return .done
    } catch {
      let outcome =
        Outcome.failure(error)
        ?? .error(.environment, code: "unexpected", message: "\(error)")
      return say(outcome)
    }
  }

  private func outcome(of verb: any Verb) async throws -> Outcome {
    let note = verb.showsWork ? WorkNote(surroundings) : nil
    defer { note?.end() }
    do {
      return try await WorkNote.$current.withValue(note) {
        try await verb.perform(in: surroundings)
      }
    } catch {
      guard let outcome = Outcome.failure(error) else { throw error }
      return outcome
    }
  }

  private func say(_ outcome: Outcome) -> ExitStatus {
    if wantsJSON, outcome.isSaid {
      return outcome.status
    } else if wantsJSON {
      surroundings.output(outcome.object.encoded + "\n")
      surroundings.warn(outcome.sentences)
    } else if !outcome.isReport, [.environment, .usage].contains(outcome.status) {
      surroundings.warn(outcome.lines)
    } else {
      surroundings.say(outcome.lines)
    }
    return outcome.status
  }

  /// Errors of the command line itself, and help, which the library treats alike.
  private func sayUsage(_ error: any Error) -> ExitStatus {
    let code = PortalCommandLine.exitCode(for: error)
    let isHelp = code == .success
    guard isHelp || code == .validationFailure else {
      let message = "Something unexpected went wrong, please report it: \(error)."
      return say(.error(.environment, code: "unexpected", message: message))
    }
    if !isHelp, let unknown = UnknownVerb(in: arguments) { return say(.usage(unknown.sentence)) }
    let text = PortalCommandLine.fullMessage(for: error)
    guard wantsJSON else {
      if isHelp { surroundings.say(Self.lines(text)) } else { surroundings.warn(Self.lines(text)) }
      return isHelp ? .done : .usage
    }
    let message = PortalCommandLine.message(for: error)
    let outcome =
      isHelp
      ? Outcome(schema: "portal.text/1", [.init("text", .string(text))], lines: [])
      : Outcome.usage(message)
    return say(outcome)
  }

  /// Looked for by hand: it counts also where the arguments as a whole cannot be read.
  private var wantsJSON: Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
