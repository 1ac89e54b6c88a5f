import PortalModel
import TerminalKit

/// 7 Activity: everything that happened, newest first.
struct ActivityScreen: Hashable, Encodable, Sendable {
  var filter = ActivityFilter()
  var window = RowWindow<ActivityRow>()
  /// Where each stretch that was read begins; those above the window can be read again.
  var starts: [ActivityPlace] = []
  /// The number of the window's first stretch among ``starts``.
  var firstStretch = 0
  var isRead = false
  var generation = 0

  var selected: ActivityRow? { window.selected }

  /// How many rows are read at once; the window's length is a multiple of it.
  static let stretch = 200

  func load(from place: ActivityPlace, limit: Int = stretch) -> Step {
    .load(
      .activity(
        ActivityQuery(filter: filter, place: place, limit: limit), generation: generation))
  }

  /// Reads what is in the window anew, at the same place.
  func reload() -> [Step] {
    let start = starts.indices.contains(firstStretch) ? starts[firstStretch] : .newest
    return [load(from: start, limit: max(Self.stretch, window.rows.count))]
  }

  /// Reads from the newest on, because what is asked for has become another.
  mutating func restart() -> [Step] {
    generation += 1
    window.isStale = true
    return [load(from: .newest)]
  }

  func height(_ body: Rect) -> Int { max(1, body.rows - 2) }

  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    if key == .home, firstStretch > 0 { return restart() }
    guard window.scroll.handle(key, height: height(context.body)) else { return nil }
    return extend(context)
  }

  /// Reads further rows when the cursor comes near an end of those that are there.
  private mutating func extend(_ context: ScreenContext) -> [Step] {
    guard !window.isLoading else { return [] }
    let margin = 2 * height(context.body)
    let selected = window.scroll.selected
    if window.hasAfter, selected + margin >= window.rows.count, let last = window.rows.last {
      window.isLoading = true
      return [load(from: last.place)]
    }
    if firstStretch > 0, selected < margin {
      window.isLoading = true
      return [load(from: starts[firstStretch - 1])]
    }
    return []
  }

  mutating func loaded(
    _ page: ActivityPage, _ query: ActivityQuery, generation: Int, _ context: ScreenContext
  ) {
    guard generation == self.generation else { return }
    isRead = true
    let height = height(context.body)
    if window.isLoading, let last = window.rows.last, query.place == last.place {
      starts.removeSubrange((firstStretch + window.rows.count / Self.stretch)...)
      starts.append(query.place)
      let before = window.rows.count
      window.append(page.rows, hasAfter: page.hasMore, height: height)
      firstStretch += (before + page.rows.count - window.rows.count) / Self.stretch
    } else if window.isLoading, firstStretch > 0, query.place == starts[firstStretch - 1] {
      firstStretch -= 1
      window.prepend(page.rows, hasBefore: firstStretch > 0, height: height)
    } else {
      if window.isStale || starts.isEmpty {
        firstStretch = 0
        starts = [query.place]
      }
      window.replace(
        with: page.rows, hasBefore: firstStretch > 0, hasAfter: page.hasMore, height: height,
        same: { $0.number == $1.number })
      let stretches = stride(from: Self.stretch, to: page.rows.count, by: Self.stretch)
      starts = Array(starts.prefix(firstStretch + 1)) + stretches.map { page.rows[$0 - 1].place }
    }
  }

  /// What is asked for, in words; `nil` for everything.
  var filterText: String? {
    var words: [String] = []
    if filter.kinds.count == 1, let kind = filter.kinds.first { words.append(kind.title) }
    if let application = filter.application { words.append("about \(application)") }
    if let identity = filter.identity { words.append("by \(identity)") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  var emptyHint: String {
    if !isRead { return "Reading…" }
    return filterText == nil
      ? "Nothing has happened yet" : "Nothing fits; \(keyName(.allActivity)) shows everything"
  }
}

extension ActivityKind {
  /// The kind as the filter of 7 Activity names it.
  var title: String {
    switch self {
    case .changes: "changes only"
    case .refusals: "refusals only"
    case .requests: "token requests only"
    }
  }
}
