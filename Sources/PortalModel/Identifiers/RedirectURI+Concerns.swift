/// What to bear in mind about a redirect URI that is accepted: a warning, never a refusal.
public enum RedirectConcern: Hashable, Sendable, CaseIterable {
  /// It leads to this machine. Public sources contradict each other on whether CERN takes it
  /// (portal.md §2.2).
  case localhost
  /// Its scheme is a native application's.
  case native
  /// Its `*` stands in the host, so that other hosts fit it too.
  case anyHost
  /// It is not encrypted, and leads to another machine.
  case unencrypted
}

extension RedirectURI {
  /// What to bear in mind about the address, the gravest first.
  public var concerns: [RedirectConcern] {
    var concerns: [RedirectConcern] = []
    if let star = text.firstIndex(of: "*") {
      let rest = text[..<star].firstRange(of: "://").map { text[$0.upperBound..<star] }
      if let rest, !rest.contains(where: { "/?".contains($0) }) { concerns.append(.anyHost) }
    }
    if isLocalhost { concerns.append(.localhost) }
    if isNative { concerns.append(.native) }
    if text.lowercased().hasPrefix("http:"), !isLocalhost { concerns.append(.unencrypted) }
    return concerns
  }
}
