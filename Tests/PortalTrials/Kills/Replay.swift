import PortalModel
import PortalStore

/// Gives the commands of a journal again, in an empty portal.
public enum Replay {
  /// What is different in the portal that comes of it; `nil` where both hold the same, secrets apart.
  ///
  /// The commands are given anew and decided on anew; no changeset is looked at.
  public static func difference(from portal: PortalDatabase) throws -> String? {
    try TrialHome.with { home in
      let again = try PortalDatabase.open(home)
      defer { again.close() }
      for entry in try portal.wholeJournal() {
        if let fault = repeated(entry, in: again) { return "entry \(entry.id): \(fault)" }
      }
      let found = try again.snapshot().withoutSecretTexts
      let expected = try portal.snapshot().withoutSecretTexts
      return found == expected ? nil : found.difference(from: expected)
    }
  }

  private static func repeated(_ entry: JournalEntry, in portal: PortalDatabase) -> String? {
    do {
      let id: Int64
      switch entry.act {
      case .command(let command):
        id = try portal.perform(command, as: entry.actor, at: entry.at).journalID
      case .rewinding(.undo(let entries)):
        id = try portal.undo(
          as: entry.actor, entry: entries.last, withDependents: entries.count > 1, at: entry.at
        ).journalID
      case .rewinding(.redo): id = try portal.redo(as: entry.actor, at: entry.at).journalID
      case .rewinding(.returnTo(let target, _, _)):
        id = try portal.returnTo(entry: target, as: entry.actor, at: entry.at).journalID
      case .folded: return "older entries are folded away"
      case .unknown: return "nothing that this version knows: \(entry.name)"
      }
      return id == entry.id ? nil : "came as \(id)"
    } catch {
      return "\(error)"
    }
  }
}
