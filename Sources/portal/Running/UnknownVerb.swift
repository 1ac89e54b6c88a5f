import ArgumentParser
import PortalModel

/// A word on the command line that no command has where it stands.
///
/// The library takes it for an argument of the command before it and speaks of something else.
struct UnknownVerb: Hashable {
  /// The words before it: `portal group`.
  var command: String
  /// The word.
  var word: String
  /// What could stand there.
  var known: [String]

  /// Finds the first such word; `nil` where every word leads somewhere.
  init?(in arguments: [String]) {
    var command: any ParsableCommand.Type = PortalCommandLine.self
    var path = ["portal"]
    for word in arguments {
      let inner = command.configuration.subcommands
      if inner.isEmpty || word.hasPrefix("-") || word == "help" { return nil }
      guard let next = inner.first(where: { $0.configuration.commandName == word }) else {
        self.command = path.joined(separator: " ")
        self.word = word
        known = inner.filter { $0.configuration.shouldDisplay }
          .compactMap { $0.configuration.commandName }
        return
      }
      command = next
      path.append(word)
    }
    return nil
  }

  /// What is wrong and what to do.
  var sentence: String {
    let near = nearestWords(to: word, among: known)
    let hint =
      near.isEmpty
      ? "It knows \(known.joined(separator: ", "))."
      : "Did you mean \(near.joined(separator: " or "))?"
    return "\"\(command)\" knows no \"\(word.prefix(40))\". \(hint)"
  }
}
