import PortalModel
import TerminalKit

/// What would turn a no into a yes, and who can do it. The chosen way is carried out here, as the people
/// named, or shown where it is done.
struct FixDialog: Hashable, Encodable, Sendable {
  /// What was refused, and the ways out.
  enum Subject: Hashable, Encodable, Sendable {
    /// An exchange, by the check that failed.
    case exchange(Check, [Repair])
    /// A command, by a rule.
    case command(Refusal, [Remedy], by: IdentityIdentifier)
  }

  var subject: Subject
  var scroll: ListScroll

  init(failure: Check, repairs: [Repair]) {
    subject = .exchange(failure, repairs)
    scroll = ListScroll(count: repairs.count)
  }

  init(_ refusal: Refusal, _ remedies: [Remedy], by actor: IdentityIdentifier) {
    subject = .command(refusal, remedies, by: actor)
    scroll = ListScroll(count: remedies.count)
  }

  /// What was refused, in one line.
  func headline(now: Instant) -> String {
    switch subject {
    case .exchange(let failure, _): failure.line(now: now)
    case .command(let refusal, _, _): refusal.explanation.what
    }
  }

  /// The ways out, each as sentences.
  var choices: [[String]] {
    switch subject {
    case .exchange(_, let repairs): repairs.map(\.sentences)
    case .command(_, let remedies, let actor): remedies.map { [$0.sentence(actor)] }
    }
  }

  /// What `g` means: where a way out is taken.
  func canGoThere(_ index: Int) -> Bool {
    switch subject {
    case .exchange(_, let repairs):
      repairs.indices.contains(index) && !repairs[index].steps.isEmpty
    case .command: false
    }
  }

  mutating func handle(_ key: Key) -> [Step] {
    switch key {
    case .escape: return [.close]
    case .enter: return press()
    case .character("g"): return goThere()
    case .character("j"): _ = scroll.handle(.down, height: 10)
    case .character("k"): _ = scroll.handle(.up, height: 10)
    default:
      guard scroll.handle(key, height: 10) else {
        return [
          .note(
            "\(keyName(.fixUp)) \(keyName(.fixDown)) choose, \(keyName(.fixPress)) does it, "
              + "\(keyName(.fixGo)) takes you there, \(keyName(.fixClose)) closes")
        ]
      }
    }
    return []
  }

  private func press() -> [Step] {
    guard let index = scroll.selection else { return [.close] }
    switch subject {
    case .exchange(_, let repairs):
      guard !repairs[index].steps.isEmpty else {
        return [.note("No change of the portal helps: the request itself must be another")]
      }
      return [.close, .deliver(.repair(repairs[index]))]
    case .command(_, let remedies, _): return [.close, .deliver(.remedy(remedies[index]))]
    }
  }

  private func goThere() -> [Step] {
    guard let index = scroll.selection, case .exchange(_, let repairs) = subject else {
      return [.note("\(keyName(.fixPress)) does what stands under the cursor")]
    }
    guard canGoThere(index) else {
      return [.note("There is no page of the portal for this: the request must be another")]
    }
    return [.close, .deliver(.goTo(repairs[index]))]
  }
}
