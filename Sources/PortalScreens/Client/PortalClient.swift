import PortalModel

/// How the screens reach the portal: one closure for each question, so that tests give it one in
/// memory.
///
/// Every closure may be called from any thread. They throw `Refusal` where a rule says no, and
/// ``PortalFailure`` where the storage does.
public struct PortalClient: Sendable {
  /// A window of the list of applications.
  public var applications: @Sendable (ApplicationQuery) throws -> ApplicationPage
  /// Everything that an application's page shows; `nil` where there is no such application.
  public var application: @Sendable (ApplicationIdentifier) throws -> ApplicationDetail?
  /// The permissions of an application, both ways.
  public var permissions: @Sendable (ApplicationIdentifier) throws -> PermissionLists
  /// All rounds of one direction, newest first.
  public var history: @Sendable (ExchangeDirection) throws -> [ExchangePermission]
  /// What waits for a person, what they sent, and what was decided.
  public var requests: @Sendable (IdentityIdentifier) throws -> RequestLists
  /// How many requests wait for a person.
  public var waiting: @Sendable (IdentityIdentifier) throws -> Int
  /// Whether a person manages an application: as its owner, or in its administrators group.
  public var isManager: @Sendable (ApplicationIdentifier, IdentityIdentifier) throws -> Bool
  /// The rows of a picker.
  public var pick: @Sendable (PickerQuery) throws -> [PickerRow]
  /// What stands in the way of a text that only one thing may have; `nil` where it is free.
  public var collision: @Sendable (UniqueText) throws -> Refusal?
  /// One identity.
  public var identity: @Sendable (IdentityIdentifier) throws -> Identity?
  /// The present secret of a client, `nil` for a public one. Only its managers may see it: others get
  /// ``Refusal/notManager(_:actor:managers:)``.
  public var secret: @Sendable (ApplicationIdentifier, IdentityIdentifier) throws -> String?
  /// Reads a service provider's metadata. Throws `MetadataProblem`, or ``PortalFailure`` where a file
  /// cannot be read.
  public var metadata: @Sendable (MetadataSource) throws -> SAMLForm
  /// People and groups.
  public var people: PeopleClient
  /// Who may exchange toward whom.
  public var map: MapClient
  /// Part of who has a role, and who just misses it and why.
  public var holders: @Sendable (HolderQuery) throws -> HolderPart
  /// What a command would take with it, without doing it.
  public var preview: @Sendable (PortalCommand, IdentityIdentifier) throws -> Consequences
  /// A request with its surroundings; `nil` where nothing was ever asked in this direction.
  public var request: @Sendable (ExchangeDirection) throws -> RequestDetail?
  /// Gives a command as somebody.
  public var perform: @Sendable (PortalCommand, IdentityIdentifier) throws -> PerformedNote
  /// Signs somebody in and exchanges their token.
  public var exchange: @Sendable (ExchangeQuery) async throws -> ExchangeOutcome
  /// What happened, and going back and forward in it.
  public var activity: ActivityClient
  /// How far the story has come; `nil` where the portal has none.
  public var story: @Sendable () throws -> StoryProgress?
  /// Starts the token endpoint, or stops it; the port is for where the issuer's is taken.
  public var serve: @Sendable (Bool, Int?) async throws -> EndpointReport

  /// Makes a client.
  public init(
    applications: @escaping @Sendable (ApplicationQuery) throws -> ApplicationPage,
    application: @escaping @Sendable (ApplicationIdentifier) throws -> ApplicationDetail?,
    permissions: @escaping @Sendable (ApplicationIdentifier) throws -> PermissionLists,
    history: @escaping @Sendable (ExchangeDirection) throws -> [ExchangePermission],
    requests: @escaping @Sendable (IdentityIdentifier) throws -> RequestLists,
    waiting: @escaping @Sendable (IdentityIdentifier) throws -> Int,
    isManager: @escaping @Sendable (ApplicationIdentifier, IdentityIdentifier) throws -> Bool,
    pick: @escaping @Sendable (PickerQuery) throws -> [PickerRow],
    collision: @escaping @Sendable (UniqueText) throws -> Refusal?,
    identity: @escaping @Sendable (IdentityIdentifier) throws -> Identity?,
    secret: @escaping @Sendable (ApplicationIdentifier, IdentityIdentifier) throws -> String?,
    metadata: @escaping @Sendable (MetadataSource) throws -> SAMLForm,
    people: PeopleClient, map: MapClient,
    holders: @escaping @Sendable (HolderQuery) throws -> HolderPart,
    preview: @escaping @Sendable (PortalCommand, IdentityIdentifier) throws -> Consequences,
    request: @escaping @Sendable (ExchangeDirection) throws -> RequestDetail?,
    perform: @escaping @Sendable (PortalCommand, IdentityIdentifier) throws -> PerformedNote,
    exchange: @escaping @Sendable (ExchangeQuery) async throws -> ExchangeOutcome,
    activity: ActivityClient,
    serve: @escaping @Sendable (Bool, Int?) async throws -> EndpointReport,
    story: @escaping @Sendable () throws -> StoryProgress? = { nil }
  ) {
    self.applications = applications
    self.application = application
    self.permissions = permissions
    self.history = history
    self.requests = requests
    self.waiting = waiting
    self.isManager = isManager
    self.pick = pick
    self.collision = collision
    self.identity = identity
    self.secret = secret
    self.metadata = metadata
    self.people = people
    self.map = map
    self.holders = holders
    self.preview = preview
    self.request = request
    self.perform = perform
    self.exchange = exchange
    self.activity = activity
    self.serve = serve
    self.story = story
  }
}

/// The storage could not do what was asked: in words, for the message row.
public struct PortalFailure: Error, Hashable, Encodable, Sendable {
  /// What happened, why, and what to do next.
  public var explanation: Explanation
  /// The rule that said no, where one did.
  public var refusal: Refusal?

  /// Makes a failure.
  public init(_ explanation: Explanation) { self.explanation = explanation }

  /// Makes a failure of a rule's no.
  public init(_ refusal: Refusal) {
    explanation = refusal.explanation
    self.refusal = refusal
  }
}

/// What is to be said of a command that was carried out, beyond the command itself.
public struct PerformedNote: Hashable, Sendable {
  /// Who decides for the target of a request.
  public var target: Managers?
  /// The round that a request opened: it may be granted at once.
  public var round: ExchangePermission?

  /// Makes a note.
  public init(target: Managers? = nil, round: ExchangePermission? = nil) {
    self.target = target
    self.round = round
  }
}
