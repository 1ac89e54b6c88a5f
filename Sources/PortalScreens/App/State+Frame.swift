import TerminalKit

/// What the frame itself does, whatever screen it is around.
extension State {
  /// Moves in the list or text in view.
  mutating func move(by action: ActionID) -> [Effect] {
    let keys: [ActionID: Key] = [
      .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .first: .home, .last: .end,
    ]
    guard let key = keys[action], let effects = move(key) else {
      message = Message(kind: .note, text: "There is nothing to move over here")
      return []
    }
    return effects
  }

  /// Takes a person's own settings over, before the first frame.
  public mutating func take(keymap: Keymap, warning: String?) {
    self.keymap = keymap
    if let warning { message = Message(kind: .refused, text: warning) }
  }

  /// Opens where a person wants to be: what was asked for now beats what is remembered, and that
  /// beats what their settings begin with.
  ///
  /// - Parameter memory: `nil` where what is remembered does not count.
  public mutating func open(asked: Section?, memory: Memory?, start: Section?) {
    section = start ?? section
    if let memory { recall(memory) }
    section = asked ?? section
  }

  /// Goes to the next theme; the terminal draws everything in it at once.
  mutating func nextTheme() -> [Effect] {
    let names = Theme.all.map(\.name)
    let index = names.firstIndex(of: theme).map { ($0 + 1) % names.count } ?? 0
    theme = names[index]
    message = Message(kind: .note, text: "Theme \(theme); \(keymap.name(of: .theme, glyphs)): next")
    return [.theme(theme)]
  }

  /// The story's next step goes, or comes back.
  mutating func toggleNextStep() -> [Effect] {
    isFirstStart.toggle()
    isStoryDone = !isFirstStart
    message =
      isFirstStart
      ? nil
      : Message(
        kind: .note,
        text: "The next step is dismissed; \(keymap.name(of: .nextStep, glyphs)) shows it again")
    return storyEffects
  }
}
