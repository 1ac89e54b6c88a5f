import PortalModel

/// Whether an address that a request names is one that a client registered.
///
/// To the letter; a trailing `*` stands for any rest of path and query of the same scheme, host and
/// port. `http` to this machine may name any port (RFC 8252 §7.3).
enum RedirectMatch {
  /// Whether one of the registered addresses allows the one that was sent.
  static func allows(_ sent: String, _ registered: [RedirectURI]) -> Bool {
    guard isHarmless(sent) else { return false }
    return registered.contains { matches(sent, $0.text) }
      || withoutPort(sent).map { plain in registered.contains { matches(plain, $0.text) } } ?? false
  }

  private static func matches(_ sent: String, _ registered: String) -> Bool {
    guard registered.hasSuffix("*") else { return sent == registered }
    let prefix = String(registered.dropLast())
    // `https://host/*` allows `https://host` as well.
    if prefix.hasSuffix("/"), sent == String(prefix.dropLast()) { return true }
    guard sent.hasPrefix(prefix) else { return false }
    // Where the star stands within the host, it must not grow another host.
    guard let origin = Client.origin(of: registered) else { return true }
    return Client.origin(of: sent) == origin
  }

  /// No fragment, no user name before the host, no way up the path, no control or backslash, no star.
  private static func isHarmless(_ sent: String) -> Bool {
    guard RedirectURI.problem(in: sent) == nil, !sent.contains("*"), !sent.contains("\\") else {
      return false
    }
    let rest = sent.split(separator: "://", maxSplits: 1).last ?? ""
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.contains("@") else { return false }
    let path = rest.dropFirst(authority.count).prefix { $0 != "?" }.lowercased()
    let plain = path.replacing("%2e", with: ".").replacing("%2f", with: "/")
      .replacing("%5c", with: "/")
    return !plain.contains("%25")
      && !plain.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }

  private static func withoutPort(_ sent: String) -> String? {
    for host in ["http://localhost:", "http://127.0.0.1:", "http://[::1]:"]
    where sent.hasPrefix(host) {
      return String(host.dropLast()) + sent.dropFirst(host.count).drop { $0.isASCII && $0.isNumber }
    }
    return nil
  }
}
