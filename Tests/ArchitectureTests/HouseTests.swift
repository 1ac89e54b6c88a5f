import Testing

/// What stands under `Sources/` keeps the rules of `Docs/architecture.md` and the house style.
@Suite struct HouseTests {
  let files: [SourceFile]

  init() throws {
    files = try SourceFile.all()
  }

  @Test func `the sources are found`() {
    #expect(files.contains { $0.path.hasPrefix("PortalModel/") && !$0.lines.isEmpty })
  }

  @Test func `every target stands in the table`() {
    #expect(House.strangers(in: files) == [])
  }

  @Test func `every import is allowed by the table`() {
    #expect(House.wrongImports(in: files) == [])
  }

  @Test func `nothing is forced, unchecked or left for later`() {
    #expect(House.forbiddenWords(in: files) == [])
  }

  @Test func `no type has an empty name`() {
    #expect(House.emptyNames(in: files) == [])
  }

  @Test func `no file has two subjects`() {
    #expect(House.longFiles(in: files) == [])
  }
}
