import PortalModel
import TerminalKit

extension ActivityScreen {
  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .explainRow:
      guard let selected else { return nil }
      if let entry = selected.entry { return [.load(.entryChanges(selected, entry))] }
      return [.open(.text(explanation(of: selected, nil, context)))]
    case .undoRow:
      guard let entry = selected?.entry else { return nil }
      return [
        .effect(.rewind(.undo(entry: entry, withDependents: false), as: context.acting.id))
      ]
    case .returnToRow:
      guard let entry = selected?.entry else { return nil }
      return [.load(.returnPreview(entry))]
    case .kindFilter:
      let next = ActivityKind.allCases
      let current = filter.kinds.count == 1 ? filter.kinds.first : nil
      let index = current.flatMap(next.firstIndex(of:)).map { $0 + 1 } ?? 0
      filter.kinds = index < next.count ? [next[index]] : Set(next)
      return restart() + [.note("Shown: \(filterText ?? "everything")")]
    case .applicationFilter:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "What concerns…", label: "Which application?", kind: .application,
              purpose: .activityApplication)))
      ]
    case .personFilter:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "What was done by…", label: "Which person?", kind: .identity,
              purpose: .activityPerson)))
      ]
    case .allActivity:
      filter = ActivityFilter()
      return restart() + [.note("Shown: everything")]
    default: return nil
    }
  }

  func availability(of action: ActionID) -> Availability {
    switch action {
    case .explainRow: selected == nil ? .impossible("There is no row here") : .possible
    case .undoRow, .returnToRow:
      switch selected?.what {
      case nil: .impossible("There is no row here")
      case .entry(_, _, _, let by?) where action == .undoRow:
        .impossible("This row is taken back already, by row \(by)")
      case .entry: .possible
      case .refusal: .impossible("A refusal changed nothing: there is nothing to go back from")
      case .request: .impossible("A token request changes nothing of the portal")
      }
    case .allActivity:
      filterText == nil ? .impossible("Everything is shown already") : .possible
    default: .possible
    }
  }

  /// The question before a return.
  static func question(_ entry: Int64, _ preview: ReturnPreview) -> ConfirmDialog {
    var lines = [
      "The portal is put back to how it was after row \(entry): "
        + "\(counted(preview.rows, "row")) rewound, whoever made them.",
      "Nothing is struck from Activity: returning to a later row goes forward again.",
    ]
    if preview.scenarios > 0 {
      lines.insert(
        "\(counted(preview.scenarios, "loaded scenario")) among them: the portal from before it "
          + "comes back.", at: 1)
    }
    return ConfirmDialog(
      title: "Return to here?", lines: lines, verb: "Return",
      consequence: .rewind(.returnTo(entry: entry)))
  }
}

extension ConfirmDialog {
  /// The offer to take a change back with all that builds on it.
  static func together(_ entry: EntryReference, _ later: LaterEntries) -> ConfirmDialog {
    var lines = ["Row \(entry.id), \(entry.sentence), and what builds on it:"]
    lines += later.named.prefix(5).map { "row \($0.id): \($0.sentence)" }
    let rest = later.count - min(5, later.named.count)
    if rest > 0 { lines.append("and \(counted(rest, "more change"))") }
    lines.append("\(keyName(.redo)) brings all of it again.")
    return ConfirmDialog(
      title: "Undo these \(later.words(and: 1)) together?", lines: lines, verb: "Undo together",
      consequence: .rewind(.undo(entry: entry.id, withDependents: true)))
  }
}
