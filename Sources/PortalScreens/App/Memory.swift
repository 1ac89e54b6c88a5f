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

  /// How far the story has come: `on`, `done`, or empty. It is the portal's, not one person's.
  public var story: String {
    get { self["story"] }
    set { self["story"] = newValue }
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
    memory["port"] = otherPort.map(String.init) ?? ""
    memory.story = isStoryDone ? "done" : isFirstStart ? "on" : ""
    for section in Section.allCases {
      memory["open-\(section.word)"] = openPlaces(in: section)
    }
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
      case .exchange(let exchange):
        memory["user"] = exchange.user?.id.text ?? exchange.remembered?.text ?? ""
        memory["from"] = exchange.source?.text ?? ""
        memory["to"] = exchange.target?.text ?? ""
        memory["want"] = exchange.want == .refresh ? "" : exchange.want.rawValue
        memory["sign-in"] = (exchange.signIn ?? exchange.rememberedSignIn)?.remembered ?? ""
      case .people(let people):
        memory["directory"] = people.kind == .groups ? "groups" : ""
        memory["directory-filter"] = people.filter.text
        memory["directory-row"] = people.remembered ?? people.list.selected?.id ?? ""
      case .map(let map):
        memory["map"] = map.showsTree ? "tree" : ""
        memory["map-root"] = map.root?.text ?? ""
        memory["map-cell"] = (map.remembered ?? map.cell)?.remembered ?? ""
      case .requests(let requests):
        let direction =
          requests.remembered ?? requests.selected?.row.round?.permission.direction
        memory["request"] = direction?.remembered ?? ""
      case .activity(let activity): memory["activity"] = activity.filter.remembered
      case .application, .permissions, .linkedGroups, .tokens, .person, .group, .holders: continue
      }
    }
    return memory
  }

  /// Takes a person back to where they were; what was asked for now goes before.
  public mutating func recall(_ memory: Memory) {
    section = Section(word: memory["section"]) ?? section
    otherPort = Int(memory["port"]).flatMap { (1...65_535).contains($0) ? $0 : nil }
    // A story that was begun goes on; one that is done or was dismissed does not come back.
    if memory.story == "on" { isFirstStart = true }
    if memory.story == "done" { (isFirstStart, isStoryDone) = (false, true) }
    if case .applications(var list) = stacks[.applications]?.first {
      list.showsAll = memory["all"] == "yes"
      list.sort = ApplicationQuery.Sort(rawValue: memory["sort"]) ?? .identifier
      list.filter = LineEditor(text: memory["filter"], limit: list.filter.limit)
      list.category = Application.Category(rawValue: memory["category"])
      list.remembered = memory.row
      stacks[.applications] = [.applications(list)]
    }
    recallDirectoryAndMap(memory)
    recallRequestsAndActivity(memory)
    if case .exchange(var exchange) = stacks[.exchange]?.first {
      exchange.source = try? ApplicationIdentifier(memory["from"])
      exchange.target = try? ApplicationIdentifier(memory["to"])
      exchange.want = ExchangeQuery.Want(rawValue: memory["want"]) ?? .refresh
      exchange.remembered = try? IdentityIdentifier(memory["user"])
      exchange.rememberedSignIn = SignIn(remembered: memory["sign-in"])
      stacks[.exchange] = [.exchange(exchange)]
    }
    for section in Section.allCases { reopen(memory["open-\(section.word)"], in: section) }
  }
}

extension State {
  private mutating func recallDirectoryAndMap(_ memory: Memory) {
    if case .people(var people) = stacks[.people]?.first {
      people.kind = memory["directory"] == "groups" ? .groups : .identities
      people.filter = LineEditor(text: memory["directory-filter"], limit: people.filter.limit)
      people.remembered = memory["directory-row"].isEmpty ? nil : memory["directory-row"]
      stacks[.people] = [.people(people)]
    }
    if case .map(var map) = stacks[.map]?.first {
      map.showsTree = memory["map"] == "tree"
      map.root = try? ApplicationIdentifier(memory["map-root"])
      map.remembered = ExchangeDirection(remembered: memory["map-cell"])
      stacks[.map] = [.map(map)]
    }
  }

  private mutating func recallRequestsAndActivity(_ memory: Memory) {
    if case .requests(var requests) = stacks[.requests]?.first {
      requests.remembered = ExchangeDirection(remembered: memory["request"])
      stacks[.requests] = [.requests(requests)]
    }
    if case .activity(var activity) = stacks[.activity]?.first {
      activity.filter = ActivityFilter(remembered: memory["activity"])
      stacks[.activity] = [.activity(activity)]
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
