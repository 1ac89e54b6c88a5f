import ArgumentParser
import PortalModel
import PortalStore

/// `portal compact`: old entries of the journal folded away.
struct CompactCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Fold old entries of the journal away.",
    discussion: """
      What the portal holds stays as it is. What is given up: the folded entries can no longer be \
      shown, undone or returned to, and the portal can no longer be built again by giving all its \
      commands anew. Logins, codes and revocations that no token leads to any more go as well. Take a \
      copy before (portal backup FILE). Asks for the word "compact" on a terminal; elsewhere --yes is \
      needed.

      Example:
        portal compact --keep 200 --yes
      """)
  @Option(
    help: ArgumentHelp("How many of the newest entries stay.", valueName: "number"),
    transform: { text in
      guard let number = Int(text), number >= 0 else {
        throw ValidationError("\"\(text)\" is no number of entries: write 0 or more.")
      }
      return number
    })
  var keep = 1000
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    if !yes {
      try surroundings.confirm(
        word: "compact",
        warning: ["Entries older than the newest \(keep) can no longer be shown or undone."])
    }
    return try await withSession(in: surroundings) { session in
      let actor = Operator.current(entrance: "command line")
        .acting(as: IdentityIdentifier(trusted: "compact"))
      while try session.database.prune(at: session.now, session.database.realm()) {}
      let done = try session.database.compact(
        keeping: keep, as: actor, at: session.now,
        progress: { WorkNote.current?.tell("Folding entries away", $0, of: $1) })
      return Outcome(
        schema: "portal.compact/1",
        [
          .init("folded", JSONValue(count: done.entries)),
          .init("up_to", .optional(done.newest?.at.rfc3339)),
          .init("bytes_before", JSONValue(count: done.bytesBefore)),
          .init("bytes_after", JSONValue(count: done.bytesAfter)),
          .init("shrunk", .bool(done.others.isEmpty)),
        ], lines: Self.sentences(done), sentences: Self.sentences(done))
    }
  }

  private static func sentences(_ done: Compaction) -> [String] {
    let folded =
      done.newest.map {
        done.entries == 1
          ? "One entry of \($0.at.dateAndTime) is folded away: it can no longer be shown, undone or "
            + "returned to."
          : "\(done.entries) entries up to \($0.at.dateAndTime) are folded away: they can no longer be "
            + "shown, undone or returned to."
      } ?? "There were no older entries to fold away."
    let size =
      done.others.isEmpty
      ? "The database takes \(done.bytesAfter >> 10) KB now, \(done.bytesBefore >> 10) KB before."
      : "The file keeps its size while others have it open; the room in it is used again."
    return [folded, size]
  }
}
