import PortalModel

/// One page that was open above the first screen of its section, as words: `person bob roles`.
extension Screen {
  /// The words; `nil` for first screens, and for what cannot be opened again.
  var place: String? {
    switch self {
    case .application(let page): "application \(page.id) \(page.tab)"
    case .linkedGroups(let page): "linked \(page.application) \(page.role)"
    case .permissions(let page): "permissions \(page.id) \(page.side)"
    case .person(let page): "person \(page.id) \(page.tab)"
    case .group(let page): "group \(page.id) \(page.tab)"
    case .holders(let page): "holders \(page.application) \(page.role)"
    case .applications, .requests, .people, .map, .exchange, .activity, .tokens: nil
    }
  }

  /// The page that some words describe; `nil` where they describe none.
  init?(place: String) {
    let words = place.split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    let application = try? ApplicationIdentifier(words[1])
    let role = try? RoleIdentifier(words[2])
    switch (words[0], application, role) {
    case ("application", let id?, _):
      var page = ApplicationScreen(id: id)
      page.tab = .allCases.first { "\($0)" == words[2] } ?? page.tab
      self = .application(page)
    case ("linked", let id?, let role?):
      self = .linkedGroups(LinkedGroupsScreen(application: id, role: role))
    case ("permissions", let id?, _):
      var page = PermissionsScreen(id: id)
      page.side = words[2] == "granted" ? .granted : .allowed
      page.isRecalled = true
      self = .permissions(page)
    case ("holders", let id?, let role?):
      var page = HoldersScreen(application: id, role: role)
      page.isRecalled = true
      self = .holders(page)
    case ("person", _, _):
      guard let id = try? IdentityIdentifier(words[1]) else { return nil }
      var page = PersonScreen(id: id)
      page.tab = .allCases.first { "\($0)" == words[2] } ?? page.tab
      self = .person(page)
    case ("group", _, _):
      guard let id = try? GroupIdentifier(words[1]) else { return nil }
      var page = GroupScreen(id: id)
      page.tab = .allCases.first { "\($0)" == words[2] } ?? page.tab
      self = .group(page)
    default: return nil
    }
  }
}

extension State {
  /// The pages that are open in a section, from the first on.
  func openPlaces(in section: Section) -> String {
    (stacks[section] ?? []).compactMap(\.place).joined(separator: ";")
  }

  /// Opens pages again, as far as they can be understood.
  mutating func reopen(_ places: String, in section: Section) {
    for place in places.split(separator: ";").prefix(Self.mostPlaces) {
      guard let screen = Screen(place: String(place)) else { return }
      stacks[section]?.append(screen)
    }
  }

  /// Deeper than anybody goes.
  private static var mostPlaces: Int { 12 }
}

extension ActivityFilter {
  /// What is asked for, as words for the memory; empty for everything.
  var remembered: String {
    let kind = kinds.count == 1 ? kinds.first.map { "\($0)" } : nil
    guard kind != nil || application != nil || identity != nil else { return "" }
    return [kind, application?.text, identity?.text].map { $0 ?? "-" }.joined(separator: " ")
  }

  init(remembered: String) {
    self.init()
    let words = remembered.split(separator: " ").map(String.init)
    guard words.count == 3 else { return }
    if let kind = ActivityKind.allCases.first(where: { "\($0)" == words[0] }) { kinds = [kind] }
    if words[1] != "-" { application = try? ApplicationIdentifier(words[1]) }
    if words[2] != "-" { identity = try? IdentityIdentifier(words[2]) }
  }
}

extension ExchangeDirection {
  /// Both applications as words.
  var remembered: String { "\(source) \(target)" }

  init?(remembered: String) {
    let words = remembered.split(separator: " ").map(String.init)
    guard words.count == 2, let source = try? ApplicationIdentifier(words[0]),
      let target = try? ApplicationIdentifier(words[1])
    else { return nil }
    self.init(source: source, target: target)
  }
}

extension SignIn {
  /// The way of signing in as words.
  var remembered: String { "\(level.rawValue) \(multifactor ? "second" : "none")" }

  init?(remembered: String) {
    let words = remembered.split(separator: " ").map(String.init)
    guard words.count == 2, let level = Int(words[0]).flatMap(LevelOfAssurance.init) else {
      return nil
    }
    self.init(level: level, multifactor: words[1] == "second")
  }
}
