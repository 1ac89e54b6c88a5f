import PortalModel
import PortalScreens
import PortalTestSupport
import Synchronization

/// What happened, as a test says, and the steps back and forward that the screens asked for.
final class MemoryActivity: Sendable {
  private struct Kept {
    var rows: [ActivityRow] = []
    var asked: [Rewind] = []
    var refusal: Refusal?
  }

  private let kept = Mutex(Kept())

  /// The rows, newest first.
  var rows: [ActivityRow] {
    get { kept.withLock(\.rows) }
    set { kept.withLock { $0.rows = newValue } }
  }

  /// What is answered to a step back or forward; `nil` where it is done.
  var refusal: Refusal? {
    get { kept.withLock(\.refusal) }
    set { kept.withLock { $0.refusal = newValue } }
  }

  var asked: [Rewind] { kept.withLock(\.asked) }

  var client: ActivityClient {
    ActivityClient(
      rows: { [self] query in
        let found = rows.filter {
          $0.place.entry < query.place.entry && query.filter.kinds.contains($0.kind)
            && (query.filter.identity == nil || $0.actor?.identity == query.filter.identity)
        }
        return ActivityPage(
          rows: Array(found.prefix(query.limit)), hasMore: found.count > query.limit)
      },
      changes: { _ in
        EntryChanges(
          rows: [
            EntryChanges.Row(
              operation: .changed, kind: "permission",
              key: "front-end-app to back-end-api, round 1",
              fields: [EntryChanges.Field(name: "state", before: "pending", after: "granted")])
          ], count: 1)
      },
      preview: { ReturnPreview(rows: 12 - Int($0), scenarios: 1) },
      rewind: { [self] rewind, person in
        kept.withLock { $0.asked.append(rewind) }
        if let refusal { throw refusal }
        let entry = EntryReference(
          id: 3, at: Story.start, identity: person, command: .approveExchange(Story.direction))
        switch rewind {
        case .undo: return UndoneNote(direction: .back, entry: entry, count: 1)
        case .redo: return UndoneNote(direction: .forward, entry: entry, count: 1)
        case .returnTo: return UndoneNote(direction: .to, entry: entry, count: 9)
        }
      })
  }

  /// A row of the journal.
  static func entry(
    _ id: Int64, _ command: PortalCommand, as person: IdentityIdentifier, undoneBy: Int64? = nil
  ) -> ActivityRow {
    ActivityRow(
      at: Story.start.advanced(seconds: id),
      actor: Actor(identity: person, login: "teacher", terminal: "/dev/pts/3"),
      what: .entry(id, .command(command), changed: true, undoneBy: undoneBy), place: place(id))
  }

  static func place(_ id: Int64) -> ActivityPlace {
    ActivityPlace(entry: id, refusal: 0, refusalAfter: 0, request: 0)
  }

  /// A bit of everything.
  static let story: [ActivityRow] = [
    ActivityRow(
      at: Story.start.advanced(seconds: 60), actor: nil,
      what: .request(
        ActivityEntry(
          id: 1, at: Story.start.advanced(seconds: 60), endpoint: .token,
          grant: "urn:ietf:params:oauth:grant-type:token-exchange", client: "front-end-app",
          subject: "jdoe", audience: "back-end-api", status: 200)), place: place(7)),
    ActivityRow(
      at: Story.start.advanced(seconds: 6), actor: Actor(identity: Story.alice, login: "teacher"),
      what: .entry(
        6, .rewinding(.undo(entries: [5])), changed: true, undoneBy: nil), place: place(6)),
    entry(5, .blockApplication(Story.frontEnd, blocked: true), as: Story.alice, undoneBy: 6),
    ActivityRow(
      at: Story.start.advanced(seconds: 4),
      actor: Actor(identity: Story.alice, login: "teacher", terminal: "/dev/pts/3"),
      what: .refusal(
        1, .command(.approveExchange(Story.direction)),
        .notManager(
          Story.backEnd, actor: Story.alice,
          managers: Managers(owner: Story.bob, administrators: nil)), missed: 0),
      place: place(4)),
    entry(3, .approveExchange(Story.direction), as: Story.bob),
    entry(2, .requestExchange(Story.direction, justification: "please"), as: Story.alice),
    entry(1, .loadScenario(ScenarioScript(name: "token-exchange", steps: [])), as: Story.jdoe),
  ]
}
