import PortalModel
import TerminalKit

/// 3 People: identities and groups.
struct PeopleScreen: Hashable, Encodable, Sendable {
  var kind = DirectoryQuery.Kind.identities
  var filter = LineEditor(limit: 100)
  var isFiltering = false
  var list = PagedList<DirectoryRow>()
  /// The row that was under the cursor the last time, until it is found.
  var remembered: String?
  /// What the row under the cursor is, for the pane beside the list.
  var person: PersonDetail?
  var group: GroupDetail?

  /// How many rows are read at once: a few screens.
  static let pageSize = 120

  func read(_ position: KeyPosition) -> Step {
    .people(
      .list(
        DirectoryQuery(
          kind: kind, filter: filter.text, position: position, limit: Self.pageSize),
        generation: list.generation))
  }

  func reload(_ context: ScreenContext) -> [Step] { [read(list.here)] + loadDetail(context) }

  mutating func restart() -> [Step] {
    list.restart()
    return [read(.first)]
  }

  func loadDetail(_ context: ScreenContext) -> [Step] {
    guard SidePane.isShown(context.body), let selected = list.selected else { return [] }
    switch selected {
    case .identity(let identity): return [.people(.person(identity.id))]
    case .group(let group): return [.people(.group(group.id))]
    }
  }

  /// The rows of the list on the screen: the body less heading and header.
  func height(_ body: Rect) -> Int { max(1, body.rows - 2) }

  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .open: return list.selected.map { Self.open($0, context) }
    case .newPerson: return [.open(.form(kind == .identities ? .identity() : .group()))]
    case .filter:
      isFiltering = true
      return []
    case .filterWay: return changeWay()
    case .otherPane:
      kind = kind == .identities ? .groups : .identities
      list = PagedList()
      return restart()
    default: return nil
    }
  }

  private static func open(_ row: DirectoryRow, _ context: ScreenContext) -> [Step] {
    switch row {
    case .identity(let identity): PersonScreen.open(identity.id, context)
    case .group(let group): GroupScreen.open(group.id)
    }
  }

  /// Keys while the filter has the focus; `nil` for those that are not the filter's.
  mutating func type(_ key: Key) -> [Step]? {
    switch key {
    case .enter, .tab:
      isFiltering = false
      return []
    case .escape:
      isFiltering = false
      guard !filter.isEmpty else { return [] }
      filter = LineEditor(limit: filter.limit)
      return restart()
    case .up, .down, .pageUp, .pageDown: return nil
    case .control("t"): return changeWay()
    default:
      let before = filter.text
      guard filter.handle(key) else { return nil }
      return filter.text == before ? [] : restart()
    }
  }

  /// Compares in the next way; where nothing was typed yet, the filter is next.
  private mutating func changeWay() -> [Step] {
    filter.goToNextWay()
    if filter.text == filter.way.rawValue { isFiltering = true }
    return restart() + [.note(filter.way.sentence)]
  }

  mutating func paste(_ text: String) -> [Step] {
    guard isFiltering else { return [.note("\(keyName(.filter)) first, to paste into the filter")] }
    filter.insert(FormDialog.oneLine(text))
    return restart()
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    guard let move = list.move(key, height: height(context.body)) else { return nil }
    return (move.reads.map { [read($0)] } ?? []) + (move.hasMoved ? loadDetail(context) : [])
  }

  mutating func loaded(
    _ page: KeyedPage<DirectoryRow>, _ query: DirectoryQuery, generation: Int,
    _ context: ScreenContext
  ) -> [Step] {
    guard query.kind == kind else { return [] }
    let before = list.selected?.id
    list.loaded(page, query.position, generation: generation, height: height(context.body))
    if let row = remembered {
      remembered = nil
      guard let index = list.window.rows.firstIndex(where: { $0.id == row }) else {
        return list.window.hasAfter ? [read(.from(row))] : loadDetail(context)
      }
      list.select(index, height: height(context.body))
    }
    return list.selected?.id == before && (person != nil || group != nil)
      ? [] : loadDetail(context)
  }

  var emptyHint: String {
    if !list.isRead { return "Reading…" }
    if !filter.isEmpty {
      return filter.way.nothingFits(kind == .identities ? "Nobody" : "No group")
    }
    switch kind {
    case .identities:
      return "There is nobody yet who could sign in; \(keyName(.newPerson)) adds an identity"
    case .groups:
      return "There are no groups yet; roles are given to groups. \(keyName(.newPerson)) adds one"
    }
  }
}
