/// Where a token endpoint listens.
public struct EndpointAddress: Hashable, Sendable {
  /// The host name or address that it binds to.
  public var host: String
  /// The TCP port; 0 lets the system choose one.
  public var port: Int

  /// Makes an address; by default the loopback one that the home's issuer names.
  public init(host: String = "127.0.0.1", port: Int = 8080) {
    self.host = host
    self.port = port
  }
}
