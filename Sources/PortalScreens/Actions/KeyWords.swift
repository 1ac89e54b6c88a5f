import TerminalKit

/// The keys as they are now, for the sentences that name one.
///
/// Sentences are made in many places, some of which know nothing but a value of the model. So the keys
/// that count are set around ``reduce(_:_:_:)``, ``render(_:now:)`` and the pages of plain mode; outside
/// of these they are the table's.
enum KeyWords {
  struct Effective: Sendable {
    var keymap = Keymap()
    var glyphs = Glyphs.unicode
  }

  @TaskLocal static var effective = Effective()

  /// Does something with the keys of a state.
  static func following<Result>(_ state: State, _ body: () -> Result) -> Result {
    let effective = Effective(keymap: state.keymap, glyphs: state.glyphs)
    return $effective.withValue(effective, operation: body)
  }
}

/// The key of an action, for a sentence: `n`, or `:new` where somebody took all keys off it.
func keyName(_ id: ActionID) -> String {
  let effective = KeyWords.effective
  guard let row = ActionSpec.row(of: id) else { return "" }
  return effective.keymap.keys(of: row).first?.name(glyphs: effective.glyphs) ?? ":\(row.label)"
}

/// The key of what a dialog does, for a sentence.
func keyName(_ id: DialogActionID) -> String {
  let effective = KeyWords.effective
  return DialogActionSpec.row(of: id).flatMap { effective.keymap.keys(of: $0).first }?
    .name(glyphs: effective.glyphs) ?? ""
}

extension DialogActionSpec {
  /// The row of what a dialog does.
  static func row(of id: DialogActionID) -> DialogActionSpec? { table.first { $0.id == id } }
}

extension Section {
  /// The section as row 2 names it, with the key that goes there: `1 Applications`.
  var name: String { "\(keyName(action)) \(title)" }

  /// The action that goes there.
  var action: ActionID {
    switch self {
    case .applications: .applicationsSection
    case .requests: .requestsSection
    case .people: .peopleSection
    case .exchange: .exchangeSection
    case .map: .mapSection
    case .activity: .activitySection
    }
  }
}

extension StyledLine {
  /// An action's key and what it does, as one thing to click.
  static func hint(_ id: ActionID, _ words: String) -> StyledLine {
    let line = StyledLine([(keyName(id), .key), (" \(words)", .plain)])
    let known = ActionSpec.row(of: id).flatMap { KeyWords.effective.keymap.keys(of: $0).first }
    return known.map { line.leading(to: .key($0)) } ?? line
  }
}
