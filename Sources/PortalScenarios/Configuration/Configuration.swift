import PortalModel

/// What a person has chosen in their `config.yaml`: keys and looks of the screens.
///
/// A value that was not written, or could not be read, is `nil`: one mistake does not take the rest
/// of the file away. The format is described in `Docs/configuration.md`.
public struct Configuration: Hashable, Sendable {
  /// The name of a theme, or `auto`.
  public var theme: String?
  /// Whether the mouse works in the screens.
  public var mouse: Bool?
  /// Whether only ASCII is drawn.
  public var ascii: Bool?
  /// The section that the screens open with.
  public var start: String?
  /// Keys for actions, in the file's order.
  public var keys: [KeyChoice] = []
  /// Keys for what dialogs do, in the file's order.
  public var dialogKeys: [KeyChoice] = []

  /// The keys that one action is to have, in place of its own.
  public struct KeyChoice: Hashable, Sendable {
    /// The action's name, such as `new-application`.
    public var action: String
    /// The names of the keys; none takes the action's keys away.
    public var keys: [String]
    /// Where it stands, from 1.
    public var line: Int
  }

  /// What may be written: the words of the program that reads the file.
  public struct Vocabulary: Sendable {
    /// The names of themes.
    public var themes: [String]
    /// The names of sections.
    public var sections: [String]
    /// The names of actions.
    public var actions: [String]
    /// The names of what dialogs do.
    public var dialogActions: [String]
    /// Whether a text names a key.
    public var isKey: @Sendable (String) -> Bool
    /// What is wrong with keys that are all known, as a whole.
    public var objections: @Sendable (Configuration) -> [Objection]

    /// Makes a vocabulary.
    public init(
      themes: [String], sections: [String], actions: [String], dialogActions: [String],
      isKey: @escaping @Sendable (String) -> Bool,
      objections: @escaping @Sendable (Configuration) -> [Objection]
    ) {
      self.themes = themes
      self.sections = sections
      self.actions = actions
      self.dialogActions = dialogActions
      self.isKey = isKey
      self.objections = objections
    }
  }

  /// Something wrong with a choice of keys that are well written.
  public struct Objection: Hashable, Sendable {
    /// The choice.
    public var choice: KeyChoice
    /// What is wrong.
    public var kind: ScenarioProblem.Kind

    /// Makes an objection.
    public init(_ choice: KeyChoice, _ kind: ScenarioProblem.Kind) {
      self.choice = choice
      self.kind = kind
    }
  }

  /// A configuration in which nothing is chosen.
  public init() {}
}
