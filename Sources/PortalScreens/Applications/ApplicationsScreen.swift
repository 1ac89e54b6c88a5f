import PortalModel
import TerminalKit

/// 1 Applications: "My Applications", and everybody's.
struct ApplicationsScreen: Hashable, Encodable, Sendable {
  var showsAll = false
  var sort = ApplicationQuery.Sort.identifier
  var filter = LineEditor(limit: 100)
  /// Only this category is listed; all where `nil`.
  var category: Application.Category?
  var isFiltering = false
  var window = RowWindow<ApplicationRow>()
  var total: ApplicationPage.Total?
  var unfiltered = 0
  var generation = 0
  /// Enter was pressed before the rows were there: the first is opened when they come.
  var isOpening = false
  /// The row that was under the cursor the last time, until it is found.
  var remembered: ApplicationRow?
  /// The application under the cursor, for the pane beside the list.
  var detail: ApplicationDetail?

  var selected: ApplicationRow? { window.selected }

  /// How many rows are read at once: a few screens.
  static let pageSize = 120

  func query(_ acting: Acting, _ position: ApplicationQuery.Position) -> ApplicationQuery {
    ApplicationQuery(
      scope: showsAll ? .all : .mine(acting.id), sort: sort, filter: filter.text,
      category: category, position: position, limit: Self.pageSize)
  }

  /// Reads the list anew, at the same place where it can.
  func reload(_ context: ScreenContext) -> [Step] {
    var position = ApplicationQuery.Position.first
    if window.hasBefore, let first = window.rows.first { position = .from(first) }
    return [
      .load(.applications(query(context.acting, position), generation: generation))
    ] + loadDetail(context)
  }

  /// Reads the list from its beginning, because what is shown has become another.
  mutating func restart(_ context: ScreenContext) -> [Step] {
    generation += 1
    window.isStale = true
    return [.load(.applications(query(context.acting, .first), generation: generation))]
  }

  func loadDetail(_ context: ScreenContext) -> [Step] {
    guard SidePane.isShown(context.body), let selected else { return [] }
    return [.load(.application(selected.id))]
  }

  /// The rows of the list on the screen: the body less heading and header.
  func height(_ body: Rect) -> Int { max(1, body.rows - 2) }

  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .open:
      if window.isStale {
        isOpening = true
        return []
      }
      guard let selected else { return [.note(emptyHint)] }
      return [
        .push(.application(ApplicationScreen(id: selected.id))),
        .load(.application(selected.id)),
      ]
    case .newApplication:
      return [.open(.form(.application()))]
    case .filter:
      isFiltering = true
      return []
    case .filterWay: return changeWay(context)
    case .scope:
      showsAll.toggle()
      return restart(context)
    case .sort:
      let all = ApplicationQuery.Sort.allCases
      let index = all.firstIndex(of: sort) ?? 0
      sort = all[(index + 1) % all.count]
      return restart(context) + [.note("Sorted by \(sort.rawValue)")]
    case .categoryFilter:
      let all: [Application.Category?] = [nil] + Application.Category.allCases
      category = all[((all.firstIndex(of: category) ?? 0) + 1) % all.count]
      return restart(context)
        + [
          .note(
            category.map { "Only \($0.label) applications" } ?? "Applications of every category")
        ]
    default: return nil
    }
  }

  /// Keys while the filter has the focus; `nil` for those that are not the filter's.
  mutating func type(_ key: Key, _ context: ScreenContext) -> [Step]? {
    switch key {
    case .enter, .tab:
      isFiltering = false
      return []
    case .escape:
      isFiltering = false
      guard !filter.isEmpty else { return [] }
      filter = LineEditor(limit: filter.limit)
      return restart(context)
    case .up, .down, .pageUp, .pageDown: return nil
    case .control("t"): return changeWay(context)
    default:
      let before = filter.text
      guard filter.handle(key) else { return nil }
      return filter.text == before ? [] : restart(context)
    }
  }

  /// Compares in the next way; where nothing was typed yet, the filter is next.
  private mutating func changeWay(_ context: ScreenContext) -> [Step] {
    filter.goToNextWay()
    if filter.text == filter.way.rawValue { isFiltering = true }
    return restart(context) + [.note(filter.way.sentence)]
  }

  mutating func paste(_ text: String, _ context: ScreenContext) -> [Step] {
    guard isFiltering else { return [.note("\(keyName(.filter)) first, to paste into the filter")] }
    filter.insert(FormDialog.oneLine(text))
    return restart(context)
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    let height = height(context.body)
    switch key {
    case .home where window.hasBefore:
      generation += 1
      return [.load(.applications(query(context.acting, .first), generation: generation))]
    case .end where window.hasAfter:
      generation += 1
      return [.load(.applications(query(context.acting, .last), generation: generation))]
    default: break
    }
    let before = window.selected
    guard window.scroll.handle(key, height: height) else { return nil }
    return window.selected == before ? [] : extend(context) + loadDetail(context)
  }

  /// Reads further rows when the cursor comes near an end of those that are there.
  mutating func extend(_ context: ScreenContext) -> [Step] {
    let margin = 2 * height(context.body)
    let selected = window.scroll.selected
    if window.hasAfter, !window.isLoading, selected + margin >= window.rows.count,
      let last = window.rows.last
    {
      window.isLoading = true
      return [
        .load(.applications(query(context.acting, .after(last)), generation: generation))
      ]
    }
    if window.hasBefore, !window.isLoading, selected < margin, let first = window.rows.first {
      window.isLoading = true
      return [
        .load(.applications(query(context.acting, .before(first)), generation: generation))
      ]
    }
    return []
  }

  mutating func loaded(
    _ page: ApplicationPage, _ query: ApplicationQuery, generation: Int, _ context: ScreenContext
  ) -> [Step] {
    guard generation == self.generation else { return [] }
    total = page.total
    defer { isOpening = false }
    unfiltered = page.unfiltered
    let height = height(context.body)
    let before = window.selected
    switch query.position {
    case .first, .from:
      window.replace(
        with: page.rows, hasBefore: page.hasBefore, hasAfter: page.hasAfter, height: height,
        same: { $0.id == $1.id })
    case .last:
      window.replace(
        with: page.rows, hasBefore: page.hasBefore, hasAfter: page.hasAfter, height: height,
        same: { _, _ in false })
      window.scroll.end(height: height)
    case .after: window.append(page.rows, hasAfter: page.hasAfter, height: height)
    case .before: window.prepend(page.rows, hasBefore: page.hasBefore, height: height)
    }
    let finding = findRemembered(context)
    if !finding.isEmpty { return finding }
    if isOpening, let steps = perform(.open, context) { return steps }
    return window.selected?.id == before?.id && detail != nil ? [] : loadDetail(context)
  }

  var emptyHint: String {
    if total == nil { return "The list is being read" }
    if let category, filter.isEmpty {
      return
        "There is no \(category.label) application here; \(keyName(.categoryFilter)) goes to the "
        + "next category"
    }
    if !filter.isEmpty { return filter.way.nothingFits("No application") }
    return showsAll
      ? "There are no applications yet; \(keyName(.newApplication)) adds one"
      : "You own and administer no application yet; \(keyName(.newApplication)) adds one, "
        + "\(keyName(.scope)) shows everybody's"
  }
}
