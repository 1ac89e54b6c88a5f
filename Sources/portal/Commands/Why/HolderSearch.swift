import PortalModel
import PortalScreens
import PortalStore

/// Goes through many accounts for one role, part by part, so that it can say how far it is and stop.
struct HolderSearch: Sendable {
  let query: RoleHolderQuery
  /// How many rows are kept; all are counted.
  let limit: Int
  let database: PortalDatabase
  /// Accounts that are looked at between two looks at whether to stop.
  var part = 1000

  /// What was found, as far as it went.
  struct Found: Sendable {
    var rows: [RoleHolder] = []
    var counts: [RoleHolder.Standing: Int] = [:]
    var examined = 0
    var isComplete = false
  }

  /// Searches until everybody was looked at, or the process is told to stop.
  ///
  /// - Throws: `Refusal` where something named does not exist, or `StoreError`.
  func run(in surroundings: Surroundings) async throws -> Found {
    let outOf = surroundings.showsProgress ? try database.roleHolderScope(query) : 0
    let searching = Task { try search(outOf: outOf, surroundings) }
    let stopping = Task {
      await surroundings.untilStopped()
      searching.cancel()
    }
    defer { stopping.cancel() }
    return try await searching.value
  }

  func search(outOf: Int, _ surroundings: Surroundings) throws -> Found {
    var found = Found()
    var last: IdentityIdentifier?
    defer { if surroundings.showsProgress { surroundings.errors("\r\u{1B}[K") } }
    while !Task.isCancelled {
      let answer = try database.roleHolders(
        query, after: last, limit: part, examining: part)
      found.examined += answer.examined
      for holder in answer.rows {
        found.counts[holder.standing, default: 0] += 1
        if found.rows.count < limit { found.rows.append(holder) }
      }
      guard let next = answer.next else {
        found.isComplete = true
        return found
      }
      last = next
      if surroundings.showsProgress {
        let far = progress(found.examined, of: outOf)
        surroundings.errors("\rLooked at \(far) accounts; Ctrl-C stops.")
      }
    }
    return found
  }
}
