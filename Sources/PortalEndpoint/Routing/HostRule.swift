import HTTPTypes

/// Which `Host` a request may name: the issuer's, this machine itself, or the very address that the
/// server was told to listen at.
///
/// A page in a browser can have its own name resolved to 127.0.0.1 and then read this server as its
/// own (DNS rebinding); its name in the `Host` header is what gives it away.
struct HostRule: Hashable, Sendable {
  var issuer: String
  /// The issuer's host and port, as nearly every request names them.
  private let usual: String
  /// The address listened at, where it is one and not a name.
  var listening: String?

  init(issuer: IssuerAddress, address: EndpointAddress) {
    self.issuer = issuer.host
    usual = String(issuer.origin.dropFirst(issuer.scheme.count + 3))
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

  /// Whether a request is answered: one with a single `Host`, and a right one (RFC 9112 §3.2). The
  /// library takes the first for the authority and leaves others among the fields.
  func allows(_ head: HTTPRequest) -> Bool {
    let isSingle = !head.headerFields.contains { $0.name.canonicalName == "host" }
    return isSingle && allows(head.authority)
  }

  /// Whether this `Host` is a right one.
  func allows(_ host: String?) -> Bool {
    if host == usual { return true }
    guard let name = host.flatMap(HostName.init) else { return false }
    return name.isLoopback || name.name == issuer || name.name == listening
  }
}
