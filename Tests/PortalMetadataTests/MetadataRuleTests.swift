import PortalMetadata
import PortalModel
import Testing

/// One row of the table of rules about metadata: a text in which the rule is kept, with what is read of
/// it, and one that is refused for it.
struct MetadataRuleRow: Sendable {
  var rule: String
  var taken: String
  var finds: @Sendable (SAMLForm) -> Bool
  var refused: String
  var problem: MetadataProblem

  init(
    _ rule: String, _ taken: String, refused: String, line: Int?,
    _ reason: MetadataProblem.Reason, finds: @escaping @Sendable (SAMLForm) -> Bool = { _ in true }
  ) {
    self.rule = rule
    self.taken = taken
    self.finds = finds
    self.refused = refused
    problem = MetadataProblem(line: line, reason: reason)
  }
}

/// Each rule of the book about metadata is seen to hold, and seen to say no.
@Suite struct MetadataRuleTests {
  private static let sound = SampleMetadata.provider(SampleMetadata.consumer())

  private static func nested(_ levels: Int) -> String {
    SampleMetadata.provider(
      SampleMetadata.consumer() + String(repeating: "<a>", count: levels)
        + String(repeating: "</a>", count: levels))
  }

  private static func padded(to bytes: Int) -> String {
    sound + String(repeating: "\n", count: bytes - sound.utf8.count)
  }

  static let rows: [MetadataRuleRow] = [
    .init(
      "metadata-xml", SampleMetadata.whole,
      refused: sound.replacing("</SPSSODescriptor>", with: "</SPSSO>"), line: 4,
      .malformed(.mismatchedTag)),
    .init(
      "metadata-root", sound,
      refused: "\n<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\"/>", line: 2,
      .federation),
    .init(
      "metadata-entity", sound,
      refused: SampleMetadata.descriptor("", entityID: "a b"), line: 1, .entityIDBlank
    ) { $0.entityID == "https://a.cern.ch" },
    .init(
      "metadata-provider", sound,
      refused: SampleMetadata.descriptor("<IDPSSODescriptor/>"), line: 2, .identityProvider),
    .init(
      "metadata-consumer", SampleMetadata.whole,
      refused: SampleMetadata.provider(
        SampleMetadata.consumer().replacing("HTTP-POST", with: "HTTP-Redirect")), line: 2,
      .consumerMissing(found: ["HTTP-Redirect"])
    ) { $0.consumerURL == "https://reports.cern.ch/saml/acs?a=1&b=2" },
    .init(
      "metadata-consumer-address", sound,
      refused: SampleMetadata.provider(SampleMetadata.consumer(location: "")), line: 3,
      .consumerURL(PageAddress.baseURLProblem(in: "") ?? .blank)),
    .init(
      "metadata-certificate", SampleMetadata.whole,
      refused: SampleMetadata.whole.replacing("MIIBszCCAV2g", with: "<none/>"), line: 12,
      .certificate
    ) { $0.certificate == SampleMetadata.certificate },
    .init(
      "metadata-no-entities", sound,
      refused: SampleMetadata.descriptor(
        "&x;", before: "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), line: 1,
      .documentType),
    .init(
      "metadata-size", padded(to: ServiceMetadata.maximumBytes),
      refused: padded(to: ServiceMetadata.maximumBytes + 1), line: nil,
      .tooLarge(maximum: 262_144)),
    .init(
      "metadata-depth", nested(30), refused: nested(31), line: 3, .tooDeep(maximum: 32)),
  ]

  @Test(arguments: rows.indices) func holds(index: Int) throws {
    let row = Self.rows[index]
    #expect(row.finds(try ServiceMetadata.read(row.taken)), "\(row.rule)")
  }

  @Test(arguments: rows.indices) func saysNo(index: Int) {
    let row = Self.rows[index]
    #expect(throws: row.problem, "\(row.rule)") { try ServiceMetadata.read(row.refused) }
  }

  @Test func everyRuleHasARowAndEveryRowARule() {
    let rules = Set(PortalRule.all.filter { $0.area == .metadata }.map(\.id))
    #expect(rules == Set(Self.rows.map(\.rule)))
    #expect(Self.rows.count == rules.count)
  }
}
