/// An issuer cut into what a server has to know of it.
public struct IssuerAddress: Hashable, Sendable {
  /// The whole text, as it stands in tokens.
  public let text: String
  /// `http` or `https`.
  public let scheme: String
  /// The host in lower case, an IPv6 address in its brackets.
  public let host: String
  /// The port, the scheme's own where none is named.
  public let port: Int
  /// The path, with a slash at its beginning and none at its end.
  public let path: String

  /// Cuts an issuer.
  ///
  /// - Throws: ``EndpointError/issuer(_:)`` where it is no `http` or `https` address whose path ends
  ///   in `/realms/` and a name (RFC 8414 §2: no query, no fragment).
  public init(_ text: String) throws(EndpointError) {
    self.text = text
    guard let colon = text.firstRange(of: "://"),
      text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
      !text.contains(where: { "?#@\"\\<>".contains($0) })
    else { throw .issuer(text) }
    scheme = String(text[..<colon.lowerBound])
    let rest = text[colon.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = HostName(String(rest[..<slash]))
    path = String(rest[slash...])
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard scheme == "http" || scheme == "https", let authority, parts.count >= 3,
      parts.dropFirst().allSatisfy({ !$0.isEmpty }), parts[parts.count - 2] == "realms"
    else { throw .issuer(text) }
    host = authority.name
    port = authority.port ?? (scheme == "https" ? 443 : 80)
  }

  /// The realm's name.
  public var realm: String { String(path.split(separator: "/").last ?? "") }

  /// The path in front of `/realms/…`.
  var prefix: String { String(path.dropLast("/realms/".count + realm.count)) }

  /// Scheme, host and port: what browsers call its origin.
  var origin: String {
    let isUsual = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(host)" + (isUsual ? "" : ":\(port)")
  }
}

/// A host with or without a port, as a `Host` header names it (RFC 9110 §7.2).
struct HostName: Hashable, Sendable {
  /// The host in lower case, without the dot that may end it.
  var name: String
  /// The port, if one is named.
  var port: Int?

  init?(_ text: String) {
    let lower = text.lowercased()
    let end: String.Index
    if lower.hasPrefix("[") {
      guard let bracket = lower.firstIndex(of: "]") else { return nil }
      end = lower.index(after: bracket)
    } else {
      end = lower.firstIndex(of: ":") ?? lower.endIndex
    }
    name = String(lower[..<end])
    if name.hasSuffix(".") { name.removeLast() }
    guard !name.isEmpty else { return nil }
    if end != lower.endIndex {
      guard lower[end] == ":" else { return nil }
      let digits = lower[lower.index(after: end)...]
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
        (0...65_535).contains(number)
      else { return nil }
      port = number
    }
  }

  /// Whether it names this machine itself, whatever name servers say (RFC 6761 §6.3, RFC 1122).
  var isLoopback: Bool {
    if name == "localhost" || name == "[::1]" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
