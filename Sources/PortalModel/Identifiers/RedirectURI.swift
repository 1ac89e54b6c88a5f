/// What is wrong with a text that should be a redirect URI or an address.
public enum AddressProblem: Error, Hashable, Codable, Sendable {
  /// Nothing was given.
  case empty
  /// More than 2,000 characters.
  case tooLong(maximum: Int)
  /// A blank or a control character.
  case blank
  /// No `scheme:` in front.
  case schemeMissing
  /// A scheme that is neither `http`, `https` nor, for redirect URIs, one that begins `ch.cern`.
  case scheme(String)
  /// `http` or `https` without a host.
  case hostMissing
  /// A fragment (`#…`), which RFC 6749 §3.1.2 forbids.
  case fragment
  /// A `*` that is not the last character.
  case wildcard
  /// A home page on this machine, which the portal refuses.
  case localhost
}

/// An address that the browser may be sent back to after login.
///
/// `http` and `https` with a host and at most one `*` at the very end, or a native scheme that begins
/// `ch.cern`, as in `ch.cern.myapp:/oauth2redirect`. The host need not exist.
public struct RedirectURI: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The text itself.
  public let text: String

  /// Takes a text that is known to be well-formed.
  public init(trusted text: String) { self.text = text }

  /// Checks the text.
  ///
  /// - Throws: ``AddressProblem``, the first thing that is wrong.
  public init(_ text: String) throws(AddressProblem) {
    if let problem = Self.problem(in: text) { throw problem }
    self.init(trusted: text)
  }

  /// The text itself.
  public var description: String { text }

  /// Whether its scheme is a native application's, `ch.cern…`.
  public var isNative: Bool { text.lowercased().hasPrefix("ch.cern") }

  /// Whether it leads to this machine. Public sources contradict each other on whether the portal
  /// takes it; it is accepted with a warning.
  public var isLocalhost: Bool { WebAddress(text).isLocalhost }

  /// The first thing wrong with a text, or `nil` where it is well-formed.
  public static func problem(in text: String) -> AddressProblem? {
    let address = WebAddress(text)
    if let problem = address.commonProblem { return problem }
    if let star = text.firstIndex(of: "*"), text.index(after: star) != text.endIndex {
      return .wildcard
    }
    if text.contains("#") { return .fragment }
    if address.scheme.hasPrefix("ch.cern") { return nil }
    return address.webProblem
  }

  /// Reads the text and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do { try self.init(text) } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "ill-formed redirect URI '\(text)': \(error)")
    }
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The rules for home pages and base URLs, which are kept as plain text.
public enum PageAddress {
  /// The first thing wrong with a home page; an empty one is fine, one on this machine is not.
  public static func homePageProblem(in text: String) -> AddressProblem? {
    guard !text.isEmpty else { return nil }
    return baseURLProblem(in: text) ?? (WebAddress(text).isLocalhost ? .localhost : nil)
  }

  /// The first thing wrong with a base URL.
  public static func baseURLProblem(in text: String) -> AddressProblem? {
    let address = WebAddress(text)
    return address.commonProblem ?? address.webProblem
  }

  /// Whether a text names origins that browsers may call from: `+`, `*`, or scheme and host alone.
  public static func isWebOrigin(_ text: String) -> Bool {
    if text == "+" || text == "*" { return true }
    guard baseURLProblem(in: text) == nil, let start = text.firstRange(of: "://")?.upperBound else {
      return false
    }
    return !text[start...].contains { "/?#@".contains($0) }
  }
}

/// A text cut at `scheme://host`.
private struct WebAddress {
  var text: String
  var scheme = ""
  var host = ""

  init(_ text: String) {
    self.text = text
    guard let colon = text.firstIndex(of: ":") else { return }
    scheme = text[..<colon].lowercased()
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//") else { return }
    let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
    let afterUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    host =
      afterUser.hasPrefix("[")
      ? String(afterUser.prefix { $0 != "]" }.dropFirst())
      : String(afterUser.prefix { $0 != ":" }).lowercased()
  }

  var isLocalhost: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "::1"
  }

  var commonProblem: AddressProblem? {
    if text.isEmpty { return .empty }
    if text.utf8.count > 2000 { return .tooLong(maximum: 2000) }
    let isBlank = text.unicodeScalars.contains {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    if isBlank { return .blank }
    return scheme.isEmpty ? .schemeMissing : nil
  }

  var webProblem: AddressProblem? {
    guard scheme == "http" || scheme == "https" else { return .scheme(scheme) }
    return host.isEmpty || host == "*" ? .hostMissing : nil
  }
}
