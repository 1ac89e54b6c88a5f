extension PortalRule {
  static let metadata: [PortalRule] = [
    .init(
      "metadata-xml", .metadata,
      "What is no XML is not taken; the line that is wrong is named.", .standard("XML 1.0")),
    .init(
      "metadata-root", .metadata,
      "Metadata is one EntityDescriptor in SAML's namespace, of one provider.",
      .standard("SAML 2.0 metadata")),
    .init(
      "metadata-entity", .metadata,
      "It has an entityID without blanks, of at most 1,024 characters.",
      .standard("SAML 2.0 metadata")),
    .init(
      "metadata-provider", .metadata,
      "It is that of a service provider; an identity provider's is not taken.",
      .standard("SAML 2.0 metadata")),
    .init(
      "metadata-consumer", .metadata,
      "Of the consumer services with the binding HTTP-POST the default one is taken, else the first.",
      .standard("SAML 2.0 metadata")),
    .init(
      "metadata-consumer-address", .metadata,
      "The consumer service is at an address of http or https.", .page("SAML configuration")),
    .init(
      "metadata-certificate", .metadata,
      "The first certificate for signing is taken, none for encryption; it is base64 of DER.",
      .standard("SAML 2.0 metadata")),
    .init(
      "metadata-no-entities", .metadata,
      "A document type is refused: no entity is declared, expanded or fetched.",
      .inferred("metadata needing none")),
    .init(
      "metadata-size", .metadata, "At most 262,144 bytes are read.", .invented),
    .init(
      "metadata-depth", .metadata, "At most 32 tags stand within each other.", .invented),
  ]
}
