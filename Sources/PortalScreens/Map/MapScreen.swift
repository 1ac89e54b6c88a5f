import PortalModel
import TerminalKit

/// 5 Map: who may exchange toward whom, as a matrix, and as a tree from one application.
struct MapScreen: Hashable, Encodable, Sendable {
  var showsTree = false
  var page: MatrixPage?
  /// The row and the column under the cursor, within the page.
  var down = ListScroll()
  var across = ListScroll()
  var generation = 0
  /// Another part of the matrix is being read.
  var isLoading = false
  /// Where the tree begins; `nil` for the source under the cursor.
  var root: ApplicationIdentifier?
  /// The cell of the last time, until it is found.
  var remembered: ExchangeDirection?
  /// The paths that were read last, and whose.
  var hops: [PathHop] = []
  var hopsOf: ApplicationIdentifier?
  var tree = ListScroll()

  /// How much of the matrix is read at once: a few screens each way.
  static let rows = 120
  static let columns = 40

  var source: ApplicationIdentifier? {
    guard let page, let row = down.selection, page.sources.rows.indices.contains(row) else {
      return nil
    }
    return page.sources.rows[row]
  }

  var target: ApplicationIdentifier? {
    guard let page, let column = across.selection, page.targets.rows.indices.contains(column)
    else { return nil }
    return page.targets.rows[column]
  }

  var selectedHop: PathHop? {
    tree.selection.flatMap { hops.indices.contains($0) ? hops[$0] : nil }
  }

  /// The direction under the cursor, of a cell or of a hop.
  var direction: ExchangeDirection? {
    if showsTree { return selectedHop?.direction }
    guard let source, let target, source != target else { return nil }
    return ExchangeDirection(source: source, target: target)
  }

  /// The row and the column under the cursor; they may be the same application.
  var cell: ExchangeDirection? {
    guard let source, let target else { return nil }
    return ExchangeDirection(source: source, target: target)
  }

  /// The application whose paths are shown.
  var pathStart: ApplicationIdentifier? { showsTree ? root ?? source : source }

  func read(_ sources: KeyPosition, _ targets: KeyPosition) -> Step {
    .map(
      .matrix(
        MatrixQuery(sources: sources, targets: targets, rows: Self.rows, columns: Self.columns),
        generation: generation))
  }

  /// What to read for the same part again.
  func reload() -> [Step] {
    [read(Self.here(page?.sources), Self.here(page?.targets))] + readPaths()
  }

  func readPaths() -> [Step] { pathStart.map { [.map(.paths($0))] } ?? [] }

  private static func here(_ page: KeyedPage<ApplicationIdentifier>?) -> KeyPosition {
    if let page, page.hasBefore, let first = page.rows.first { .from(first.text) } else { .first }
  }

  mutating func loaded(_ page: MatrixPage, generation: Int, _ context: ScreenContext) -> [Step] {
    guard generation == self.generation else { return [] }
    let (oldSource, oldTarget) = (remembered?.source ?? source, remembered?.target ?? target)
    remembered = nil
    self.page = page
    isLoading = false
    down.setCount(page.sources.rows.count)
    across.setCount(page.targets.rows.count)
    if let row = oldSource.flatMap(page.sources.rows.firstIndex) {
      down.select(row, height: height(context.body))
    }
    if let column = oldTarget.flatMap(page.targets.rows.firstIndex) {
      across.select(column, height: columns(context.body))
    }
    return hopsOf == pathStart ? [] : readPaths()
  }

  mutating func loaded(_ hops: [PathHop], from id: ApplicationIdentifier) {
    guard id == pathStart else { return }
    if hopsOf != id { tree = ListScroll() }
    self.hops = hops
    hopsOf = id
    tree.setCount(hops.count)
  }

  /// Moves up and down; `nil` where the key moves nothing.
  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    let height = height(context.body)
    if showsTree { return tree.handle(key, height: height) ? [] : nil }
    if key == .home, page?.sources.hasBefore == true { return jump(sources: .first) }
    if key == .end, page?.sources.hasAfter == true { return jump(sources: .last) }
    let before = source
    guard down.handle(key, height: height) else { return nil }
    return further(height) + (source == before ? [] : readPaths())
  }

  mutating func moveAcross(by step: Int, _ context: ScreenContext) -> [Step] {
    guard !showsTree else {
      return [
        .note(
          "\(keyName(.up)) \(keyName(.down)) move in the tree; \(keyName(.mapMode)) shows the matrix"
        )
      ]
    }
    let columns = columns(context.body)
    let before = across.selected
    across.move(by: step, height: columns)
    guard across.selected != before else {
      return [.note(step < 0 ? "This is the first target" : "This is the last target")]
    }
    return further(height(context.body))
  }

  /// Reads another part when the cursor comes near an end of this one; the cursor stays on its cell.
  private mutating func further(_ height: Int) -> [Step] {
    guard let page, !isLoading else { return [] }
    let sources = Self.further(page.sources, at: down.selected, margin: height)
    let targets = Self.further(page.targets, at: across.selected, margin: 8)
    guard sources != nil || targets != nil else { return [] }
    isLoading = true
    return [
      read(sources ?? Self.here(page.sources), targets ?? Self.here(page.targets))
    ]
  }

  private static func further(
    _ page: KeyedPage<ApplicationIdentifier>, at index: Int, margin: Int
  ) -> KeyPosition? {
    if page.hasAfter, index + margin >= page.rows.count, index >= margin {
      return .from(page.rows[index - margin].text)
    }
    if page.hasBefore, index < margin, index + margin < page.rows.count {
      return .before(page.rows[index + margin].text)
    }
    return nil
  }

  /// Shows another part, with the cursor on its first row or column.
  mutating func jump(sources: KeyPosition? = nil, targets: KeyPosition? = nil) -> [Step] {
    generation += 1
    isLoading = true
    if let sources { down = ListScroll(count: down.count, selected: sources == .last ? .max : 0) }
    if targets != nil { across = ListScroll() }
    let here = page
    page = nil
    return [read(sources ?? Self.here(here?.sources), targets ?? Self.here(here?.targets))]
  }
}
