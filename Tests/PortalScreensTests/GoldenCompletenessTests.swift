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
    var looks: Set<String> = []
    for scene in GoldenTests.allScenes + GoldenTests.dialogScenes {
      let stage = try await Stage.story(as: scene.person)
      stage.activity.rows = scene.activity
      try await stage.take(scene.keys)
      contexts.formUnion(stage.state.contexts)
      if stage.state.isFiltering { dialogs.insert(.filter) }
      for dialog in stage.state.dialogs {
        dialogs.insert(dialog.kind)
        if let look = dialog.look { looks.insert(look) }
        guard case .form(let form) = dialog, stage.state.dialogs.count == 1 else { continue }
        forms.insert(form.purpose.form)
      }
    }
    #expect(ActionContext.allCases.filter { !contexts.contains($0) } == [])
    #expect(DialogKind.allCases.filter { !dialogs.contains($0) } == [])
    #expect(Self.forms.subtracting(forms) == [])
    #expect(Self.looks.subtracting(looks) == [])
  }

  /// What a dialog is asked for, where that makes another dialog of it.
  private static let looks: Set<String> = [
    "fix an exchange", "remedy for a refusal", "sign in to act as", "sign in for an exchange",
    "justification", "rejection", "metadata file", "request target", "grant source", "link group",
    "join group", "add member", "nest group", "holders of person", "holders of group", "new owner",
    "map source", "map target", "act as", "form field", "exchange user",
    "exchange source", "exchange target", "listen elsewhere", "activity application",
    "activity person", "confirm a command",
    "confirm throwing away", "confirm leaving", "confirm going back",
  ]

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

extension Dialog {
  /// Its name among the looks above; `nil` for dialogs that look the same whatever they are for.
  fileprivate var look: String? {
    switch self {
    case .fix(let fix):
      switch fix.subject {
      case .exchange: "fix an exchange"
      case .command: "remedy for a refusal"
      }
    case .signIn(let signIn):
      switch signIn.purpose {
      case .actAs: "sign in to act as"
      case .exchange: "sign in for an exchange"
      }
    case .prompt(let prompt):
      switch prompt.purpose {
      case .justification: "justification"
      case .rejection: "rejection"
      case .metadataFile: "metadata file"
      }
    case .picker(let picker): picker.purpose.look
    case .confirm(let confirm):
      switch confirm.consequence {
      case .command: "confirm a command"
      case .discard: "confirm throwing away"
      case .leave: "confirm leaving"
      case .rewind: "confirm going back"
      case .serve: "listen elsewhere"
      }
    case .form, .text, .actions: nil
    }
  }
}

extension PickerPurpose {
  fileprivate var look: String {
    switch self {
    case .requestTarget: "request target"
    case .grantSource: "grant source"
    case .linkGroup: "link group"
    case .joinGroup: "join group"
    case .addMember: "add member"
    case .nestGroup: "nest group"
    case .holdersOfPerson: "holders of person"
    case .holdersOfGroup: "holders of group"
    case .newOwner: "new owner"
    case .mapSource: "map source"
    case .mapTarget: "map target"
    case .formField: "form field"
    case .actAs: "act as"
    case .exchangeUser: "exchange user"
    case .exchangeSource: "exchange source"
    case .exchangeTarget: "exchange target"
    case .activityApplication: "activity application"
    case .activityPerson: "activity person"
    }
  }
}
