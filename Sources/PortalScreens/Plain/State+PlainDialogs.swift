import PortalModel
import TerminalKit

extension State {
  func plainPage(of dialog: Dialog, _ now: Instant) -> PlainPage {
    switch dialog {
    case .form(let form): form.plainPage
    case .picker(let picker): picker.plainPage
    case .prompt(let prompt):
      PlainPage(
        lines: [prompt.title, prompt.explanation] + (prompt.problem.map { [$0] } ?? []),
        asks:
          "\(prompt.label): type it, \(prompt.isRequired ? "" : "or nothing, ")or :\(keyName(.promptCancel)) cancels."
      )
    case .confirm(let confirm):
      PlainPage(
        lines: [confirm.title] + confirm.lines,
        choices: zip(confirm.buttons.titles, [Key.character("n"), .character("y")]).map {
          PlainChoice(text: $0, deed: .key($1))
        })
    case .signIn(let signIn): signIn.plainPage
    case .fix(let fix): fix.plainPage(now)
    case .actions(let actions):
      PlainPage(
        lines: [actions.title],
        choices: actions.rows.enumerated().map { index, entry in
          let keys = entry.keys.map { $0.name(glyphs: .ascii) }.joined(separator: " ")
          return PlainChoice(
            text: "\(keys): \(entry.plainText)", deed: .dialogRow(index, .enter))
        }, asks: "Type words to look for, or :\(keyName(.actionsClose)) closes.")
    case .text: PlainPage()
    }
  }
}

extension ActionEntry {
  fileprivate var plainText: String {
    if case .impossible(let why) = standing { return "\(row.summary) Not now: \(why)." }
    return row.summary
  }
}

extension FormDialog {
  fileprivate var plainPage: PlainPage {
    PlainPage(
      lines: [title],
      choices: fields.enumerated().compactMap { index, field in
        guard isShown(field), !field.isFixed else { return nil }
        return PlainChoice(text: plainText(field), deed: .field(index))
      } + [PlainChoice(text: "leave the form (\(keyName(.formLeave)))", deed: .key(.escape))])
  }

  private func plainText(_ field: FormField) -> String {
    let problem = touched.contains(field.id) ? problem(of: field).map { ". Wrong: \($0)" } : nil
    let value: String =
      switch field.kind {
      case .text(let editor, let placeholder):
        ": " + (editor.isEmpty ? "empty (\(placeholder))" : editor.text)
      case .choice(let options, let selected): ": \(options[selected]), choose it for the next"
      case .check(let isOn): isOn ? ": yes" : ": no"
      case .reference(let text, _): ": \(text ?? "none")"
      case .addresses(let list, _):
        ": " + (list.isEmpty ? "none" : list.map(\.text).joined(separator: ", "))
      case .metadata(let metadata): ": " + metadata.text
      case .button: ""
      case .fixed(let text): ": \(text)"
      }
    return field.label + value + (problem ?? "")
  }
}

extension PickerDialog {
  fileprivate var plainPage: PlainPage {
    let rows = (self.rows ?? []).prefix(PlainSession.longestList)
    return PlainPage(
      lines: [title, label]
        + (self.rows?.isEmpty == true ? ["Nothing fits \(editor.text)."] : []),
      choices: rows.enumerated().map { index, row in
        PlainChoice(
          text: [row.id, row.name, row.note].filter { !$0.isEmpty }.joined(separator: ", "),
          deed: .dialogRow(index, .enter))
      }, asks: "Type to search, choose a number, or :\(keyName(.pickerCancel)) cancels.")
  }
}

extension SignInDialog {
  fileprivate var plainPage: PlainPage {
    PlainPage(
      lines: [
        title,
        "Level of assurance: \(signIn.level.label). Second factor: \(multifactor ? "yes" : "no").",
      ],
      choices: LevelOfAssurance.allCases.enumerated().map { index, level in
        PlainChoice(text: "level \(level.label)", deed: .dialogRow(index, nil))
      } + [
        PlainChoice(text: multifactor ? "without" : "with", deed: .key(.character(" "))).factor,
        PlainChoice(text: "done", deed: .key(.enter)),
        PlainChoice(text: "cancel (\(keyName(.signInCancel)))", deed: .key(.escape)),
      ], asks: "An empty line takes the sign-in as it is.")
  }
}

extension PlainChoice {
  fileprivate var factor: PlainChoice {
    PlainChoice(text: "\(text) the second factor", deed: deed)
  }
}

extension FixDialog {
  fileprivate func plainPage(_ now: Instant) -> PlainPage {
    PlainPage(
      lines: ["What would make it yes", headline(now: now)],
      choices: choices.enumerated().flatMap { index, sentences in
        let words = sentences.joined(separator: " ")
        let doing = PlainChoice(text: "do it: \(words)", deed: .dialogRow(index, .enter))
        guard canGoThere(index) else { return [doing] }
        let going = PlainChoice(
          text: "go there: \(words)", deed: .dialogRow(index, .character("g")))
        return [doing, going]
      } + [PlainChoice(text: "close (\(keyName(.fixClose)))", deed: .key(.escape))])
  }
}
