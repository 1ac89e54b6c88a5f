import PortalModel

extension TokenFate.Act {
  /// What has happened, in so few words that the row fits a narrow terminal.
  var title: String {
    switch self {
    case .nothing: "nothing"
    case .revokeSubject: "subject token revoked"
    case .revokeExchanged: "exchanged token revoked"
    case .revokeRefresh: "refresh token revoked"
    case .logOut: "user logged out"
    case .revokePermission: "permission revoked"
    case .disableUser: "account disabled"
    case .disableTarget: "target disabled"
    case .disableRequester: "requester disabled"
    }
  }
}

extension TokenFate.Life {
  /// The check that refuses, or `alive`.
  var word: String {
    switch self {
    case .alive: "alive"
    case .dead(let check): check.reason.split(separator: "-").first.map(String.init) ?? ""
    case .absent: "none"
    }
  }
}

extension ScopeFate {
  /// The four columns: what the subject token has, what was asked, what the target offers, what came of it.
  func cells(_ glyphs: (yes: String, no: String)) -> [String] {
    [
      name, isHeld ? glyphs.yes : glyphs.no,
      isAsked.map { $0 ? glyphs.yes : glyphs.no } ?? "(held)",
      offer == .none ? glyphs.no : offer.rawValue, isGranted ? glyphs.yes : glyphs.no,
    ]
  }

  /// The columns' titles.
  static let titles = ["scope", "subject has", "you asked", "target offers", "you got"]
}
