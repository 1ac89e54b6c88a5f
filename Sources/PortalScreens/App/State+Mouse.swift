import PortalModel
import TerminalKit

extension State {
  /// The mouse: a click selects, a double click opens, the wheel scrolls; never needed.
  ///
  /// What a click means was recorded when the frame was drawn; nothing is measured here.
  mutating func handle(_ event: MouseEvent, now: Instant) -> [Effect] {
    guard size.columns >= 40, size.rows >= 10 else { return [] }
    switch event.kind {
    case .wheelUp: return wheel(.up)
    case .wheelDown: return wheel(.down)
    case .release: return []
    case .press, .doubleClick: break
    }
    let frame = render(self, now: now)
    guard event.button == .left, let region = frame.region(at: event.point) else { return [] }
    if case .key(let key) = region.target { return handle(.key(key), now: now) }
    message = nil
    let click = Click(region: region, point: event.point, isDouble: event.kind == .doubleClick)
    return dialogs.isEmpty ? clickOnScreen(click, frame) : clickInDialog(click, frame)
  }

  private struct Click {
    var region: Region
    var point: Point
    var isDouble: Bool

    /// Puts the caret on the character that was clicked.
    func place(in editor: inout LineEditor) {
      editor.click(column: point.column - region.rect.column, columns: region.rect.columns)
    }
  }

  /// How many rows one step of the wheel is.
  private static let wheelRows = 3

  private mutating func wheel(_ key: Key) -> [Effect] {
    message = nil
    // A form's fields are few: one step each.
    if case .form = dialogs.last { return give(key) }
    var effects: [Effect] = []
    for _ in 0..<Self.wheelRows {
      effects += dialogs.isEmpty ? move(key) ?? [] : give(key)
    }
    return effects
  }

  private mutating func clickOnScreen(_ click: Click, _ frame: Frame) -> [Effect] {
    leaveFilter(unlessIn: click.region.target)
    switch click.region.target {
    case .key, .button: return []
    case .section(let number): return Section(rawValue: number).map { go(to: $0) } ?? []
    case .tab(let index): return show(tab: index)
    case .row(let row, let list):
      let effects = select(row, list: list, inView: frame.rowsInView(ofList: list))
      return click.isDouble ? effects + openRow() : effects
    case .cell(let row, let column):
      guard case .map(var map) = screen else { return [] }
      map.down.select(row, inView: frame.rowsInView(ofList: 0))
      map.across.select(column, height: map.columns(body))
      screen = .map(map)
      return click.isDouble ? openRow() : apply(map.readPaths())
    case .field(let index):
      guard case .exchange(var exchange) = screen, let field = ExchangeScreen.Field(rawValue: index)
      else { return [] }
      let wasThere = exchange.focus == field
      exchange.focus = field
      screen = .exchange(exchange)
      return wasThere ? invoke(.changeField) : []
    case .text:
      changeFilter { click.place(in: &$0) }
      return []
    }
  }

  /// What Enter does with a row, where it does something.
  private mutating func openRow() -> [Effect] {
    let near = contexts.filter { $0 != .everywhere }
    let opening = ActionSpec.rows(in: near).first { $0.keys.contains(.enter) }
    return opening.map { invoke($0.id) } ?? []
  }

  private mutating func clickInDialog(_ click: Click, _ frame: Frame) -> [Effect] {
    guard let dialog = dialogs.last else { return [] }
    let index = dialogs.count - 1
    switch (dialog, click.region.target) {
    case (.form(var form), let target): return clickInForm(&form, target, click)
    case (.picker(var picker), .row(let row, _)):
      picker.scroll.select(row, inView: frame.rowsInView(ofList: 0))
      dialogs[index] = .picker(picker)
      return click.isDouble ? give(.enter) : []
    case (.picker(var picker), .text):
      click.place(in: &picker.editor)
      dialogs[index] = .picker(picker)
    case (.prompt(var prompt), .text):
      click.place(in: &prompt.editor)
      dialogs[index] = .prompt(prompt)
    case (.actions(var actions), .row(let row, _)):
      actions.scroll.select(row, inView: frame.rowsInView(ofList: 0))
      dialogs[index] = .actions(actions)
      return click.isDouble ? give(.enter) : []
    case (.actions(var actions), .text):
      click.place(in: &actions.editor)
      dialogs[index] = .actions(actions)
    case (.confirm(var confirm), .button(let button)):
      confirm.buttons.select(button)
      dialogs[index] = .confirm(confirm)
      return give(.enter)
    case (.signIn(var signIn), .row(let row, _)):
      signIn.levels.select(row, height: LevelOfAssurance.allCases.count)
      dialogs[index] = .signIn(signIn)
    case (.signIn, .field): return give(.character(" "))
    case (.fix(var fix), .row(let row, _)):
      fix.scroll.select(row, height: fix.scroll.count)
      dialogs[index] = .fix(fix)
      return click.isDouble ? give(.enter) : []
    case (.picker, _), (.prompt, _), (.confirm, _), (.signIn, _), (.text, _), (.fix, _),
      (.actions, _):
      return []
    }
    return []
  }

  private mutating func clickInForm(
    _ form: inout FormDialog, _ target: Target, _ click: Click
  ) -> [Effect] {
    let field: Int
    switch target {
    case .field(let index), .text(let index), .button(let index): field = index
    case .key, .section, .tab, .row, .cell: return []
    }
    guard form.fields.indices.contains(field) else { return [] }
    form.goTo(field)
    if case .text = target { form.changeEditor { click.place(in: &$0) } }
    dialogs[dialogs.count - 1] = .form(form)
    switch form.fields[field].kind {
    case .check, .choice, .reference, .metadata, .button: return give(.character(" "))
    case .text, .addresses, .fixed: return []
    }
  }
}
