import PortalModel

/// A bearer token as requests carry it (RFC 6750 §2).
enum BearerToken {
  /// The token of an `Authorization` header; `nil` where it is no bearer's.
  static func of(_ header: String?) -> String? {
    guard let header, let blank = header.firstIndex(of: " "),
      header[..<blank].lowercased() == "bearer"
    else { return nil }
    let token = header[blank...].drop { $0 == " " }
    return token.isEmpty ? nil : String(token)
  }
}
