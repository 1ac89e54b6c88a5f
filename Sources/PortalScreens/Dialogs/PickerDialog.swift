import PortalModel
import TerminalKit

/// What a picker was opened for.
enum PickerPurpose: Hashable, Encodable, Sendable {
  case requestTarget(source: ApplicationIdentifier)
  case grantSource(target: ApplicationIdentifier)
  case linkGroup(ApplicationIdentifier, RoleIdentifier)
  case joinGroup(Member)
  case addMember(GroupIdentifier)
  case nestGroup(into: GroupIdentifier)
  case holdersOfPerson
  case holdersOfGroup
  case newOwner(ApplicationIdentifier)
  case mapSource
  case mapTarget
  case formField(FormField.ID)
  case actAs
  case exchangeUser
  case exchangeSource
  case exchangeTarget
  case activityApplication
  case activityPerson
}

extension PickerPurpose {
  /// The one that cannot be chosen, whatever is typed: an application asks nothing of itself.
  fileprivate var impossible: String? {
    switch self {
    case .requestTarget(let source): source.text
    case .grantSource(let target): target.text
    default: nil
    }
  }
}

extension PickerQuery.Kind {
  /// Where one of these is made.
  var beginnings: String {
    switch self {
    case .application: "New applications are registered in 1 Applications"
    case .identity: "New people are added in 3 People"
    case .group: "New groups are made in 3 People, list Groups"
    }
  }
}

/// A search over applications, people or groups, from which one is chosen.
struct PickerDialog: Hashable, Encodable, Sendable {
  var title: String
  var label: String
  var kind: PickerQuery.Kind
  var purpose: PickerPurpose
  var editor = LineEditor(limit: 100)
  var rows: [PickerRow]?
  var scroll = ListScroll()
  var generation = 0
  /// The search that the rows answer.
  var answered = -1
  /// Enter was pressed before the answer was there: the choice is made when it comes.
  var isChoosing = false
  /// The row that is meant where nothing is typed, if it is among those shown.
  var preferred: String?

  /// More rows than a person reads; typing narrows them.
  static let limit = 200

  var selected: PickerRow? {
    guard let rows, let row = scroll.selection, rows.indices.contains(row) else { return nil }
    return rows[row]
  }

  init(
    title: String, label: String, kind: PickerQuery.Kind, purpose: PickerPurpose,
    preferred: String? = nil
  ) {
    self.preferred = preferred
    self.title = title
    self.label = label
    self.kind = kind
    self.purpose = purpose
  }

  func load() -> Step {
    .load(
      .pick(
        PickerQuery(kind: kind, text: editor.text, limit: Self.limit), generation: generation))
  }

  mutating func loaded(_ rows: [PickerRow], generation: Int) {
    guard generation == self.generation else { return }
    let rows = rows.filter { $0.id != purpose.impossible }
    self.rows = rows
    answered = generation
    scroll = ListScroll(count: rows.count)
    // What was typed in full is what is meant.
    let meant = editor.isEmpty ? preferred : editor.text
    if let meant, let exact = rows.firstIndex(where: { $0.id == meant }) {
      scroll.select(exact, height: 1)
    }
  }

  mutating func handle(_ key: Key, height: Int) -> [Step] {
    switch key {
    case .escape: return [.close]
    case .enter, .tab:
      guard answered == generation else {
        isChoosing = true
        return []
      }
      guard let selected else {
        return [.note("Nothing fits what was typed. \(kind.beginnings)")]
      }
      return [.close, .deliver(.picked(selected, purpose))]
    case .up, .down, .pageUp, .pageDown:
      _ = scroll.handle(key, height: height)
      return []
    case .control("t"):
      editor.goToNextWay()
      isChoosing = false
      generation += 1
      return [load(), .note(editor.way.sentence)]
    default:
      let before = editor.text
      guard editor.handle(key) else {
        return [
          .note(
            "Type to search, \(keyName(.pickerUp)) \(keyName(.pickerDown)) choose, \(keyName(.pickerChoose)) takes it, "
              + "\(keyName(.pickerCancel)) cancels")
        ]
      }
      guard editor.text != before else { return [] }
      isChoosing = false
      generation += 1
      return [load()]
    }
  }

  mutating func paste(_ text: String) -> [Step] {
    editor.insert(FormDialog.oneLine(text))
    isChoosing = false
    generation += 1
    return [load()]
  }
}
