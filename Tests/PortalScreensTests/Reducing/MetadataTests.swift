import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// SAML registrations on the screens: pasted, loaded, looked at, saved, edited, deleted.
@Suite struct MetadataTests {
  private static let form = SAMLForm(
    entityID: "https://sp.cern.ch", consumerURL: "https://sp.cern.ch/acs",
    certificate: "MIIBszCCAV2gAwIBAgIUAbCd")

  private func registering() async throws -> Stage {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] n")
    return stage
  }

  @Test func pastedMetadataIsShownBeforeItIsSaved() async throws {
    let stage = try await registering()
    #expect(stage.text.contains("Security Assertion Markup Language (SAML)"))
    try await stage.press("Tab")
    // As terminals send it.
    try await stage.paste(MemoryFiles.metadata.replacing("\n", with: "\r"))
    for text in ["read from the paste, 9 lines", Self.form.entityID, Self.form.consumerURL] {
      #expect(stage.text.contains(text))
    }
    #expect(stage.portal.facts.samlRegistration(of: Story.frontEnd) == nil)
    try await stage.press("Ctrl-S")
    #expect(stage.portal.facts.samlRegistration(of: Story.frontEnd)?.form == Self.form)
    #expect(stage.message.contains("registered with the SSO, by SAML"))
  }

  @Test func metadataIsLoadedFromAFile() async throws {
    let stage = try await registering()
    try await stage.press("Tab ⏎")
    try await stage.type("nowhere.xml")
    try await stage.press("⏎")
    #expect(stage.text.contains("There is no such file."))
    try await stage.press("⏎")
    try await stage.type("sp.xml")
    try await stage.press("⏎ Ctrl-S")
    #expect(stage.portal.facts.samlRegistration(of: Story.frontEnd)?.form == Self.form)
  }

  @Test func whatIsWrongIsSaidWithItsLineAndNothingIsSaved() async throws {
    let stage = try await registering()
    try await stage.press("Tab")
    try await stage.paste(MemoryFiles.metadata.replacing("</KeyInfo>", with: "</X509Data>"))
    #expect(stage.text.contains("Line 5: this is not XML"))
    try await stage.press("Ctrl-S")
    #expect(stage.portal.facts.samlRegistration(of: Story.frontEnd) == nil)
    try await stage.paste("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>")
    #expect(stage.text.contains("Line 1: a document type stands here"))
  }

  @Test func bothRegistrationsStandBesideEachOther() async throws {
    let stage = try await registering()
    try await stage.press("Tab")
    try await stage.paste(MemoryFiles.metadata)
    try await stage.press("Ctrl-S")
    #expect(stage.text.contains("SAML authentication provider."))
    #expect(stage.text.contains("OpenID Connect authentication provider."))
    try await stage.press("n")
    #expect(stage.message.contains("both registrations already"))
    try await stage.press("Tab v")
    #expect(stage.message.contains("no client secret"))
    try await stage.press("e")
    #expect(stage.text.contains("as registered; paste to replace it"))
    try await stage.press("Tab Tab End")
    try await stage.type("2")
    try await stage.press("Ctrl-S")
    #expect(
      stage.portal.facts.samlRegistration(of: Story.frontEnd)?.form.consumerURL
        == Self.form.consumerURL + "2")
    try await stage.press("d")
    #expect(stage.text.contains("Nobody can sign in to front-end-app by SAML any more."))
    try await stage.press("→ ⏎")
    #expect(stage.portal.facts.samlRegistration(of: Story.frontEnd) == nil)
    #expect(stage.portal.facts.registration(of: Story.frontEnd) != nil)
  }

  @Test func theWizardRegistersBySAMLOrNotAtAll() async throws {
    let stage = try await Stage.story()
    for (id, keys) in [("reports", "←"), ("archive", "→")] {
      try await stage.press("1 Esc Esc n")
      try await stage.type(id)
      try await stage.press("Tab")
      try await stage.type(id)
      try await stage.press("Tab Tab Tab Tab Tab ⏎ \(keys)")
      if id == "reports" {
        try await stage.press("Tab")
        try await stage.paste(MemoryFiles.metadata)
      }
      try await stage.press("Ctrl-S")
    }
    let facts = stage.portal.facts
    #expect(
      facts.samlRegistration(of: ApplicationIdentifier(trusted: "reports"))?.form == Self.form)
    #expect(facts.registration(of: ApplicationIdentifier(trusted: "reports")) == nil)
    #expect(facts.application(ApplicationIdentifier(trusted: "archive")) != nil)
    #expect(facts.samlRegistration(of: ApplicationIdentifier(trusted: "archive")) == nil)
  }

  @Test(arguments: [
    ("https://a.cern.ch/*", []), ("https://a.cern.ch/cb", []),
    ("https://a*", [RedirectConcern.anyHost]), ("http://localhost:5000/*", [.localhost]),
    ("http://a.cern.ch/cb", [.unencrypted]), ("ch.cern.app:/cb", [.native]),
  ])
  func addressesAreWarnedOf(text: String, concerns: [RedirectConcern]) throws {
    let address = try RedirectURI(text)
    #expect(address.concerns == concerns)
    #expect((address.warning == nil) == concerns.isEmpty)
  }
}
