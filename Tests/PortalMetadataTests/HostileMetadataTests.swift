import PortalMetadata
import PortalModel
import Testing

/// Metadata that means harm: each ends in a problem, quickly, and nothing is opened or expanded.
@Suite struct HostileMetadataTests {
  private func problem(_ bytes: [UInt8]) -> MetadataProblem? {
    do {
      _ = try ServiceMetadata.read(bytes: bytes)
      return nil
    } catch { return error }
  }

  private func problem(_ text: String) -> MetadataProblem? { problem(Array(text.utf8)) }

  @Test func `entities that multiply are not even declared`() {
    let levels = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let text = SampleMetadata.descriptor(
      "&l9;",
      before: "<!DOCTYPE a [\n<!ENTITY l0 \"lol\">\n\(levels.joined(separator: "\n"))\n]>\n")
    #expect(problem(text) == MetadataProblem(line: 1, reason: .documentType))
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE a PUBLIC \"b\" \"http://localhost:1/c\" [ %d; ]>", "<!DOCTYPE a>",
  ])
  func `a document type is refused whatever it names`(declaration: String) {
    let text = SampleMetadata.descriptor("&x;", before: "\n" + declaration)
    #expect(problem(text) == MetadataProblem(line: 2, reason: .documentType))
  }

  @Test(arguments: [
    String(repeating: "a", count: 1 << 20), String(repeating: "<a>", count: 1 << 19),
    SampleMetadata.whole + String(repeating: "\n", count: 1 << 20),
  ])
  func `a megabyte is too much, whatever it is`(text: String) {
    #expect(
      problem(text)
        == MetadataProblem(line: nil, reason: .tooLarge(maximum: ServiceMetadata.maximumBytes)))
  }

  @Test func `as many tags within each other as fit end at the limit`() {
    let text = SampleMetadata.descriptor(String(repeating: "<a>\n", count: 60_000))
    #expect(
      problem(text)
        == MetadataProblem(
          line: 1 + ServiceMetadata.maximumDepth, reason: .tooDeep(maximum: 32)))
  }

  @Test func `as many attributes as fit are read through`() {
    let attributes = (0..<20_000).map { "a\($0)=''" }.joined(separator: " ")
    let text = SampleMetadata.descriptor("<b \(attributes)/>")
    #expect(problem(text)?.reason == .serviceProviderMissing)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x00], [0x1B],
    ] as [[UInt8]])
  func `bytes that are no text are refused in their line`(bytes: [UInt8]) {
    let sample = Array(SampleMetadata.descriptor("\n\n@\n").utf8)
    let hostile = sample.flatMap { $0 == UInt8(ascii: "@") ? bytes : [$0] }
    #expect(problem(hostile) == MetadataProblem(line: 4, reason: .malformed(.character)))
  }

  /// A deterministic walk through damaged copies: each is read or refused, none crashes.
  @Test func `every cut and many damages end in a form or a problem`() {
    let sample = Array(SampleMetadata.whole.utf8)
    let cuts = sample.indices.map { problem(Array(sample[..<$0])) }
    #expect(cuts.allSatisfy { $0 != nil })
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var refused = 0
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var damaged = sample
      damaged[Int(state >> 33) % sample.count] = UInt8(truncatingIfNeeded: state >> 20)
      if problem(damaged) != nil { refused += 1 }
    }
    #expect(refused > 500)
  }
}
