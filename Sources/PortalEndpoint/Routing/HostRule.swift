import Hummingbird

/// Which `Host` a request may name: the issuer's, this machine itself, or the very address that the
/// server was told to listen at.
///
/// A page in a browser can have its own name resolved to 127.0.0.1 and then read this server as its
/// own (DNS rebinding); its name in the `Host` header is what gives it away.
struct HostRule: Hashable, Sendable {
  var issuer: String
  /// The address listened at, where it is one and not a name.
  var listening: String?

  init(issuer: IssuerAddress, address: EndpointAddress) {
    self.issuer = issuer.host
    let host = address.host.lowercased()
    // A numeric address cannot be rebound; a name can.
    if host.contains(":") {
      listening = "[\(host)]"
    } else if host.split(separator: ".").count == 4,
      host.split(separator: ".").allSatisfy({ UInt8($0) != nil })
    {
      listening = host
    }
  }

  /// Whether a request with this `Host` is answered; one without is not (RFC 9112 §3.2).
  func allows(_ host: String?) -> Bool {
    guard let name = host.flatMap(HostName.init) else { return false }
    return name.isLoopback || name.name == issuer || name.name == listening
  }
}
