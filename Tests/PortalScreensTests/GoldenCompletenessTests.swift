import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Nothing that can be seen is without a golden: every place, every kind of dialog, every form.
@Suite struct GoldenCompletenessTests {
  @Test func everyPlaceDialogAndFormIsInAScene() async throws {
    var contexts: Set<ActionContext> = []
    var dialogs: Set<DialogKind> = []
    var forms: Set<String> = []
    for scene in GoldenTests.allScenes {
      let stage = try await Stage.story(as: scene.person)
      stage.activity.rows = scene.activity
      try await stage.take(scene.keys)
      contexts.formUnion(stage.state.contexts)
      if stage.state.isFiltering { dialogs.insert(.filter) }
      for dialog in stage.state.dialogs {
        dialogs.insert(dialog.kind)
        guard case .form(let form) = dialog, stage.state.dialogs.count == 1 else { continue }
        forms.insert(form.purpose.form)
      }
    }
    #expect(ActionContext.allCases.filter { !contexts.contains($0) } == [])
    #expect(DialogKind.allCases.filter { !dialogs.contains($0) } == [])
    #expect(Self.forms.subtracting(forms) == [])
  }

  /// One scene each; the mapping below names them.
  private static let forms: Set<String> = [
    "add-application", "add-client", "add-role", "edit-role", "add-identity", "add-group",
    "edit-application", "edit-registration", "edit-saml", "advanced", "edit-identity", "edit-group",
  ]
}

extension FormDialog.Purpose {
  /// The scene in which a form is shown. A new form needs a scene of its own, and its name above.
  fileprivate var form: String {
    switch self {
    case .application: "add-application"
    case .registration: "add-client"
    case .role(_, let editing): editing ? "edit-role" : "add-role"
    case .identity: "add-identity"
    case .group: "add-group"
    case .applicationDetails: "edit-application"
    case .registrationEdited: "edit-registration"
    case .samlEdited: "edit-saml"
    case .advanced: "advanced"
    case .identityEdited: "edit-identity"
    case .groupEdited: "edit-group"
    }
  }
}
