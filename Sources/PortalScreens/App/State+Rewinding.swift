import PortalModel

extension State {
  /// A step back or forward came out.
  mutating func rewound(_ rewind: Rewind, _ outcome: Action.RewindOutcome) -> [Effect] {
    switch outcome {
    case .done(let note):
      overtakeExchange()
      // What was decided may have been taken back: better no word of it than a false one.
      news = [:]
      message = Message(kind: .done, text: note.sentence, hint: note.direction.hint)
      return reload()
    case .refused(let refusal):
      refuse(refusal)
      if case .undo(.laterChanges(let entry, let later, _)) = refusal, case .undo = rewind {
        message = nil
        return apply([.open(.confirm(.together(entry, later)))])
      }
      return reload()
    case .failed(let failure):
      say(failure)
      return []
    }
  }

  /// What an entry wrote has been read: the row is explained.
  mutating func explain(_ row: ActivityRow, _ changes: EntryChanges) -> [Effect] {
    guard case .activity(let activity) = screen else { return [] }
    return apply([.open(.text(activity.explanation(of: row, changes, context)))])
  }

  /// What a picker chose narrows 7 Activity.
  mutating func narrowActivity(_ change: (inout ActivityFilter) -> Void) -> [Effect] {
    guard case .activity(var activity) = screen else { return [] }
    change(&activity.filter)
    let steps = activity.restart()
    screen = .activity(activity)
    return apply(steps)
  }
}

extension UndoneNote.Direction {
  /// What takes it back, for the message row.
  fileprivate var hint: ActionID {
    switch self {
    case .back: .redo
    case .forward, .to: .undo
    }
  }
}
