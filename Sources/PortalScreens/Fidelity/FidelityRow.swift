import PortalModel

/// One thing that the real portal can do, and where it is here: a row of `portal.md` §12, or one more.
public struct FidelityRow: Hashable, Sendable {
  /// What the real portal can do.
  public var feature: String
  /// How far it is here.
  public var extent: Extent
  /// Where it is here.
  public var places: [FidelityPlace]
  /// The rules behind it, by their ids in ``PortalRule/all``.
  public var rules: [String]
  /// What of it is made up, or left out; empty where nothing is.
  public var remark: String

  /// How far something is here.
  public enum Extent: String, CaseIterable, Sendable {
    /// All of it.
    case whole = "here"
    /// Some of it; the remark says what is not.
    case part = "in part"
    /// None of it; the remark says why.
    case none = "not here"
  }

  /// A row of which all is here.
  init(
    _ feature: String, _ places: [FidelityPlace], rules: [String] = [], _ remark: String = ""
  ) {
    self.init(feature, .whole, places, rules: rules, remark)
  }

  init(
    _ feature: String, _ extent: Extent, _ places: [FidelityPlace], rules: [String] = [],
    _ remark: String = ""
  ) {
    self.feature = feature
    self.extent = extent
    self.places = places
    self.rules = rules
    self.remark = remark
  }
}

/// Where something is in this program.
public enum FidelityPlace: Hashable, Sendable {
  /// An action of the screens.
  case action(ActionID)
  /// An action of the screens, where it is not the first of its places.
  case actionIn(ActionContext, ActionID)
  /// A command of the command line, its words after `portal`.
  case command(String)
  /// A path of the token endpoint, under the issuer or the server's root.
  case path(String)

  /// The place in words, as Markdown.
  var words: String {
    switch self {
    case .action(let id):
      return Self.words(id, in: ActionSpec.row(of: id)?.contexts.first ?? .everywhere)
    case .actionIn(let context, let id): return Self.words(id, in: context)
    case .command(let words): return "`portal \(words)`"
    case .path(let path): return "`\(path)`"
    }
  }

  private static func words(_ id: ActionID, in context: ActionContext) -> String {
    guard let row = ActionSpec.row(of: id) else { return "`\(id.word)`" }
    return "\(context.title): \(row.label)" + (row.keys.first.map { " (`\($0.name)`)" } ?? "")
  }
}
