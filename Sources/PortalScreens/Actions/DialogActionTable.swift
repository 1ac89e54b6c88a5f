import TerminalKit

/// The kinds of dialogs, which are the contexts of their keys.
public enum DialogKind: String, CaseIterable, Sendable {
  case form, picker, prompt, confirm, signIn, text, fix, actions, filter

  /// The heading in help and documentation.
  public var title: String {
    switch self {
    case .form: "In a form"
    case .picker: "In a search"
    case .prompt: "In a question for words"
    case .confirm: "In a question for yes or no"
    case .signIn: "In the dialog of the sign-in"
    case .text: "In a text"
    case .fix: "In the list of fixes"
    case .actions: "In help and in the list of commands"
    case .filter: "In the filter of a list"
    }
  }

  /// Whether letters are text there, so that no letter can be a key.
  public var takesText: Bool {
    switch self {
    case .form, .picker, .prompt, .actions, .filter: true
    case .confirm, .signIn, .text, .fix: false
    }
  }
}

/// Everything that a key can do in a dialog.
public enum DialogActionID: String, CaseIterable, Encodable, Sendable {
  case formNext, formPrevious, formToggle, formPress, formSubmit, formLeave
  case pickerChoose, pickerUp, pickerDown, pickerPageUp, pickerPageDown, pickerWay, pickerCancel
  case promptSend, promptCancel
  case confirmLeft, confirmRight, confirmPress, confirmYes, confirmNo, confirmCancel
  case signInUp, signInDown, signInFactor, signInDone, signInCancel
  case textUp, textDown, textPageUp, textPageDown, textStart, textEnd, textCopy, textBare, textClose
  case fixUp, fixDown, fixPress, fixGo, fixClose
  case actionsRun, actionsUp, actionsDown, actionsPageUp, actionsPageDown, actionsClose
  case filterKeep, filterWay, filterClear
}

/// One row of the dialogs' table, as ``ActionSpec`` is of the screens'.
public struct DialogActionSpec: Hashable, Sendable {
  /// What it does.
  public var id: DialogActionID
  /// In which kind of dialog.
  public var kind: DialogKind
  /// The keys; the first is the one shown, and the one that the dialog itself knows.
  public var keys: [Key]
  /// The one or two words in the footer; empty where the next hint's words say it.
  public var label: String
  /// The sentence in help and documentation.
  public var summary: String
  /// Which hints stay when the footer is too narrow; 0 is never in the footer.
  public var priority: Int

  init(
    _ id: DialogActionID, _ kind: DialogKind, _ keys: [Key], _ label: String, _ summary: String,
    _ priority: Int
  ) {
    self.id = id
    self.kind = kind
    self.keys = keys
    self.label = label
    self.summary = summary
    self.priority = priority
  }

  /// The rows of a kind, in the order of the footer.
  static func rows(in kind: DialogKind) -> [DialogActionSpec] { table.filter { $0.kind == kind } }

