import PortalModel

/// How one check came out.
enum Ruling<Value> {
  /// Nothing to object to; what later checks need of it, and what was found.
  case passed(Value, Finding)
  /// The request is refused here.
  case refused(Finding, Reply, [Repair])
}

extension Ruling where Value == Void {
  /// Nothing to object to.
  static func passed(_ finding: Finding) -> Ruling { .passed((), finding) }
}

/// Thrown to leave a row of checks at the failed one; the trail holds the rest.
struct Denied: Error {
  var reply: Reply
}

/// The checks made so far, in order: the driver of every row of checks.
///
/// A row is a plain function that calls ``check(_:_:)`` once for each row of the reference page, so
/// that its order can be read, and a later check can only use what an earlier one has proved.
struct Trail {
  private var checks: [Check] = []
  private var repairs: [Repair] = []

  /// Makes a trail with room for the longest row, so that nothing is moved while it grows.
  init() { checks.reserveCapacity(32) }

  /// Makes one check.
  ///
  /// - Throws: ``Denied`` where it fails; what the storage throws.
  mutating func check<Value>(
    _ id: CheckIdentifier, _ ruling: () throws -> Ruling<Value>
  ) throws -> Value {
    switch try ruling() {
    case .passed(let value, let finding):
      checks.append(Check(id: id, outcome: .passed, found: finding))
      return value
    case .refused(let finding, let reply, let repairs):
      checks.append(Check(id: id, outcome: .failed, found: finding))
      self.repairs = repairs
      throw Denied(reply: reply)
    }
  }

  /// The verdict: the checks made, and those of the order that were not reached.
  func verdict(order: [CheckIdentifier]) -> Verdict {
    let rest = order.dropFirst(checks.count).map {
      Check(id: $0, outcome: .notReached, found: nil)
    }
    return Verdict(checks: rest.isEmpty ? checks : checks + rest, repairs: repairs)
  }
}
