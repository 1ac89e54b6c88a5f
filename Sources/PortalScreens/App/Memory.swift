import PortalModel
import TerminalKit

/// Where a person was when they left: what the screens open with the next time.
///
/// Kept as lines of a key and a value. A line that cannot be read is as if it were not there, so that
/// an older or newer program's memory does no harm.
public struct Memory: Hashable, Sendable {
  private var values: [String: String] = [:]

  /// A memory of nothing.
  public init() {}

  /// Reads a memory.
  public init(text: String) {
    for line in text.split(separator: "\n").prefix(64) {
      guard let blank = line.firstIndex(of: " ") else { continue }
      values[String(line[..<blank])] = String(line[line.index(after: blank)...])
    }
  }

  /// The memory as text.
  public var text: String {
    values.filter { !$0.value.isEmpty }.map { "\($0.key) \($0.value)\n" }.sorted().joined()
  }

  subscript(key: String) -> String {
    get { values[key] ?? "" }
    set { values[key] = newValue }
  }
}

extension State {
  /// What is to be remembered of the state.
  public var memory: Memory {
    var memory = Memory()
    memory["section"] = section.word
    // In the order of the sections: a page that two of them have open is remembered in the first.
    for screen in Section.allCases.reversed().flatMap({ stacks[$0] ?? [] }) {
      switch screen {
      case .applications(let list):
        memory["all"] = list.showsAll ? "yes" : ""
        memory["sort"] = list.sort == .identifier ? "" : list.sort.rawValue
        memory["filter"] = list.filter.text
        memory["category"] = list.category?.rawValue ?? ""
        if let row = list.selected {
          memory["row"] = row.id.text
          memory["row-name"] = row.name
          memory["row-owner"] = row.owner.text
          memory["row-category"] = row.category.rawValue
        }
      case .application(let page):
        memory["open"] = page.id.text
        memory["tab"] = page.tab == .details ? "" : String(page.tab.rawValue)
      case .permissions(let permissions):
        memory["permissions"] = permissions.id.text
        memory["side"] = permissions.side == .granted ? "granted" : ""
      case .exchange(let exchange):
        memory["user"] = exchange.user?.id.text ?? ""
        memory["from"] = exchange.source?.text ?? ""
        memory["to"] = exchange.target?.text ?? ""
        memory["want"] = exchange.want == .refresh ? "" : exchange.want.rawValue
      case .people(let people):
        memory["directory"] = people.kind == .groups ? "groups" : ""
        memory["directory-filter"] = people.filter.text
      case .map(let map): memory["map"] = map.showsTree ? "tree" : ""
      case .linkedGroups, .requests, .tokens, .person, .group, .holders, .activity: continue
      }
    }
    return memory
  }

  /// Takes a person back to where they were; what was asked for now goes before.
  public mutating func recall(_ memory: Memory) {
    section = Section(word: memory["section"]) ?? section
    if case .applications(var list) = stacks[.applications]?.first {
      list.showsAll = memory["all"] == "yes"
      list.sort = ApplicationQuery.Sort(rawValue: memory["sort"]) ?? .identifier
      list.filter = LineEditor(text: memory["filter"], limit: list.filter.limit)
      list.category = Application.Category(rawValue: memory["category"])
      list.remembered = memory.row
      stacks[.applications] = [.applications(list)]
    }
    if let id = try? ApplicationIdentifier(memory["open"]) {
      var page = ApplicationScreen(id: id)
      page.tab = Int(memory["tab"]).flatMap(ApplicationScreen.Tab.init) ?? .details
      stacks[.applications]?.append(.application(page))
    }
    if let id = try? ApplicationIdentifier(memory["permissions"]) {
      var permissions = PermissionsScreen(id: id)
      permissions.side = memory["side"] == "granted" ? .granted : .allowed
      stacks[.applications]?.append(.permissions(permissions))
    }
    recallDirectoryAndMap(memory)
    if case .exchange(var exchange) = stacks[.exchange]?.first {
      exchange.source = try? ApplicationIdentifier(memory["from"])
      exchange.target = try? ApplicationIdentifier(memory["to"])
      exchange.want = ExchangeQuery.Want(rawValue: memory["want"]) ?? .refresh
      exchange.remembered = try? IdentityIdentifier(memory["user"])
      stacks[.exchange] = [.exchange(exchange)]
    }
  }
}

extension State {
  private mutating func recallDirectoryAndMap(_ memory: Memory) {
    if case .people(var people) = stacks[.people]?.first {
      people.kind = memory["directory"] == "groups" ? .groups : .identities
      people.filter = LineEditor(text: memory["directory-filter"], limit: people.filter.limit)
      stacks[.people] = [.people(people)]
    }
    if case .map(var map) = stacks[.map]?.first {
      map.showsTree = memory["map"] == "tree"
      stacks[.map] = [.map(map)]
    }
  }
}

extension Memory {
  /// The row of the list that was under the cursor.
  fileprivate var row: ApplicationRow? {
    guard let id = try? ApplicationIdentifier(self["row"]),
      let owner = try? IdentityIdentifier(self["row-owner"])
    else { return nil }
    return ApplicationRow(
      id: id, name: self["row-name"], owner: owner,
      category: Application.Category(rawValue: self["row-category"]) ?? .official, kind: nil)
  }
}

extension ApplicationsScreen {
  /// Puts the cursor on the row that was left; reads the list from there where it lies further down.
  mutating func findRemembered(_ context: ScreenContext) -> [Step] {
    guard let row = remembered else { return [] }
    remembered = nil
    if let index = window.rows.firstIndex(where: { $0.id == row.id }) {
      window.scroll.select(index, height: height(context.body))
      return []
    }
    guard window.hasAfter else { return [] }
    return [.load(.applications(query(context.acting, .from(row)), generation: generation))]
  }
}
