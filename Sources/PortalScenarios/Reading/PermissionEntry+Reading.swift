import PortalModel

extension PermissionEntry {
  init?(_ field: Field) {
    let origins: [(key: String, origin: ExchangePermission.Origin)] = [
      ("requested", .requested), ("granted", .granted), ("automatic", .automatic),
    ]
    let keys = ["from", "to", "state"] + origins.map(\.key) + ["decided"]
    guard let map = FieldMap(field, keys: keys) else { return nil }
    let from = map.required("from")?.identifier(ApplicationIdentifier.self)
    let to = map.required("to")?.identifier(ApplicationIdentifier.self)
    let state = map.required("state")?.word(ExchangePermission.State.self)

    let openings = origins.filter { map[$0.key] != nil }
    if openings.count > 1, let second = map[openings[1].key] {
      second.reject(.excludedKey(openings[1].key, by: openings[0].key))
    }
    guard let opening = openings.first, let opened = map[opening.key] else {
      map.log.add(.missingKey(origins.map(\.key).joined(separator: "' or '")), at: map.place)
      return nil
    }
    let act = Act(opened, words: opening.origin == .granted ? nil : "justification")
    guard let from, let to, let state, let act else { return nil }
    source = from
    target = to
    self.state = state
    origin = opening.origin
    self.opened = act
    readDecision(map, opening: opening.key)
  }

  /// Which states need, or cannot have, a decision of their own beside the way they began.
  private mutating func readDecision(_ map: FieldMap, opening: String) {
    let statedByOpening = state == .granted && origin != .requested
    let openingFits: Bool =
      switch state {
      case .pending, .rejected, .withdrawn: origin == .requested
      case .granted, .revoked: true
      }
    if !openingFits { map[opening]?.reject(.excludedKey(opening, by: "state: \(state.rawValue)")) }
    if state == .pending || statedByOpening {
      map["decided"]?.reject(.excludedKey("decided", by: "state: \(state.rawValue)"))
    } else if let field = map.required("decided") {
      let takesReason = state == .rejected || state == .revoked
      decided = Act(
        field, words: takesReason ? "reason" : nil, wordsNeeded: state == .rejected)
    }
  }
}

extension PermissionEntry.Act {
  fileprivate init?(_ field: Field, words key: String?, wordsNeeded: Bool = false) {
    guard let map = FieldMap(field, keys: ["by", "at"] + (key.map { [$0] } ?? [])) else {
      return nil
    }
    guard let by = map.required("by")?.identifier(IdentityIdentifier.self) else { return nil }
    self.by = by
    at = map["at"]?.time() ?? .loading
    words = ""
    if let key {
      let field = wordsNeeded ? map.required(key) : map[key]
      words = field?.text(maximum: FieldLimit.text, mayBeEmpty: !wordsNeeded) ?? ""
    }
  }
}
