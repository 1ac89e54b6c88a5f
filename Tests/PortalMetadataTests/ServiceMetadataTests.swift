import PortalMetadata
import PortalModel
import Testing

/// What is read out of metadata, and what is said of metadata that cannot be taken.
@Suite struct ServiceMetadataTests {
  @Test func `entity ID, address and signing certificate are read`() throws {
    let form = try ServiceMetadata.read(SampleMetadata.whole)
    #expect(
      form
        == SAMLForm(
          entityID: "https://reports.cern.ch/saml",
          consumerURL: "https://reports.cern.ch/saml/acs?a=1&b=2",
          certificate: SampleMetadata.certificate))
  }

  @Test func `a certificate may be missing, and a prefix too`() throws {
    let form = try ServiceMetadata.read(SampleMetadata.provider(SampleMetadata.consumer()))
    #expect(form == SAMLForm(entityID: "https://a.cern.ch", consumerURL: "https://a.cern.ch/acs"))
  }

  @Test func `blank lines before the declaration are no mistake`() throws {
    #expect(throws: Never.self) { try ServiceMetadata.read("\n\r\n  " + SampleMetadata.whole) }
  }

  @Test(arguments: [
    (["isDefault='false'", "", "isDefault='true'"], 2), (["isDefault='false'", "", ""], 1),
    (["isDefault='false'", "isDefault='0'"], 0), (["", "isDefault='1'"], 1),
  ])
  func `of several addresses the default is taken`(attributes: [String], chosen: Int) throws {
    let consumers = attributes.enumerated().map {
      SampleMetadata.consumer($1, location: "https://a.cern.ch/\($0)")
    }
    let form = try ServiceMetadata.read(
      SampleMetadata.provider(consumers.joined(separator: "\n")))
    #expect(form.consumerURL == "https://a.cern.ch/\(chosen)")
  }

  @Test func `UTF-16 and Latin-1 are read as their declaration says`() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- caf\u{E9} -->\n"
      + SampleMetadata.provider(SampleMetadata.consumer())
    let latin1 = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try ServiceMetadata.read(bytes: latin1).entityID == "https://a.cern.ch")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in SampleMetadata.provider(SampleMetadata.consumer()).utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try ServiceMetadata.read(bytes: bytes).entityID == "https://a.cern.ch")
  }

  static let wrong: [(String, Int?, MetadataProblem.Reason)] = [
    ("", nil, .empty), (" \n\t", nil, .empty),
    ("https://reports.cern.ch/saml", 1, .malformed(.character)),
    (SampleMetadata.descriptor("<b>\n</c>"), 3, .malformed(.mismatchedTag)),
    (
      "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='a'>\n<b>\n", 3,
      .malformed(.cutShort)
    ),
    ("\n\n<a>\n<b></b>", 3, .root("a")),
    (SampleMetadata.descriptor("") + "\n<b/>", 4, .malformed(.trailing)),
    (SampleMetadata.descriptor("<b c='1'\nc='2'/>"), 3, .malformed(.attributeTwice)),
    (SampleMetadata.descriptor("<md:b/>"), 2, .malformed(.prefix)),
    (SampleMetadata.descriptor("&nbsp;"), 2, .malformed(.entity)),
    ("<?xml version='1.0' encoding='klingon'?>\n<a/>", 1, .malformed(.encoding)),
    ("<EntityDescriptor entityID='a'/>", 1, .root("EntityDescriptor")),
    ("<html\n>", 1, .root("html")),
    (
      "<EntitiesDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'/>", 1, .federation
    ),
    (SampleMetadata.descriptor("", entityID: ""), 1, .entityIDMissing),
    (SampleMetadata.descriptor("", entityID: "a b"), 1, .entityIDBlank),
    (
      SampleMetadata.descriptor("", entityID: String(repeating: "a", count: 1_025)), 1,
      .entityIDTooLong(maximum: 1_024)
    ),
    (SampleMetadata.descriptor("\n<IDPSSODescriptor/>"), 3, .identityProvider),
    (SampleMetadata.descriptor(""), 1, .serviceProviderMissing),
    (SampleMetadata.provider(""), 2, .consumerMissing(found: [])),
    (
      SampleMetadata.provider("<AssertionConsumerService Binding='a:b:PAOS' Location='c'/>"), 2,
      .consumerMissing(found: ["PAOS"])
    ),
    (
      SampleMetadata.provider(SampleMetadata.consumer(location: "reports")), 3,
      .consumerURL(.schemeMissing)
    ),
    (SampleMetadata.provider(SampleMetadata.certificate("not base64")), 4, .certificate),
    (
      SampleMetadata.provider(
        SampleMetadata.certificate("MI" + String(repeating: "a", count: 16_386))), 4, .certificate
    ),
  ]

  @Test(arguments: wrong)
  func `what is wrong is said with its line`(
    text: String, line: Int?, reason: MetadataProblem.Reason
  ) {
    #expect(throws: MetadataProblem(line: line, reason: reason)) {
      try ServiceMetadata.read(text)
    }
  }
}

extension SampleMetadata {
  static func certificate(_ text: String) -> String {
    """
    \(consumer())
    <KeyDescriptor><X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#">\(text)\
    </X509Certificate></KeyDescriptor>
    """
  }
}
