import PortalModel

extension TokenView.Claim {
  /// What the claim or header member means.
  public func meaning(in kind: TokenView.Kind) -> String {
    switch name {
    case "aud": Self.audience(kind)
    case "azp":
      "The client that asked for the token. After an exchange: the requester. Nothing else says who was "
        + "in between, and the next exchange overwrites it."
    case "typ": "What sort of token this is: an application takes Bearer only."
    case "scope": "What the client may use the token for, in words separated by blanks."
    case "exp": kind == .refresh ? "When the session it renews ends." : "When the token ends."
    default: Self.meanings[name] ?? "A claim that this simulator does not explain."
    }
  }

  /// Where the value came from.
  public var provenance: String {
    if name == "aud" { return audienceProvenance(origin) }
    return switch (name, origin) {
    case ("iat", .time): "The moment of issuing."
    case ("exp", .time): "The moment of issuing, and the lifetime of such tokens."
    case ("kid", .service): "The name of the key that signed the token."
    case ("alg", .service): "The algorithm of the service's key."
    case ("azp", .requester): "The client_id of whoever asked."
    case ("sub", .identity), ("cern_upn", .identity): "The login of the user who signed in."
    default: origin.sentence
    }
  }

  /// The values with where each came from, where that differs.
  public var parts: [(value: String, provenance: String)] {
    guard elements.count > 1, elements.count == value.strings.count else { return [] }
    return zip(value.strings, elements).map { value, origin in
      (value, audienceProvenance(origin))
    }
  }

  private func audienceProvenance(_ origin: ClaimOrigin) -> String {
    switch origin {
    case .target: "The audience of the request: the application exchanged toward."
    case .roles:
      "The user has roles there, and full scope puts them into the token: its client counts as meant."
    default: origin.sentence
    }
  }

  private static func audience(_ kind: TokenView.Kind) -> String {
    switch kind {
    case .access: "Who may accept the token: an application must find itself here."
    case .refresh: "Who may accept it: the service itself, and no application."
    case .id: "The client that is told who signed in."
    }
  }

  private static let meanings = [
    "alg": "How the token is signed.",
    "kid": "Which of the service's keys signed it.",
    "iss": "Who issued the token; applications compare it to the letter.",
    "sub": "Whom the token speaks of: at CERN the login, not a number.",
    "iat": "When the token was issued.",
    "nbf": "From when on the token counts.",
    "auth_time": "When the user really signed in; an exchange does not change it.",
    "jti": "The number of this one token, new each time.",
    "sid": "The user's session; logging out ends every token of it.",
    "session_state": "The older name of sid.",
    "acr": "How well the user was made certain of, in the service's own scale.",
    "at_hash": "A digest of the access token beside it, which ties the two together.",
    "cern_upn": "The login, never given to somebody else: use it to tell people apart.",
    "preferred_username": "The login to show; do not tell people apart by it.",
    "given_name": "The given name.",
    "family_name": "The family name.",
    "name": "The full name.",
    "email": "The e-mail address.",
    "email_verified": "Whether the e-mail address was checked.",
    "cern_person_id": "The number of the person in CERN's HR; secondary accounts have none.",
    "cern_mail_upn": "The mail-like form of the login; only CERN accounts have it.",
    "cern_preferred_language": "The language the user prefers: EN or FR.",
    "cern_identity_id": "The number of the identity behind the account.",
    "cern_uid": "The user's Unix number.",
    "cern_gid": "The Unix number of the user's group.",
    "home_institute": "The institute the user comes from.",
    "eduperson_orcid": "The researcher's ORCID, where it is linked.",
    "groups": "Groups; only by special request, and never in access tokens.",
    "cern_roles": "The user's roles in the application that the token is for.",
    "resource_access": "The same roles by application; missing when the user has none.",
    "realm_access": "Roles of the whole service; CERN's tokens were not seen to have it.",
    "allowed-origins": "Web pages from which browsers may send the token.",
    "act": "Who acts for the user. Exchanges here never write it.",
    "may_act": "Who may act for the user. Exchanges here never write it.",
  ]
}

extension ClaimOrigin {
  /// Where a value of this origin comes from.
  public var sentence: String {
    switch self {
    case .service: "A setting of the service, the same in all its tokens."
    case .time: "The clock."
    case .drawn: "Drawn by chance for this token."
    case .session: "The user's session, unchanged by an exchange."
    case .identity: "What the service knows of the user."
    case .requester: "The client that asked."
    case .target: "The application that the token is for."
    case .audienceMapper: "Put in by the client's mapper, which adds its own ID at CERN."
    case .extraMapper: "Put in by a mapper of the client's, which adds this other ID."
    case .roles: "Worked out anew: the target's roles that this user is given."
    case .scope: "The scopes asked for, as far as the session and the target allow."
    case .accessToken: "Worked out from the access token beside it."
    }
  }
}
