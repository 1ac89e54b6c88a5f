/// The service's own settings of a client. Their limits are invented.
extension Rules {
  func requireSound(_ settings: ClientSettings) throws {
    let lists: [(Refusal.Field, [String])] = [
      (.scope, settings.defaultScopes), (.scope, settings.optionalScopes),
      (.audience, settings.extraAudiences), (.webOrigin, settings.webOrigins),
    ]
    for (field, list) in lists {
      guard list.count <= FieldLimit.listLength else {
        throw Refusal.listTooLong(field, maximum: FieldLimit.listLength)
      }
      var seen: Set<String> = []
      for entry in list {
        guard FieldLimit.isWord(entry), seen.insert(entry).inserted else {
          throw Refusal.badListEntry(field, entry)
        }
      }
    }
    if let origin = settings.webOrigins.first(where: { !PageAddress.isWebOrigin($0) }) {
      throw Refusal.badListEntry(.webOrigin, origin)
    }
  }
}

extension FieldLimit {
  /// The most scopes, audiences or origins of one client (invented).
  public static let listLength = 100
  /// The longest scope, audience or origin, in bytes (invented).
  public static let word = 255

  /// Whether a text can be one entry of a list that is kept and sent with blanks between: neither
  /// empty nor too long, and without blanks and control characters.
  public static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= word
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.properties.generalCategory != .control
      }
  }
}
