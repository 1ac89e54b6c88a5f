import PortalModel
import TerminalKit

/// "Advanced": what the service keeps for the client beyond the portal's form. One field for each row
/// of ``ClientSetting``.
extension FormDialog {
  static func advanced(_ id: ApplicationIdentifier, _ settings: ClientSettings) -> FormDialog {
    FormDialog(
      purpose: .advanced(id, settings),
      fields: ClientSetting.allCases.map { field($0, settings) } + [.button(.submit, "Submit")])
  }

  /// The longest list that can be typed: as many entries as the rules take would not fit a line
  /// that a person reads.
  private static let listLimit = 2_000

  private static func field(_ setting: ClientSetting, _ settings: ClientSettings) -> FormField {
    let id = FormField.ID.setting(setting)
    if let isOn = setting.isOn(in: settings) {
      return FormField(id: id, label: setting.label, kind: .check(isOn))
    }
    switch setting {
    case .accessTokenLifetime:
      return .text(
        id, setting.label, settings.accessTokenLifetime.map(String.init) ?? "",
        placeholder: "the realm's 1200 seconds", limit: 6)
    case .permissionStrategy:
      let strategies = PermissionStrategy.allCases
      return FormField(
        id: id, label: setting.label,
        kind: .choice(
          strategies.map(\.label),
          selected: strategies.firstIndex(of: settings.permissionStrategy) ?? 0))
    default:
      return .text(
        id, setting.label, setting.entries(in: settings).joined(separator: " "),
        placeholder: "none; blanks between", limit: listLimit)
    }
  }

  /// The service's settings after editing.
  func settingsTyped(_ old: ClientSettings) -> ClientSettings {
    var settings = old
    for setting in ClientSetting.allCases {
      guard let field = self[.setting(setting)] else { continue }
      if let path = setting.path { settings[keyPath: path] = field.isOn }
      if let path = setting.listPath { settings[keyPath: path] = Self.words(field.text) }
      if setting == .accessTokenLifetime { settings.accessTokenLifetime = Int(field.text) }
      if setting == .permissionStrategy {
        settings.permissionStrategy =
          PermissionStrategy.allCases[safe: field.choice] ?? old.permissionStrategy
      }
    }
    return settings
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// What is wrong with a field of the service's settings.
  func advancedProblem(of field: FormField) -> String? {
    guard case .setting(let setting) = field.id else { return nil }
    if setting == .accessTokenLifetime {
      let range = FieldLimit.lifetime
      return field.text.isEmpty || Int(field.text).map(range.contains) == true
        ? nil : "A number of seconds from \(range.lowerBound) to \(range.upperBound), or nothing"
    }
    guard setting.listPath != nil else { return nil }
    let words = Self.words(field.text)
    if words.count > FieldLimit.listLength { return "At most \(FieldLimit.listLength) entries" }
    if Set(words).count < words.count { return "An entry stands in the list twice" }
    if words.contains(where: { !FieldLimit.isWord($0) }) {
      return "An entry has at most \(FieldLimit.word) bytes"
    }
    if setting == .webOrigins, let wrong = words.first(where: { !PageAddress.isWebOrigin($0) }) {
      return "\(quoted(String(wrong.prefix(40)))) is no origin: +, * or https://host"
    }
    return limit(field)
  }

  /// What a setting changes in a token, or in whether there is one.
  func advancedRemark(on field: FormField) -> String? {
    if case .setting(let setting) = field.id { return setting.effect }
    return field.id == .supervisor
      ? "Official applications pass to them when this person leaves; "
        + "\(keyName(.formPress)) chooses" : nil
  }
}
