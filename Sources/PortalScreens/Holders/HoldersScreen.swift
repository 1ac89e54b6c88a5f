import PortalModel
import TerminalKit

/// Who has one role right now and who just misses it, and why: read part by part, with progress.
struct HoldersScreen: Hashable, Encodable, Sendable {
  /// Which of those found are listed.
  enum Filter: CaseIterable, Encodable, Sendable { case both, has, justMisses }

  var application: ApplicationIdentifier
  var role: RoleIdentifier
  var scope = HolderQuery.Scope.everybody
  var signIn: SignIn?
  var filter = Filter.both
  var found: [RoleHolder] = []
  var examined = 0
  var outOf = 0
  var next: IdentityIdentifier?
  var isDone = false
  var isStopped = false
  /// It is opened again as it was left, and has not asked yet.
  var isRecalled = false
  var generation = 0
  var scroll = ListScroll()

  /// More rows than anybody reads; asking goes on when the cursor comes near their end.
  static let ahead = 300

  var rows: [RoleHolder] {
    switch filter {
    case .both: found
    case .has: found.filter { $0.standing == .has }
    case .justMisses: found.filter { $0.standing == .justMisses }
    }
  }

  var selected: RoleHolder? {
    let rows = self.rows
    return scroll.selection.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  func read() -> Step {
    .effect(
      .load(
        .holders(
          HolderQuery(
            application: application, role: role, scope: scope, signIn: signIn, after: next),
          generation: generation)))
  }

  /// Asks anew, because the question or the portal has become another.
  mutating func restart() -> [Step] {
    generation += 1
    (found, examined, next, isDone, isStopped) = ([], 0, nil, false, false)
    scroll = ListScroll()
    return [read()]
  }

  mutating func loaded(_ part: HolderPart, generation: Int) -> [Step] {
    guard generation == self.generation, !isStopped else { return [] }
    isRecalled = false
    found += part.rows
    examined += part.examined
    outOf = max(part.outOf, examined)
    next = part.next
    isDone = part.next == nil
    scroll.setCount(rows.count)
    return goOn()
  }

  /// The next part, unless there are rows enough for now.
  private func goOn() -> [Step] {
    guard !isDone, !isStopped, rows.count < scroll.selected + Self.ahead else { return [] }
    return [read()]
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    let hadEnough = rows.count >= scroll.selected + Self.ahead
    guard scroll.handle(key, height: Self.height(context.body)) else { return nil }
    return hadEnough ? goOn() : []
  }

  static func height(_ body: Rect) -> Int { TableRoom(parts(body).rest).height }

  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .open: return selected.map { PersonScreen.open($0.identity.id, context) }
    case .signInAs:
      return [
        .open(
          .signIn(
            SignInDialog(
              title: "How did they sign in?",
              signIn: signIn ?? context.acting.signIn, purpose: .exchange)))
      ]
    case .holdersFilter:
      let all = Filter.allCases
      filter = all[((all.firstIndex(of: filter) ?? 0) + 1) % all.count]
      scroll = ListScroll(count: rows.count)
      return goOn()
    case .holdersOfPerson: return [pick(.identity, "One person", .holdersOfPerson)]
    case .holdersOfGroup: return [pick(.group, "Everybody in one group", .holdersOfGroup)]
    case .holdersStop:
      if scope != .everybody, isDone || isStopped {
        scope = .everybody
        signIn = nil
        return restart()
      }
      isStopped = true
      return [
        .note(
          "Stopped after \(grouped(examined)) accounts; \(keyName(.holdersFilter)), \(keyName(.signInAs)) or "
            + "\(keyName(.holdersOfPerson)) asks again")
      ]
    default: return nil
    }
  }

  private func pick(
    _ kind: PickerQuery.Kind, _ title: String, _ purpose: PickerPurpose
  ) -> Step {
    .open(
      .picker(
        PickerDialog(
          title: "\(title): does \(role) go to them?", label: "Search:", kind: kind,
          purpose: purpose)))
  }

  mutating func picked(_ row: PickerRow, _ purpose: PickerPurpose) -> [Step] {
    switch purpose {
    case .holdersOfPerson:
      guard let id = try? IdentityIdentifier(row.id) else { return [] }
      scope = .identity(id)
    case .holdersOfGroup:
      guard let id = try? GroupIdentifier(row.id) else { return [] }
      scope = .group(id)
    default: return []
    }
    return restart()
  }

  func availability(of action: ActionID) -> Availability {
    switch action {
    case .open where selected == nil: .impossible("There is nobody under the cursor")
    case .holdersStop where scope == .everybody && (isDone || isStopped):
      .impossible("Everybody was asked about already; there is nothing to stop")
    default: .possible
    }
  }
}
