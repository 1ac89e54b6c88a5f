import PortalTokens

extension TokenError {
  /// The word by which machines know the error.
  var code: String {
    switch self {
    case .keyUnreadable: "key_unreadable"
    case .signing: "signing"
    }
  }

  /// What happened and what to do.
  var sentence: String {
    switch self {
    case .keyUnreadable:
      "The key that signs tokens is damaged or cannot be made. Begin anew in another home, or put "
        + "a copy of the database back."
    case .signing: "The token could not be signed. Try again; if it stays so, please report it."
    }
  }
}
