/// Why a server cannot listen.
public enum EndpointError: Error, Hashable, Sendable {
  /// Another program listens there already.
  case addressInUse(EndpointAddress)
  /// The system does not let this user listen there: ports below 1024, mostly.
  case notPermitted(EndpointAddress)
  /// This machine has no such address.
  case noSuchAddress(EndpointAddress)
  /// The certificate or its key cannot be read or do not belong together.
  case certificate(path: String)
  /// An issuer that is no `http` or `https` address with a path.
  case issuer(String)
  /// Something else; the system's error number, 0 where it gave none.
  case unavailable(EndpointAddress, code: Int32)
}
