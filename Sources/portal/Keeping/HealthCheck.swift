import PortalModel

/// One thing that the doctor looked at, what was found, and how to mend it.
struct HealthCheck: Hashable, Sendable {
  /// The word by which machines know the check.
  var id: ID
  /// How it stands.
  var state: State
  /// What was found.
  var found: String
  /// What to do about it; `nil` where nothing need be done.
  var mend: String?

  /// What is looked at, in this order.
  enum ID: String, CaseIterable, Sendable {
    case home, disk, permissions, database, schema, integrity, key, processes
    case terminal, colours, locale, glyphs
  }

  /// How a thing stands.
  enum State: String, Sendable {
    /// As it should be.
    case fine
    /// Works, but could be better, or does not matter here.
    case note
    /// Something does not work, or will not.
    case problem
  }

  init(_ id: ID, _ state: State, _ found: String, mend: String? = nil) {
    self.id = id
    self.state = state
    self.found = found
    self.mend = mend
  }

  /// The check for machines.
  var json: JSONValue {
    .object([
      .init("id", .string(id.rawValue)), .init("state", .string(state.rawValue)),
      .init("found", .string(found)), .init("mend", .optional(mend)),
    ])
  }

  /// The check for people.
  func lines(isUnicode: Bool) -> [String] {
    let sign: String
    switch state {
    case .fine: sign = isUnicode ? "✓" : "ok"
    case .note: sign = isUnicode ? "·" : "--"
    case .problem: sign = isUnicode ? "✕" : "!!"
    }
    let indent = String(repeating: " ", count: sign.count + 1)
    let name = id.rawValue.padding(to: 12)
    let mends = mend.map { ["\(indent)\(String(repeating: " ", count: 12))\($0)"] } ?? []
    return ["\(sign) \(name)\(found)"] + mends
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
