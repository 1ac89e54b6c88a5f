/// What one client may take of the server. All values are invented; the real service has a proxy in
/// front that sets its own.
public struct EndpointLimits: Hashable, Sendable {
  /// Bytes of a request's body: a form with a token or two.
  public var body = 128 << 10
  /// Bytes of all header fields together; a bearer token travels in one of them.
  public var headers = 32 << 10
  /// How many header fields a request has.
  public var headerCount = 100
  /// Connections at a time; more wait in the system's queue.
  public var connections = 512
  /// Milliseconds that a connection may be open without a request.
  public var idle = 30_000
  /// Milliseconds in which a request must have arrived whole, once it has begun, and in which a
  /// client must have taken its reply.
  public var transfer = 10_000
  /// Milliseconds that a stop waits for what is in flight.
  public var stopping = 5_000

  /// Makes the usual limits.
  public init() {}
}
