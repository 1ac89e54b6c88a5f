import PortalModel
import TerminalKit

/// What somebody else has just changed, marked for a moment.
struct Marks: Hashable, Encodable, Sendable {
  /// A thing that a row of a list stands for.
  enum Thing: Hashable, Encodable, Sendable {
    case application(ApplicationIdentifier)
    case direction(ExchangeDirection)
    /// A row of 7 Activity, by its number.
    case row(String)
  }

  var things: Set<Thing> = []
  /// When they are marked no longer.
  var end = Instant(milliseconds: 0)

  /// How long they stay marked, in seconds.
  static let moment: Int64 = 3

  /// Marks what is new or different among the rows of a list.
  mutating func add<Row: Equatable>(
    _ before: [Thing: Row], _ after: [Thing: Row], now: Instant
  ) {
    let changed = after.filter { before[$0.key] != $0.value }.map(\.key)
    guard !changed.isEmpty else { return }
    things.formUnion(changed)
    end = now.advanced(seconds: Self.moment)
  }
}

extension State {
  /// When the frame changes although nothing happens; `nil` where it does not.
  public var nextChangeOfLook: Instant? { marks.things.isEmpty ? nil : marks.end }

  /// What was marked long enough is marked no longer.
  mutating func expireMarks(now: Instant) {
    if !marks.things.isEmpty, now >= marks.end { marks.things = [] }
  }

  /// Marks what a reading brought that somebody else had changed, and says so once.
  mutating func mark<Row: Equatable>(
    _ before: [Marks.Thing: Row], _ after: [Marks.Thing: Row], now: Instant
  ) {
    guard isSeenChange, !before.isEmpty else { return }
    let count = marks.things.count
    marks.add(before, after, now: now)
    if marks.things.count > count, message == nil {
      message = Message(kind: .note, text: "Changed just now, beside your own keys: rows with *")
    }
  }

  /// Says that what the dialog in front is about is not what it was any more.
  mutating func noteMeanwhile(_ id: ApplicationIdentifier, isGone: Bool) {
    guard isSeenChange, !dialogs.isEmpty, dialogs.contains(where: { $0.isAbout(id) })
    else { return }
    message = Message(
      kind: .refused,
      text: isGone
        ? "\(id) was deleted meanwhile: this cannot be sent any more; \(keyName(.formLeave)) leaves"
        : "\(id) was changed meanwhile by somebody else: check before you send")
  }

  /// Says that the request that the dialog in front decides on stands otherwise now.
  mutating func noteMeanwhile(_ direction: ExchangeDirection, _ row: PermissionRow?) {
    guard isSeenChange, dialogs.contains(where: { $0.isAbout(direction) }) else { return }
    let words = row.map { "is now \($0.stateWords)" } ?? "is gone"
    message = Message(
      kind: .refused,
      text: "Meanwhile the permission of \(direction.source) toward \(direction.target) \(words)")
  }
}

extension ScreenContext {
  /// Draws the sign in front of a row: the selection, or that it was just changed.
  func renderMark(
    _ thing: Marks.Thing, isSelected: Bool, into frame: inout Frame, at point: Point,
    selection: StyleRole = .focus
  ) {
    if now < marks.end, marks.things.contains(thing) {
      let after = Point(column: point.column + 1, row: point.row)
      frame.write("*", at: after, role: isSelected ? selection : .changed)
    }
    if isSelected { frame.write(glyphs.selectionMarker, at: point, role: selection) }
  }
}

extension Dialog {
  /// Whether it is about an application.
  fileprivate func isAbout(_ id: ApplicationIdentifier) -> Bool {
    switch self {
    case .form(let form): form.subject == id
    case .prompt(let prompt):
      prompt.direction.map { $0.source == id || $0.target == id } ?? false
    case .confirm(let confirm): confirm.applications.contains(id)
    case .picker(let picker): picker.subject == id
    case .signIn, .text, .fix, .actions: false
    }
  }

  /// Whether it is about a permission.
  fileprivate func isAbout(_ direction: ExchangeDirection) -> Bool {
    switch self {
    case .prompt(let prompt): prompt.direction == direction
    case .confirm(let confirm): confirm.direction == direction
    case .form, .picker, .signIn, .text, .fix, .actions: false
    }
  }
}

extension FormDialog {
  /// The application that is edited; `nil` for a new one.
  var subject: ApplicationIdentifier? {
    switch purpose {
    case .application, .identity, .group, .identityEdited, .groupEdited: nil
    case .registration(let id, _, _), .role(let id, _), .applicationDetails(let id),
      .registrationEdited(let id), .samlEdited(let id), .advanced(let id, _):
      id
    }
  }
}

extension PromptDialog {
  /// The permission it is about; `nil` where it is about none.
  var direction: ExchangeDirection? {
    switch purpose {
    case .justification(let direction), .rejection(let direction): direction
    case .metadataFile: nil
    }
  }
}

extension PickerDialog {
  var subject: ApplicationIdentifier? {
    switch purpose {
    case .requestTarget(let id), .grantSource(let id), .linkGroup(let id, _), .newOwner(let id):
      id
    case .joinGroup, .addMember, .nestGroup, .holdersOfPerson, .holdersOfGroup, .mapSource,
      .mapTarget, .formField, .actAs, .exchangeUser, .exchangeSource, .exchangeTarget,
      .activityApplication, .activityPerson:
      nil
    }
  }
}

extension ConfirmDialog {
  var direction: ExchangeDirection? {
    switch consequence {
    case .command(.grantExchange(let direction)), .command(.revokeExchange(let direction, _)),
      .command(.withdrawExchange(let direction)), .command(.approveExchange(let direction)):
      direction
    case .command, .discard, .rewind, .leave, .serve: nil
    }
  }

  var applications: [ApplicationIdentifier] {
    if let direction { return [direction.source, direction.target] }
    switch consequence {
    case .command(.deleteApplication(let id)), .command(.deleteRegistration(let id)),
      .command(.regenerateSecret(let id)), .command(.blockApplication(let id, _)),
      .command(.deleteRole(let id, _)):
      return [id]
    case .command(.unlinkGroup(let link)): return [link.application]
    case .command, .discard, .rewind, .leave, .serve: return []
    }
  }
}
