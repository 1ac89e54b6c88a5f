import PortalModel
import PortalTokens

/// HTTP in front of a token service: parsing, wording, pages, and nothing else.
public struct Endpoint: Sendable {
  let service: TokenService
  let store: any TokenStore
  let issuer: IssuerAddress
  let clock: @Sendable () -> Instant
  let watch: EndpointWatch

  /// Makes the endpoint of a token service.
  ///
  /// - Parameters:
  ///   - service: What answers.
  ///   - store: What the service reads, for whom replies may be shared with.
  ///   - clock: The time.
  ///   - watch: What the one who runs the server sees of each request.
  /// - Throws: ``EndpointError/issuer(_:)``.
  public init(
    service: TokenService, store: any TokenStore, clock: @escaping @Sendable () -> Instant,
    watch: EndpointWatch = EndpointWatch()
  ) throws(EndpointError) {
    self.service = service
    self.store = store
    issuer = try IssuerAddress(service.realm.issuer)
    self.clock = clock
    self.watch = watch
  }
}

/// What is told of requests beside their replies.
public struct EndpointWatch: Sendable {
  /// The header that explains a refusal: some words, or `nil` for none.
  public var explain: @Sendable (Verdict) -> String?
  /// A fault of the server itself, without anything of the request.
  public var fault: @Sendable (any Error) -> Void

  /// Makes a watch that says nothing.
  public init(
    explain: @escaping @Sendable (Verdict) -> String? = { _ in nil },
    fault: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.explain = explain
    self.fault = fault
  }
}
