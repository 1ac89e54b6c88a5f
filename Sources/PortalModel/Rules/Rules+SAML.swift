/// SAML registrations: an application may have one beside its OIDC registration (inferred: the portal
/// leaves "Add SSO" enabled).
extension Rules {
  func registerSAML(_ id: ApplicationIdentifier, _ form: SAMLForm) throws -> [Change] {
    _ = try requireManaged(id)
    return try insertion(of: form, for: id)
  }

  func insertion(of form: SAMLForm, for id: ApplicationIdentifier) throws -> [Change] {
    guard try facts.samlRegistration(of: id) == nil else {
      throw Refusal.samlRegistrationExists(id)
    }
    return [.insertSAML(try registration(form, for: id))]
  }

  func editSAML(_ id: ApplicationIdentifier, _ form: SAMLForm) throws -> [Change] {
    _ = try requireManaged(id)
    let old = try requireSAML(of: id)
    let new = try registration(form, for: id)
    return new == old ? [] : [.updateSAML(new)]
  }

  func deleteSAML(_ id: ApplicationIdentifier) throws -> [Change] {
    _ = try requireManaged(id)
    return [.deleteSAML(try requireSAML(of: id).application)]
  }

  private func requireSAML(of id: ApplicationIdentifier) throws -> SAMLRegistration {
    guard let registration = try facts.samlRegistration(of: id) else {
      throw Refusal.notSAMLRegistered(id)
    }
    return registration
  }

  private func registration(
    _ form: SAMLForm, for id: ApplicationIdentifier
  ) throws -> SAMLRegistration {
    try require(form.entityID, .entityID, maximum: FieldLimit.entityID, mayBeEmpty: false)
    guard FieldLimit.hasNoBlanks(form.entityID) else {
      throw Refusal.badAddress(.entityID, .blank)
    }
    if let other = try facts.application(ofEntity: form.entityID), other != id {
      throw Refusal.entityTaken(form.entityID, by: other)
    }
    if let problem = PageAddress.baseURLProblem(in: form.consumerURL) {
      throw Refusal.badAddress(.consumerURL, problem)
    }
    try require(form.certificate, .certificate, maximum: FieldLimit.certificate)
    guard form.certificate.isEmpty || FieldLimit.isBase64(form.certificate) else {
      throw Refusal.badCertificate
    }
    return SAMLRegistration(application: id, form: form)
  }
}

extension FieldLimit {
  /// The longest `entityID`, in characters (SAML 2.0 metadata, entityIDType).
  public static let entityID = 1024
  /// The longest certificate, in characters of base64 (invented).
  public static let certificate = 16_384

  /// Whether a text holds neither blanks nor control characters.
  public static func hasNoBlanks(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
  }

  /// Base64 of something that begins as DER does, with a sequence: `MI…`.
  public static func isBase64(_ text: String) -> Bool {
    let body = text.utf8.prefix { $0 != UInt8(ascii: "=") }
    let padding = text.utf8.count - body.count
    return text.hasPrefix("MI") && text.utf8.count % 4 == 0 && padding <= 2
      && text.utf8.suffix(padding).allSatisfy { $0 == UInt8(ascii: "=") }
      && body.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
      }
  }
}
