import PortalModel
import TerminalKit

extension MapScreen {
  /// The rows of the list on the screen: less heading and header, and what stands below.
  func height(_ body: Rect) -> Int { max(1, body.rows - 2 - Self.footRows(body)) }

  /// The rows below the matrix: the cell in words, and the paths where no pane has room for them.
  static func footRows(_ body: Rect) -> Int { min(body.columns >= 100 ? 2 : 6, body.rows / 3) }

  /// How many targets stand side by side.
  func columns(_ body: Rect) -> Int {
    max(1, (Self.matrixWidth(body) - Self.sourceWidth(body) - 2) / (cellWidth(body) + 1))
  }

  static func matrixWidth(_ body: Rect) -> Int {
    body.columns >= 100 ? body.columns * 62 / 100 : body.columns
  }

  static func sourceWidth(_ body: Rect) -> Int {
    let width = matrixWidth(body)
    return width < 70 ? 16 : width < 110 ? 22 : 34
  }

  /// As wide as the names of the targets, where there is room for all of them; never narrower than a
  /// state with its sign.
  func cellWidth(_ body: Rect) -> Int {
    let names = (page?.targets.rows ?? []).map { TerminalText.columns(of: $0.text) }
    let room = Self.matrixWidth(body) - Self.sourceWidth(body) - 2
    return max(12, min(names.max() ?? 0, room / max(1, names.count) - 1))
  }

  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .open: return open()
    case .requestHistory: return direction.map { [.load(.history($0))] }
    case .mapLeft: return moveAcross(by: -1, context)
    case .mapRight: return moveAcross(by: 1, context)
    case .mapMode:
      showsTree.toggle()
      if !showsTree { root = nil }
      return hopsOf == pathStart ? [] : readPaths()
    case .findSource:
      return [
        .open(
          .picker(
            PickerDialog(
              title: showsTree ? "Tree from which application?" : "Which source?",
              label: "Search by identifier, name or owner:", kind: .application,
              purpose: .mapSource)))
      ]
    case .findTarget:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Which target?", label: "Search by identifier, name or owner:",
              kind: .application, purpose: .mapTarget)))
      ]
    default: return nil
    }
  }

  /// Opens the permissions of the source, with the cursor on the direction under the cursor.
  private func open() -> [Step]? {
    guard let direction else { return nil }
    var screen = PermissionsScreen(id: direction.source)
    screen.side = .allowed
    screen.wanted = direction
    let steps: [Step] = [
      .push(.permissions(screen)), .load(.permissions(direction.source)),
      .load(.application(direction.source)),
    ]
    guard !showsTree, page?.cells[direction] == nil else { return steps }
    return steps + [
      .note(
        "Nothing has been granted toward \(direction.target); \(keyName(.requestExchange)) requests it"
      )
    ]
  }

  mutating func picked(_ id: ApplicationIdentifier, source: Bool) -> [Step] {
    if showsTree {
      root = id
      return readPaths()
    }
    return source
      ? jump(sources: .from(id.text)) : jump(targets: .from(id.text))
  }

  func availability(of action: ActionID) -> Availability {
    switch action {
    case .open, .requestHistory:
      if page?.sources.rows.isEmpty == true, !showsTree { return .impossible(emptyHint) }
      if direction == nil {
        return .impossible(
          showsTree
            ? "There is no hop under the cursor"
            : "An application needs no permission toward itself; \(keyName(.mapLeft)) \(keyName(.mapRight)) choose "
              + "another target")
      }
      return .possible
    case .findTarget where showsTree, .mapLeft where showsTree, .mapRight where showsTree:
      return .impossible("Targets stand in the matrix; \(keyName(.mapMode)) shows it")
    default: return .possible
    }
  }

  var emptyHint: String {
    page == nil
      ? "The map is being read"
      : "Nobody may exchange toward anybody yet: a permission is requested on an application's "
        + "page (\(keyName(.permissions)))"
  }
}

extension State {
  /// Takes what was read of the map.
  mutating func take(_ loaded: MapLoaded) -> [Effect] {
    let context = self.context
    return updatePeople { screen in
      guard case .map(var map) = screen else { return [] }
      var steps: [Step] = []
      switch loaded {
      case .matrix(let page, _, let generation):
        steps = map.loaded(page, generation: generation, context)
      case .paths(let id, let hops): map.loaded(hops, from: id)
      }
      screen = .map(map)
      return steps
    }
  }

  mutating func takeOnMap(_ row: PickerRow, source: Bool) -> [Effect] {
    guard case .map(var map) = screen, let id = try? ApplicationIdentifier(row.id) else {
      return []
    }
    let steps = map.picked(id, source: source)
    screen = .map(map)
    return apply(steps)
  }
}

extension Step {
  static func map(_ load: MapLoad) -> Step { .effect(.load(.map(load))) }
}
