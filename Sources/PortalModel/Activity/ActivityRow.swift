/// One thing that happened: an entry of the journal, a refusal, or a request to the token service.
public struct ActivityRow: Hashable, Encodable, Sendable {
  /// When.
  public var at: Instant
  /// Who really acted, and as whom; `nil` for requests, of which only the client is known.
  public var actor: Actor?
  /// What.
  public var what: What
  /// Where the rows older than this one begin.
  public var place: ActivityPlace

  /// What happened.
  public enum What: Hashable, Encodable, Sendable {
    /// An entry of the journal: its number, whether it changed anything, and by which entry it is
    /// taken back at present.
    case entry(Int64, JournalAct, changed: Bool, undoneBy: Int64?)
    /// A rule said no: the refusal's own number, what was tried, the rule, and how many refusals
    /// before it could not be kept. `nil` where this version does not know it.
    case refusal(Int64, Attempt?, Refusal?, missed: Int)
    /// The token service answered a request.
    case request(ActivityEntry)
  }

  /// Makes a row.
  public init(at: Instant, actor: Actor?, what: What, place: ActivityPlace) {
    self.at = at
    self.actor = actor
    self.what = what
    self.place = place
  }

  /// The number of the journal's entry; `nil` for everything else.
  public var entry: Int64? {
    if case .entry(let id, _, _, _) = what { id } else { nil }
  }

  /// Which of the kinds it is.
  public var kind: ActivityKind {
    switch what {
    case .entry: .changes
    case .refusal: .refusals
    case .request: .requests
    }
  }
}

/// The kinds of things that happen, each with numbers of its own.
public enum ActivityKind: String, CaseIterable, Codable, Sendable {
  /// Accepted commands, undos, redos and returns: the journal.
  case changes
  /// What a rule refused.
  case refusals
  /// Requests to the token service.
  case requests
}

/// A place between two rows: the first of each kind that is older than it is counted from here.
public struct ActivityPlace: Hashable, Encodable, Sendable {
  /// Entries of the journal below this number.
  public var entry: Int64
  /// Refusals below this number among those after the same entry, and all after older entries.
  public var refusal: Int64
  /// The entry after which that refusal came.
  public var refusalAfter: Int64
  /// Requests below this number.
  public var request: Int64

  /// In front of everything.
  public static let newest = ActivityPlace(
    entry: .max, refusal: .max, refusalAfter: .max, request: .max)

  /// Makes a place.
  public init(entry: Int64, refusal: Int64, refusalAfter: Int64, request: Int64) {
    self.entry = entry
    self.refusal = refusal
    self.refusalAfter = refusalAfter
    self.request = request
  }
}

/// Which activity is asked for; each field narrows further.
public struct ActivityFilter: Hashable, Encodable, Sendable {
  /// What touched, or was tried on, or was asked by or for, this application.
  public var application: ApplicationIdentifier?
  /// What was done as, or asked about, this identity.
  public var identity: IdentityIdentifier?
  /// What happened at or after this instant.
  public var since: Instant?
  /// Of which kinds.
  public var kinds: Set<ActivityKind>

  /// Makes a filter; without arguments, for everything.
  public init(
    application: ApplicationIdentifier? = nil, identity: IdentityIdentifier? = nil,
    since: Instant? = nil, kinds: Set<ActivityKind> = Set(ActivityKind.allCases)
  ) {
    self.application = application
    self.identity = identity
    self.since = since
    self.kinds = kinds
  }
}

/// A stretch of what happened, newest first.
public struct ActivityPage: Hashable, Sendable {
  /// The rows.
  public var rows: [ActivityRow]
  /// Whether there are older ones.
  public var hasMore: Bool

  /// Makes a page.
  public init(rows: [ActivityRow], hasMore: Bool) {
    self.rows = rows
    self.hasMore = hasMore
  }
}
