import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// F1 on a field: what the real portal expects there, with an example.
@Suite struct FieldGuideTests {
  @Test(arguments: Forms.fields) func everyFieldIsExplained(_ id: FormField.ID) {
    let guide = id.guide
    #expect(!guide.title.isEmpty)
    #expect(guide.expects.count > 20 && guide.expects.hasSuffix("."), "\(guide.expects)")
    #expect(!guide.expects.contains("  "))
  }

  @Test func everyFieldOfEveryFormIsCalledAsItsGuideSaysAndHasAnExample() {
    for form in Forms.all {
      for field in form.fields {
        let guide = field.id.guide
        let label = field.label.replacing("*", with: "").replacing(" (s)", with: "")
        if field.kind != .button {
          #expect(guide.title.hasPrefix(label.prefix(8)), "\(label): \(guide.title)")
        }
        switch field.kind {
        case .text, .addresses, .choice, .reference:
          #expect(!guide.example.isEmpty, "\(field.id)")
        case .check, .metadata, .button, .fixed: continue
        }
      }
    }
  }

  @Test func theKeyOfHelpShowsItInTheForm() async throws {
    let stage = try await Stage.story()
    try await stage.press("n F1")
    #expect(stage.text.contains("It becomes the OIDC client ID"))
    #expect(stage.text.contains("For example: my-reports"))
    try await stage.press("Esc Tab F1")
    #expect(stage.text.contains("The name shown to people"))
  }
}

/// One form of each purpose, new and filled.
enum Forms {
  static let fields = Array(Set(all.flatMap { $0.fields.map(\.id) }))

  static let all: [FormDialog] = [
    .application(), .registration(of: Story.frontEnd, homePage: ""), .role(of: Story.frontEnd),
    .role(editing: Role(application: Story.frontEnd, id: Samples.role, name: "User")),
    .identity(), .group(),
    .application(
      editing: Application(
        id: Story.frontEnd, name: "Front", owner: Story.alice, createdAt: Story.start)),
    .registration(
      editing: Registration(
        application: Story.frontEnd, kind: .public, redirectURIs: [Samples.uri],
        baseURL: "https://a.cern.ch")),
    .advanced(Story.frontEnd, ClientSettings()),
    .saml(
      editing: SAMLRegistration(
        application: Story.frontEnd,
        form: SAMLForm(entityID: "https://sp", consumerURL: "https://sp.cern.ch/acs"))),
    .identity(editing: Identity(id: Story.bob, kind: .primary)),
    .group(editing: Group(id: Samples.users, displayName: "Users")),
  ]
}
