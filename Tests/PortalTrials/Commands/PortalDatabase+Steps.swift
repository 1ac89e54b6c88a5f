import PortalModel
import PortalStore

extension PortalDatabase {
  /// Tries a step.
  func perform(
    _ step: TrialStep, number: Int, login: String = "trial"
  ) throws -> TrialOutcome {
    do {
      _ = try entry(doing: step, at: TrialStep.instant(of: number), login: login)
      return .accepted
    } catch let refusal as Refusal {
      return .refused(refusal)
    }
  }

  /// Tries a step; the number of its journal entry, or `nil` where a rule said no.
  func entry(of step: TrialStep, number: Int, login: String) throws -> Int64? {
    do {
      return try entry(doing: step, at: TrialStep.instant(of: number), login: login)
    } catch is Refusal {
      return nil
    }
  }

  private func entry(
    doing step: TrialStep, at instant: Instant, login: String
  ) throws -> Int64 {
    switch step {
    case .perform(let command, let person):
      try perform(command, as: Actor(identity: person, login: login), at: instant).journalID
    case .undo(let person):
      try undo(as: Actor(identity: person, login: login), at: instant).journalID
    case .redo(let person):
      try redo(as: Actor(identity: person, login: login), at: instant).journalID
    }
  }

  /// The whole journal, oldest first.
  func wholeJournal() throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    var before: Int64?
    while true {
      let page = try journal(before: before, limit: 5000)
      guard let last = page.last else { return entries.reversed() }
      entries += page
      before = last.id
    }
  }
}