  /// The whole table.
  public static let table: [DialogActionSpec] = [
    .init(.formNext, .form, [.tab, .down], "next field", "Go to the next field.", 9),
    .init(.formPrevious, .form, [.backTab, .up], "field before", "Go to the field before.", 0),
    .init(.formToggle, .form, [.character(" ")], "toggle", "Change a box or a choice.", 8),
    .init(
      .formPress, .form, [.enter], "next / press", "Go on, or press the button in focus.", 7),
    .init(.formSubmit, .form, [.control("s")], "submit", "Send the form.", 6),
    .init(.formLeave, .form, [.escape], "leave", "Leave the form; what was typed is asked for.", 5),
    .init(.pickerChoose, .picker, [.enter, .tab], "choose", "Take the row under the cursor.", 9),
    .init(.pickerUp, .picker, [.up], "", "Go up one row.", 8),
    .init(.pickerDown, .picker, [.down], "move", "Go down one row.", 7),
    .init(.pickerPageUp, .picker, [.pageUp], "page up", "Go up one screen.", 0),
    .init(.pickerPageDown, .picker, [.pageDown], "page down", "Go down one screen.", 0),
    .init(
      .pickerWay, .picker, [.control("t")], "begins/equals",
      "Go from what contains the text to what begins with it, to what equals it.", 5),
    .init(.pickerCancel, .picker, [.escape], "cancel", "Choose nothing.", 6),
    .init(.promptSend, .prompt, [.enter], "send", "Send what was typed.", 9),
    .init(.promptCancel, .prompt, [.escape], "cancel", "Send nothing.", 8),
    .init(.confirmLeft, .confirm, [.left, .backTab], "", "To the other button.", 9),
    .init(.confirmRight, .confirm, [.right, .tab], "choose", "To the other button.", 8),
    .init(
      .confirmPress, .confirm, [.enter, .character(" ")], "do it", "Press the button in focus.", 7),
    .init(.confirmYes, .confirm, [.character("y")], "yes", "Say yes.", 0),
    .init(.confirmNo, .confirm, [.character("n")], "no", "Say no.", 0),
    .init(.confirmCancel, .confirm, [.escape], "cancel", "Do nothing.", 6),
    .init(.signInUp, .signIn, [.up, .character("k")], "", "To the level above.", 9),
    .init(.signInDown, .signIn, [.down, .character("j")], "level", "To the level below.", 8),
    .init(
      .signInFactor, .signIn, [.character(" "), .character("f"), .tab], "second factor",
      "With or without the second factor.", 7),
    .init(.signInDone, .signIn, [.enter], "done", "Take the sign-in as it is shown.", 6),
    .init(.signInCancel, .signIn, [.escape], "cancel", "Leave the sign-in as it was.", 5),
    .init(.textUp, .text, [.up, .character("k")], "", "Up one line.", 9),
    .init(.textDown, .text, [.down, .character("j")], "scroll", "Down one line.", 8),
    .init(.textPageUp, .text, [.pageUp], "page up", "Up one screen.", 0),
    .init(.textPageDown, .text, [.pageDown], "page down", "Down one screen.", 0),
    .init(.textStart, .text, [.home], "start", "To the beginning.", 0),
    .init(.textEnd, .text, [.end], "end", "To the end.", 0),
    .init(
      .textCopy, .text, [.character("c")], "copy", "Put the text on the terminal's clipboard.", 6),
    .init(
      .textBare, .text, [.character("C")], "select",
      "Show the text alone, without a frame, for selecting it with the mouse; and back.", 5),
    .init(.textClose, .text, [.escape, .enter, .character("q")], "close", "Close the text.", 7),
    .init(.fixUp, .fix, [.up, .character("k")], "", "To the fix above.", 0),
    .init(.fixDown, .fix, [.down, .character("j")], "choose", "To the fix below.", 0),
    .init(.fixPress, .fix, [.enter], "do it", "Carry the fix out, as the people named.", 9),
    .init(.fixGo, .fix, [.character("g")], "go there", "Go where the fix is made.", 8),
    .init(.fixClose, .fix, [.escape], "close", "Change nothing.", 7),
    .init(.actionsRun, .actions, [.enter], "run", "Run the action, or say why it cannot be.", 9),
    .init(.actionsUp, .actions, [.up], "", "To the action above.", 8),
    .init(.actionsDown, .actions, [.down], "move", "To the action below.", 7),
    .init(.actionsPageUp, .actions, [.pageUp], "page up", "Up one screen.", 0),
    .init(.actionsPageDown, .actions, [.pageDown], "page down", "Down one screen.", 0),
    .init(.actionsClose, .actions, [.escape], "close", "Run nothing.", 6),
    .init(
      .filterKeep, .filter, [.enter, .tab], "keep filter", "Go on in the list as it is filtered.", 9
    ),
    .init(
      .filterWay, .filter, [.control("t")], "begins/equals",
      "Go from what contains the text to what begins with it, to what equals it.", 7),
    .init(.filterClear, .filter, [.escape], "clear filter", "Show the whole list again.", 8),
  ]
}
