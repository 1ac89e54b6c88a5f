import PortalModel

/// Picks out of an `EntityDescriptor` what the form asks for.
final class DescriptorReader: XMLTaking {
  private static let metadata = "urn:oasis:names:tc:SAML:2.0:metadata"
  private static let signature = "http://www.w3.org/2000/09/xmldsig#"
  private static let bindings = "urn:oasis:names:tc:SAML:2.0:bindings:"

  /// An `AssertionConsumerService`.
  private struct Consumer {
    var binding: String
    var location: String
    var isDefault: Bool?
    var line: Int
  }

  private let maximumDepth: Int
  private var path: [XMLName] = []
  private var entityID: String?
  private var rootLine: Int
  private var providerLine: Int?
  private var identityProviderLine: Int?
  private var consumers: [Consumer] = []
  private var signs = false
  private var certificate: [UInt8]?
  private var certificateLine = 1
  private var readsCertificate = false

  init(maximumDepth: Int, firstLine: Int) {
    self.maximumDepth = maximumDepth
    rootLine = firstLine
  }

  func opened(
    _ name: XMLName, _ attributes: [String: String], line: Int
  ) -> MetadataProblem.Reason? {
    defer { path.append(name) }
    guard path.count < maximumDepth else { return .tooDeep(maximum: maximumDepth) }
    if path.isEmpty { return root(name, attributes, line) }
    // A tag within a certificate would leave none of it, and the provider registered without.
    if readsCertificate { return .certificate }
    switch (path.count, name.namespace, name.local) {
    case (1, Self.metadata, "SPSSODescriptor"): providerLine = providerLine ?? line
    case (1, Self.metadata, "IDPSSODescriptor"): identityProviderLine = identityProviderLine ?? line
    case (2, Self.metadata, "AssertionConsumerService") where isInProvider:
      consumers.append(
        Consumer(
          binding: attributes["Binding"] ?? "", location: attributes["Location"] ?? "",
          isDefault: attributes["isDefault"].map { $0 == "true" || $0 == "1" }, line: line))
    case (2, Self.metadata, "KeyDescriptor") where isInProvider:
      signs = (attributes["use"] ?? "signing") == "signing"
    case (_, Self.signature, "X509Certificate") where isInProvider && signs && certificate == nil:
      certificate = []
      certificateLine = line
      readsCertificate = true
    default: break
    }
    return nil
  }

  func closed(_ name: XMLName) {
    path.removeLast()
    readsCertificate = false
    if path.count == 2 { signs = false }
  }

  func told(_ bytes: UnsafeRawBufferPointer) {
    guard readsCertificate else { return }
    certificate?.append(contentsOf: bytes.filter { !ServiceMetadata.isBlank($0) })
  }

  private var isInProvider: Bool {
    path.count > 1 && path[1].namespace == Self.metadata && path[1].local == "SPSSODescriptor"
  }

  private func root(
    _ name: XMLName, _ attributes: [String: String], _ line: Int
  ) -> MetadataProblem.Reason? {
    guard name.namespace == Self.metadata else { return .root(name.local) }
    switch name.local {
    case "EntityDescriptor": break
    case "EntitiesDescriptor": return .federation
    default: return .root(name.local)
    }
    rootLine = line
    guard let id = attributes["entityID"], !id.isEmpty else { return .entityIDMissing }
    guard id.count <= FieldLimit.entityID else {
      return .entityIDTooLong(maximum: FieldLimit.entityID)
    }
    guard FieldLimit.hasNoBlanks(id) else { return .entityIDBlank }
    entityID = id
    return nil
  }

  /// What was read, once the document has ended.
  func form() throws(MetadataProblem) -> SAMLForm {
    guard let entityID else { throw MetadataProblem(line: rootLine, reason: .entityIDMissing) }
    guard let providerLine else {
      throw MetadataProblem(
        line: identityProviderLine ?? rootLine,
        reason: identityProviderLine == nil ? .serviceProviderMissing : .identityProvider)
    }
    let posts = consumers.filter { $0.binding == Self.bindings + "HTTP-POST" }
    // SAML 2.0 metadata §2.2.3: the one marked as default, else the first not marked otherwise.
    let chosen =
      posts.first { $0.isDefault == true } ?? posts.first { $0.isDefault == nil } ?? posts.first
    guard let consumer = chosen else {
      let found = consumers.map { $0.binding.split(separator: ":").last.map(String.init) ?? "" }
      throw MetadataProblem(line: providerLine, reason: .consumerMissing(found: found))
    }
    if let problem = PageAddress.baseURLProblem(in: consumer.location) {
      throw MetadataProblem(line: consumer.line, reason: .consumerURL(problem))
    }
    let text = String(decoding: certificate ?? [], as: UTF8.self)
    guard text.isEmpty || (FieldLimit.isBase64(text) && text.utf8.count <= FieldLimit.certificate)
    else { throw MetadataProblem(line: certificateLine, reason: .certificate) }
    return SAMLForm(
      entityID: entityID, consumerURL: consumer.location, certificate: text)
  }
}
