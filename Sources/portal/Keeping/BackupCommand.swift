import ArgumentParser
import PortalModel
import PortalStore

/// `portal backup`: a copy of everything, while others work.
struct BackupCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a copy of the whole portal, while it is in use.",
    discussion: """
      The copy holds everything: the journal, client secrets and the signing key. Keep it to \
      yourself. An older copy under the same name is replaced.

      Example:
        portal backup copy.sqlite
      """)
  @Argument(help: "The file to write.", completion: .file()) var file: String
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      try session.database.backup(to: file)
      let sentence =
        "Everything is copied to \(file), secrets and signing key with it: keep it to yourself."
      return Outcome(
        schema: "portal.backup/1", [.init("file", .string(file))], lines: [sentence],
        sentences: [sentence])
    }
  }
}

/// `portal restore`: a copy in place of everything.
struct RestoreCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a copy in place of the whole portal.",
    discussion: """
      The copy is looked at first: one that is damaged, newer than this program or not a portal is \
      refused. Other terminals may stay open; they show the restored portal. Asks for the word \
      "restore" on a terminal; elsewhere --yes is needed.

      Example:
        portal restore copy.sqlite --yes
      """)
  @Argument(help: "A file that \"portal backup\" wrote.", completion: .file()) var file: String
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    if !yes {
      try surroundings.confirm(word: "restore", warning: ["Everything in the portal is replaced."])
    }
    let home = try PortalHome.locate(
      option: options.home, environment: surroundings.environment)
    let replaced = try home.restore(from: file)
    let sentence = "The portal is what \(file) holds."
    let kept = replaced ? ["What was there before is kept in \(home.replacedPath)."] : []
    return Outcome(
      schema: "portal.restore/1",
      [
        .init("file", .string(file)),
        .init("replaced", .optional(replaced ? home.replacedPath : nil)),
      ], lines: [sentence] + kept, sentences: [sentence] + kept)
  }
}
