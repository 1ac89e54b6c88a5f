import TerminalKit

/// Row 2: the sections with their numbers, what waits for this person, and the state of the endpoint.
///
/// Where they do not all fit, first the blanks between them go, then names get short, and at last only
/// the section in view keeps its name: numbers never move over one another, and nothing runs into the
/// sign of the endpoint.
struct SectionBar {
  /// One section with the columns that it takes.
  struct Place: Hashable {
    var section: Section
    var column: Int
    var name: String
    /// The count of requests, with its sign.
    var count: String

    var endColumn: Int {
      column + TerminalText.columns(of: name)
        + (count.isEmpty ? 0 : 1 + TerminalText.columns(of: count))
    }
  }

  let places: [Place]
  private let here: Section
  private let mark: String
  private let markRole: StyleRole
  private let size: Size

  init(_ state: State) {
    here = state.section
    size = state.size
    mark = state.endpointMark.map { "\($0.text) " } ?? ""
    markRole = state.endpointMark?.role ?? .plain
    let room = size.columns - TerminalText.columns(of: mark) - (mark.isEmpty ? 0 : 1)
    places =
      Self.fashions.lazy
      .map { Self.places(state, naming: $0.name, gap: $0.gap) }
      .first { ($0.last?.endColumn ?? 0) <= room }
      ?? Self.places(state, naming: { _, _ in "" }, gap: 1)
  }

  func render(into frame: inout Frame) {
    for place in places {
      let point = Point(column: place.column, row: 1)
      frame.addRegion(
        Rect(column: place.column, row: 1, columns: place.endColumn - place.column, rows: 1),
        .section(place.section.rawValue))
      let used = frame.write(
        place.name, at: point, role: place.section == here ? .accent : .plain)
      guard !place.count.isEmpty else { continue }
      frame.write(place.count, at: Point(column: point.column + used + 1, row: 1), role: .badge)
    }
    frame.write(StyledLine(mark, markRole), endingAt: size.columns, row: 1)
  }

  private typealias Naming = @Sendable (Section, _ isHere: Bool) -> String

  /// From the most comfortable to the narrowest.
  private static let fashions: [(gap: Int, name: Naming)] = [
    (2, { section, _ in section.title }),
    (1, { section, _ in section.title }),
    (1, { section, isHere in isHere ? section.title : section.shortTitle }),
    (1, { section, _ in section.shortTitle }),
    (1, { section, isHere in isHere ? section.title : "" }),
  ]

  private static func places(_ state: State, naming: Naming, gap: Int) -> [Place] {
    var column = 1
    return Section.allCases.map { section in
      let name = naming(section, section == state.section)
      var place = Place(
        section: section, column: column,
        name: "\(keyName(section.action))\(name.isEmpty ? "" : " \(name)")", count: "")
      if section == .requests, state.waiting > 0 {
        let count = state.waiting >= 1_000 ? "1,000+" : String(state.waiting)
        place.count = "\(state.glyphs.granted)\(count)"
      }
      column = place.endColumn + gap
      return place
    }
  }
}

extension Section {
  /// Where row 2 has no room for the whole word.
  fileprivate var shortTitle: String {
    switch self {
    case .applications: "Apps"
    case .requests: "Req."
    case .exchange: "Exch."
    case .activity: "Act."
    case .people, .map: title
    }
  }
}

extension State {
  /// The way from the portal to this place; what does not fit is left out from the middle, for where
  /// one is matters most.
  func crumbs(in room: Int) -> StyledLine {
    let names = breadcrumb
    var line = StyledLine()
    for dropped in 0..<max(1, names.count) {
      line = StyledLine([(" Portal", .heading)])
      let shown = (dropped > 0 ? [glyphs.ellipsis] : []) + names.dropFirst(dropped)
      for name in shown {
        line.append(" \(glyphs.separator) ", .dim)
        line.append(name, .heading)
      }
      if line.columns <= room { return line }
    }
    return line.truncated(to: room, ellipsis: glyphs.ellipsis)
  }
}
