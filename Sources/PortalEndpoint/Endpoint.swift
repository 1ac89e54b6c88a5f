import PortalModel
import PortalTokens

/// HTTP in front of a token service: parsing, wording, pages, and nothing else.
public struct Endpoint: Sendable {
  let service: TokenService
  let issuer: IssuerAddress
  let clock: @Sendable () -> Instant
  let watch: EndpointWatch

  /// The most people that the sign-in page lists; where there are more, one types.
  static let listedPeople = 100

  /// Makes the endpoint of a token service.
  ///
  /// - Parameters:
  ///   - service: What answers.
  ///   - clock: The time.
  ///   - watch: What the one who runs the server is asked and told.
  /// - Throws: ``EndpointError/issuer(_:)``.
  public init(
    service: TokenService, clock: @escaping @Sendable () -> Instant,
    watch: EndpointWatch = EndpointWatch()
  ) throws(EndpointError) {
    self.service = service
    issuer = try IssuerAddress(service.realm.issuer)
    self.clock = clock
    self.watch = watch
  }

  /// The endpoint as the realm's settings have it now; `nil` where they have not changed.
  ///
  /// - Throws: What reading the settings throws; ``EndpointError/issuer(_:)``.
  func changed() throws -> Endpoint? {
    guard let realm = try watch.realm(), realm != service.realm else { return nil }
    return try Endpoint(service: service.under(realm), clock: clock, watch: watch)
  }
}

/// What the one who runs a server is asked and told, beside the replies.
public struct EndpointWatch: Sendable {
  /// The people that a sign-in page offers, so many at most.
  public var people: @Sendable (_ limit: Int) throws -> [Identity]
  /// The realm's settings as they are now; `nil` where they are those that the server began with.
  /// Asked before each request: another process may change them.
  public var realm: @Sendable () throws -> Realm?
  /// The words of the header that explains a refusal; `nil` for none.
  public var explain: @Sendable (Check) -> String?
  /// A request that was answered.
  public var record: @Sendable (ActivityEntry) -> Void
  /// A fault of the server itself, without anything of the request.
  public var fault: @Sendable (any Error) -> Void

  /// Makes a watch that knows nobody and keeps nothing.
  public init(
    people: @escaping @Sendable (_ limit: Int) throws -> [Identity] = { _ in [] },
    realm: @escaping @Sendable () throws -> Realm? = { nil },
    explain: @escaping @Sendable (Check) -> String? = \.reason,
    record: @escaping @Sendable (ActivityEntry) -> Void = { _ in },
    fault: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.people = people
    self.realm = realm
    self.explain = explain
    self.record = record
    self.fault = fault
  }
}
