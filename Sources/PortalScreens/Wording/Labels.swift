import PortalModel

extension ExchangePermission.State {
  /// The word beside the state's glyph.
  public var label: String { rawValue }
}

extension ExchangePermission.Origin {
  /// How the round began.
  public var label: String {
    switch self {
    case .requested: "requested"
    case .granted: "granted without a request"
    case .automatic: "requested and granted at once"
    }
  }
}

extension ExchangePermission {
  /// The round's story in one line: `requested by alice 3 d ago, granted by bob 2 d ago`.
  public func history(now: Instant) -> String {
    let opening =
      switch origin {
      case .requested: "requested by \(openedBy) \(openedAt.relative(to: now))"
      case .granted: "granted by \(openedBy) \(openedAt.relative(to: now)), unasked"
      case .automatic:
        "requested and granted at once by \(openedBy) \(openedAt.relative(to: now))"
      }
    let decided = decidedBy.map { by in
      let when = decidedAt.map { " " + $0.relative(to: now) } ?? ""
      return ", \(state.label) by \(by)\(when)"
    }
    switch state {
    case .pending: return opening + ", waiting"
    case .granted: return origin == .requested ? opening + (decided ?? "") : opening
    case .rejected, .withdrawn, .revoked: return opening + (decided ?? ", \(state.label)")
    }
  }
}

extension ClientKind {
  /// The kind in the words of lists: `public`, `confidential`.
  public var label: String {
    switch self {
    case .confidential: "confidential"
    case .public: "public"
    case .confidentialWithClientCredentials: "confidential + own tokens"
    }
  }

  /// What lists say under "SSO": `OIDC public`.
  public var providerLabel: String { "OIDC \(label)" }

  /// What the kind means.
  public var meaning: String {
    switch self {
    case .confidential: "has a client secret and must prove itself with it"
    case .public: "cannot keep a secret, so it has none and exchanges its own tokens only"
    case .confidentialWithClientCredentials:
      "has a client secret, and can get tokens in its own name with it"
    }
  }
}

extension Registration? {
  /// What lists say under "SSO": `OIDC public`, or `none`.
  public var providerLabel: String { map(\.kind.providerLabel) ?? "none" }
}

extension AccountKind {
  /// The kind in a person's words.
  public var label: String {
    switch self {
    case .primary: "primary account"
    case .secondary: "secondary account"
    case .service: "service account"
    case .guest: "guest account"
    case .social: "social account"
    case .edugain: "eduGAIN account"
    case .application: "application identity"
    }
  }
}

extension AccountKind {
  /// The kind in one word, for lists.
  public var shortLabel: String {
    switch self {
    case .primary, .secondary, .service, .guest, .social, .application: rawValue
    case .edugain: "eduGAIN"
    }
  }
}

extension LevelOfAssurance {
  /// The label without its remark, for narrow places: `CERN`.
  public var shortLabel: String {
    switch self {
    case .any: "Any"
    case .social: "Social"
    case .guest: "Guest"
    case .edugain: "EduGain"
    case .edugainSirtfi: "EduGain Sirtfi"
    case .cern: "CERN"
    }
  }
}

extension SignIn {
  /// Level and second factor: `CERN with second factor`.
  public var label: String {
    level.shortLabel + (multifactor ? " with second factor" : " without second factor")
  }
}

extension Member {
  /// The member: `jdoe`, or `group it-staff`.
  public var label: String {
    switch self {
    case .identity(let id): id.text
    case .group(let id): "group \(id)"
    }
  }
}

extension Managers {
  /// Who may decide: `bob`, or `bob or anybody in group api-admins`.
  public var label: String {
    administrators.map { "\(owner) or anybody in group \($0)" } ?? owner.text
  }
}

extension TokenView.Kind {
  /// The kind in words: `access token`.
  public var label: String {
    switch self {
    case .access: "access token"
    case .refresh: "refresh token"
    case .id: "ID token"
    }
  }
}

extension Check.Outcome {
  /// The outcome in words.
  public var label: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .notReached: "not reached"
    }
  }
}
